#include "paper-internal.h"

#include <string.h>

static void
expect (const char *html, const char *text)
{
    g_autofree char *got = evx_paper_html (html, strlen (html));
    g_assert_cmpstr (g_strstrip (got), ==, text);
}

static void
test_items_of_lists_keep_their_bullets_and_numbers (void)
{
    expect ("<ul><li>one</li><li>two<ol><li>first</li><li>second</li></ol></li></ul><p>end</p>",
            "\xe2\x80\xa2 one\n\xe2\x80\xa2 two\n  1. first\n  2. second\nend");
}

static void
test_a_heading_is_marked (void)
{
    expect ("<h1>Marisol <b>Herald</b></h1><h2>Sheriff: none</h2><p>By</p>",
            "\x01" "Marisol Herald\n\n\x01\x01" "Sheriff: none\n\nBy");
}

static void
test_a_table_of_data_keeps_its_columns (void)
{
    expect ("<p>By year:</p><table><tr><th>Year</th><th>ICE\n notified</th></tr><tr><td>2019</td><td><p>40</p></td></tr>"
            "<tr><td colspan=2>Total 40</td></tr></table><p>end</p>",
            "By year:\n\nYear\x1fICE notified\n2019\x1f" "40\nTotal 40\x1f\n\nend");
}

static void
test_a_table_that_places_things_becomes_lines (void)
{
    expect ("<table><tr><td>menu</td><td><table><tr><td>text</td></tr></table></td></tr></table>", "menu\ntext");
    expect ("<table><tr><td>menu<td>a<tr><td>more<td><table><tr><td>text</table></table>", "menu  a\nmore\ntext");
    expect ("<table><tr><td>One cell only.</td></tr><tr><td>Another.</td></tr></table>", "One cell only.\nAnother.");
}

/* Ruled, so that the layout stage sees a table: strokes of rectangles in the page. */
static void
test_fields_are_laid_apart_on_paper_wide_enough (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GString) wide = g_string_new ("<table>");
    for (guint row = 0; row < 2; row++) {
        g_string_append (wide, "<tr>");
        for (guint column = 0; column < 12; column++)
            g_string_append (wide, "<td>a cell of some words in one line</td>");
    }
    g_autofree char *text = evx_paper_html (wide->str, wide->len);
    g_autoptr (GBytes) paper = evx_paper_text (text, &error);
    g_assert_no_error (error);
    gsize length;
    const char *pdf = g_bytes_get_data (paper, &length);
    const char *box = memmem (pdf, length, "/MediaBox", 9);
    g_assert_nonnull (box);
    g_auto (GStrv) sides = g_strsplit_set (box, "[] \n", 12);
    double width = 0;
    for (guint i = 0; sides[i] != NULL; i++)
        width = MAX (width, g_ascii_strtod (sides[i], NULL));
    g_assert_cmpfloat (width, >, 12 * 30 * 5);
}

static void
test_too_many_fields_are_text (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GString) text = g_string_new ("a");
    for (guint i = 0; i <= EVX_PAPER_MOST_FIELDS; i++)
        g_string_append (text, "\x1f" "field");
    g_autoptr (GBytes) paper = evx_paper_text (text->str, &error);
    g_assert_no_error (error);
    gsize length;
    const char *pdf = g_bytes_get_data (paper, &length);
    g_assert_nonnull (memmem (pdf, length, "612", 3));
}

/* Titles over a table have no fields; prose with a comma here and there is no table. */
static void
test_titles_may_stand_over_a_table_in_csv (void)
{
    g_autoptr (GPtrArray) records = evx_paper_records ("Transfers, none left out\nMonth,Transfers,Notes\nJan,5,\nFeb,4,\n");
    g_assert_null (records);
    records = evx_paper_records ("Transfers to ICE 2023\n\nMonth,Transfers,Notes\nJan,5,\nFeb,4,\n");
    g_assert_nonnull (records);
    g_assert_cmpuint (records->len, ==, 4);
    for (guint r = 0; r < records->len; r++)
        g_assert_cmpuint (((GPtrArray *) records->pdata[r])->len, ==, 3);
    g_assert_cmpstr (((GPtrArray *) records->pdata[0])->pdata[0], ==, "Transfers to ICE 2023");
    g_assert_null (evx_paper_records ("One\nTwo\nThree\nFour\na,b\nc,d\ne,f\n"));
    g_assert_null (evx_paper_records ("Title\na,b\nc,d\n"));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/paper/html/items-of-lists-keep-their-bullets-and-numbers",
                     test_items_of_lists_keep_their_bullets_and_numbers);
    g_test_add_func ("/paper/html/a-heading-is-marked", test_a_heading_is_marked);
    g_test_add_func ("/paper/html/a-table-of-data-keeps-its-columns", test_a_table_of_data_keeps_its_columns);
    g_test_add_func ("/paper/html/a-table-that-places-things-becomes-lines", test_a_table_that_places_things_becomes_lines);
    g_test_add_func ("/paper/text/fields-are-laid-apart-on-paper-wide-enough",
                     test_fields_are_laid_apart_on_paper_wide_enough);
    g_test_add_func ("/paper/text/too-many-fields-are-text", test_too_many_fields_are_text);
    g_test_add_func ("/paper/csv/titles-may-stand-over-a-table", test_titles_may_stand_over_a_table_in_csv);
    return g_test_run ();
}
