/* Reading order, blocks and line numbers on pages drawn by hand. */
#include "test-page.h"

#include <math.h>

/* A title and two columns of text below it, row by row. */
static void
put_two_columns (EvxPage *page, EvxOrigin origin)
{
    put_words (page, 60, 60, 2.5, "Report on the county jail and what was found there in the spring of the year", origin);
    for (guint i = 0; i < 8; i++) {
        g_autofree char *left = g_strdup_printf ("left%u the deputies wrote a short report there", i);
        g_autofree char *right = g_strdup_printf ("right%u the deputies wrote a short report there", i);
        put_words (page, 60, 100 + 14 * i, 2.5, left, origin);
        put_words (page, 320, 100 + 14 * i, 2.5, right, origin);
    }
}

static void
test_two_columns_are_read_one_after_the_other (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_two_columns (page, EVX_ORIGIN_TEXT);
    lay_out (page);
    const char *last_left = strstr (page->text->str, "left7"), *first_right = strstr (page->text->str, "right0");
    g_assert_nonnull (last_left);
    g_assert_true (last_left < first_right);
    g_assert_true (g_str_has_prefix (page->text->str, "Report on"));
}

/* Line @i of a column 230 pt wide, drawn out to both edges: two words of it, at each line others, are left out for blanks
 * as wide as gutters. */
static void
put_drawn_out (EvxPage *page, double x, double y, const char *name, guint i)
{
    static const char *const prose = "and the board was told that all deputies of the county jail had seen the list that a clerk wrote "
                                     "in May and none of them knew who gave it to the office of the sheriff or why that was done so late";
    g_autofree char *line = g_strdup_printf ("%s%02u %.*s", name, i, 38, prose + 9 * i);
    guint out[] = { 12 + 11 * i % 15, 27 + 7 * i % 13 }, at = 0;
    g_auto (GStrv) words = g_strsplit (line, " ", -1);
    for (guint w = 0; words[w] != NULL; w++) {
        guint n = (guint) strlen (words[w]);
        gboolean left_out = (out[0] >= at && out[0] <= at + n) || (out[1] >= at && out[1] <= at + n);
        if (n > 0 && !left_out)
            put (page, x + 5.0 * at, y, words[w]);
        at += n + 1;
    }
}

/* Two columns of a newspaper that begin between each other's lines and stand level further down, with much white between
 * lines. The first on the left end a hundredth of a point further right than those below, as such lines do. */
static void
test_columns_begin_where_no_line_stands_level (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < 14; i++) {
        put_drawn_out (page, i < 3 ? 60.01 : 60, 112 + 22 * i, "left", i);
        put_drawn_out (page, 315, 100 + 22 * i + (i < 3 ? 0 : 12), "right", i);
    }
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 0);
    g_assert_true (g_str_has_prefix (page->text->str, "left00"));
    g_assert_true (strstr (page->text->str, "left13") < strstr (page->text->str, "right00"));
}

/* Spaces as wide as the gutter, so that only recognition knows the columns. */
static void
test_recognised_columns_are_read_in_the_order_of_recognition (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_recognised (page, 60, 60, "Report on the county jail and what was found there");
    for (guint i = 0; i < 8; i++) {
        g_autofree char *left = g_strdup_printf (i % 2 == 0 ? "left%u the desk wrote a note" : "left%u a sergeant saw it go", i);
        put_words (page, 60, 100 + 14 * i, 12, left, EVX_ORIGIN_OCR);
    }
    for (guint i = 0; i < 8; i++) {
        g_autofree char *right = g_strdup_printf (i % 3 == 0 ? "right%u a note came from there" : "right%u nobody else had it", i);
        put_words (page, 243, 100 + 14 * i, 12, right, EVX_ORIGIN_OCR);
    }
    lay_out (page);
    const char *last_left = strstr (page->text->str, "left7"), *first_right = strstr (page->text->str, "right0");
    g_assert_nonnull (strstr (page->text->str, "left6 the desk wrote a note\nleft7 a sergeant saw it go\n"));
    g_assert_true (last_left < first_right);
}

/* One row after the other was recognised, as if there were no gutter. */
static void
test_recognised_columns_are_parted_though_recognition_read_across_them (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_two_columns (page, EVX_ORIGIN_OCR);
    lay_out (page);
    g_assert_true (g_str_has_prefix (page->text->str, "Report on"));
    g_assert_nonnull (strstr (page->text->str, "left6 the deputies wrote a short report there\nleft7"));
    g_assert_true (strstr (page->text->str, "left7") < strstr (page->text->str, "right0"));
}

/* Of long words, close to each other; all lines on the left stand level with some on the right. Of a picture below the
 * left column specks were read. */
static void
test_recognised_columns_are_parted_though_a_picture_cuts_one_short (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < 24; i++) {
        g_autofree char *left = g_strdup_printf ("left%u extraordinarily straightforward", i);
        g_autofree char *right = g_strdup_printf ("right%u incomprehensible documentation", i);
        if (i < 8 || i == 11 || i == 17 || i == 22)
            put_recognised (page, i < 8 ? 60 : 120, 100 + 14 * i, i < 8 ? left : "oe");
        put_recognised (page, 252, 100 + 14 * i, right);
    }
    lay_out (page);
    g_assert_nonnull (strstr (page->text->str, "left7"));
    g_assert_true (strstr (page->text->str, "left7") < strstr (page->text->str, "right0"));
}

/* A letterhead on both sides, a dark bar, of which the ink shows as rules close to each other, and columns below it. */
static void
test_a_bar_across_the_page_rules_no_columns (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put_recognised (page, 60, 60, "Report on the county jail and its custody");
    put_recognised (page, 320, 60, "Office of the inspector of places of");
    put_recognised (page, 320, 73, "detention of the county at its seat");
    for (guint i = 0; i < 4; i++)
        rule (page, 55, 85 + 4 * i, 560, 85 + 4 * i);
    for (guint i = 0; i < 8; i++) {
        g_autofree char *left = g_strdup_printf ("left%u the deputies wrote a short report there", i);
        g_autofree char *right = g_strdup_printf ("right%u the deputies wrote a short report there", i);
        put_recognised (page, 60, 100 + 14 * i, left);
        put_recognised (page, 320, 100 + 14 * i, right);
    }
    lay_out (page);
    g_assert_nonnull (strstr (page->text->str, "left7"));
    g_assert_true (strstr (page->text->str, "left7") < strstr (page->text->str, "right0"));
}

/* Notes in the margin, on base lines of their own. */
static void
test_a_recognised_note_beside_the_text_is_not_read_into_it (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < 12; i++) {
        g_autofree char *line = g_strdup_printf ("line%u of the report goes on about the desk of the county jail", i);
        put_recognised (page, 60, 100 + 14 * i, line);
        if (i == 1)
            put_recognised (page, 460, 121, "see the log");
        if (i == 4)
            put_recognised (page, 460, 163, "not found");
    }
    lay_out (page);
    g_assert_nonnull (strstr (page->text->str, "county jail\nline2 of"));
    g_assert_true (strstr (page->text->str, "line11") < strstr (page->text->str, "see the log\n"));
}

static void
test_recognised_labels_stay_beside_their_values (void)
{
    static const char *const labels[] = { "Name:", "Booking:", "Release:", "Agency:", "Officer:", "Reason:", "Received:" };
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
        put_recognised (page, 60, 100 + 14 * i, labels[i]);
    for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
        put_recognised (page, 200, 100 + 14 * i, i % 2 ? "to be filled in" : "a value that is given here");
    lay_out (page);
    g_assert_nonnull (strstr (page->text->str, "Release: a value that is given here"));
    g_assert_nonnull (strstr (page->text->str, "Agency: to be filled in"));
}

static void
test_words_in_any_order_make_lines (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put (page, 160, 114, "second line");
    put (page, 115, 100, "one here");
    put (page, 60, 114, "begin of a");
    put (page, 60, 100, "begin of");
    lay_out (page);
    g_assert_cmpstr (page->text->str, ==, "begin of one here\nbegin of a second line\n");
}

static void
test_blocks_are_parted_by_an_empty_line (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put (page, 60, 200, "The first paragraph has two lines that");
    put (page, 60, 214, "end here.");
    put (page, 60, 242, "The second stands apart.");
    lay_out (page);
    g_assert_cmpstr (page->text->str, ==,
                     "The first paragraph has two lines that\nend here.\n\nThe second stands apart.\n");
}

static void
test_printed_line_numbers_leave_the_text (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < 12; i++) {
        g_autofree char *number = g_strdup_printf ("%u", i + 1);
        put (page, 60, 100 + 24 * i, number);
        put (page, 100, 100 + 24 * i, "Q. And what did you do then?");
    }
    lay_out (page);
    g_assert_true (g_str_has_prefix (page->text->str, "Q. And"));
    g_assert_cmpuint (page->lines->len, ==, 12);
    g_assert_cmpuint (g_array_index (page->lines, EvxLine, 4).number, ==, 5);
}

static void
test_page_number_is_a_footer (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put (page, 60, 200, "Some text on the page that is long enough.");
    put (page, 300, 760, "3");
    lay_out (page);
    g_assert_cmpuint (page->blocks->len, ==, 2);
    g_assert_cmpint (g_array_index (page->blocks, EvxBlock, 1).kind, ==, EVX_BLOCK_FOOTER);
}

/* It stands hardly farther off than the lines before it do from each other. */
static void
test_a_page_number_below_lines_wide_apart_is_a_footer (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < 25; i++)
        put (page, 60, 80 + 27 * i, "Some text on the page that is long enough to be a line.");
    put (page, 300, 755, "Page 3 of 12");
    lay_out (page);
    g_assert_cmpint (g_array_index (page->blocks, EvxBlock, page->blocks->len - 1).kind, ==, EVX_BLOCK_FOOTER);
}

static void
test_a_line_that_stands_apart_at_the_top_is_a_header (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put (page, 60, 30, "County of Alder, Office of the Sheriff");
    put (page, 60, 100, "Some text on the page that is long enough.");
    lay_out (page);
    g_assert_cmpuint (page->blocks->len, ==, 2);
    g_assert_cmpint (g_array_index (page->blocks, EvxBlock, 0).kind, ==, EVX_BLOCK_HEADER);
}

static void
test_a_year_that_ends_a_sentence_is_no_label_of_an_item (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put (page, 60, 100, "In answer to your question the office received 52 requests from ICE in");
    put (page, 60, 114, "2021. No paper on the rest could be found there by the desk or by anyone");
    put (page, 60, 128, "else who was asked.");
    put (page, 60, 142, "12. The next item of this list says that the log was kept at the desk.");
    lay_out (page);
    g_assert_nonnull (strstr (page->text->str, "ICE in\n2021. No paper"));
    g_assert_nonnull (strstr (page->text->str, "asked.\n\n12. The next"));
}

static void
test_bullets_are_list_items (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put (page, 60, 200, "\u2022 First point of the slide");
    put (page, 90, 214, "- A point below it");
    lay_out (page);
    const EvxBlock *block = &g_array_index (page->blocks, EvxBlock, 1);
    g_assert_cmpint (block->kind, ==, EVX_BLOCK_LIST_ITEM);
    g_assert_cmpuint (block->level, >, 1);
}

static void
test_a_skewed_scan_keeps_its_lines (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < 20; i++)
        for (guint w = 0; w < 12; w++) {
            double x = 60 + 40 * w, y = 100 + 13 * i + 0.03 * x; /* 1.7 degrees */
            g_autofree char *text = g_strdup_printf ("l%uw%u", i, w);
            evx_page_add_word (page, text, -1, (EvxBox) { x, y, x + 36, y + 10 }, 0.9, EVX_ORIGIN_OCR);
        }
    lay_out (page);
    g_assert_cmpuint (page->lines->len, ==, 20);
}

/* A recognised word with its ink from @y0 to @y1, of a type that recognition takes for @type pt. */
static void
put_ink (EvxPage *page, double x, double y0, double y1, float type, const char *text)
{
    EvxBox ink = { x, y0, x + 5.0 * (double) g_utf8_strlen (text, -1), y1 };
    EvxWord *word = evx_page_add_word (page, text, -1, ink, 0.9f, EVX_ORIGIN_OCR);
    word->font_size = type;
}

static void
test_the_ink_of_a_dash_or_bullet_stands_on_its_line (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < 6; i++) {
        double foot = 110 + 13 * i;
        put_ink (page, 60, foot - 4.5, foot - 2.7, 10, "•");
        put_ink (page, 75, foot - 7.5, foot, 10, "Deputies");
        put_ink (page, 120, foot - 3.1, foot - 2.5, 10, "—");
        put_ink (page, 130, foot - 5, foot, 10, "seven");
        put_ink (page, 160, foot - 7.5, foot + 2, 10, "stayed,");
    }
    lay_out (page);
    g_assert_cmpuint (page->lines->len, ==, 6);
    g_assert_true (g_str_has_prefix (page->text->str, "• Deputies — seven stayed,\n"));
}

/* Recognition makes letters of bullets. */
static void
test_signs_that_stand_off_are_bullets_on_a_scan (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    static const char *const items[] = { "Visits", "Letters", "Lawyers", "Phones", "Meals", "Laundry" };
    for (guint i = 0; i < G_N_ELEMENTS (items); i++) {
        put_ink (page, 60, 101.5 + 14 * i, 106 + 14 * i, 10, i % 2 == 0 ? "e" : "¢");
        put_ink (page, 80, 100 + 14 * i, 107.5 + 14 * i, 10, items[i]);
        put_ink (page, 120, 100 + 14 * i, 107.5 + 14 * i, 10, "of");
        put_ink (page, 133, 100 + 14 * i, 107.5 + 14 * i, 10, "inmates");
    }
    lay_out (page);
    g_assert_cmpuint (page->tables->len, ==, 0);
    g_assert_cmpuint (page->blocks->len, ==, G_N_ELEMENTS (items));
    for (guint i = 0; i < page->blocks->len; i++)
        g_assert_cmpint (g_array_index (page->blocks, EvxBlock, i).kind, ==, EVX_BLOCK_LIST_ITEM);
}

/* A dash alone in a cell, that recognition took for other signs; an underscore and an equals sign are none. */
static void
test_a_thin_stroke_at_half_the_height_is_a_dash (void)
{
    static const char *const taken[] = { "_", "=", "a", "-_-" };
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < G_N_ELEMENTS (taken); i++) {
        double foot = 110 + 13 * i;
        put_ink (page, 60, foot - 7.5, foot, 10, "Visits");
        EvxBox stroke = { 160, foot - 3, 168, foot - 2.4 };
        evx_page_add_word (page, taken[i], -1, stroke, 0.4f, EVX_ORIGIN_OCR)->font_size = 10;
        put_ink (page, 240, foot - 7.5, foot, 10, "17");
    }
    put_ink (page, 60, 154.5, 162, 10, "Name");
    evx_page_add_word (page, "_", -1, (EvxBox) { 160, 163, 168, 163.6 }, 0.4f, EVX_ORIGIN_OCR)->font_size = 10;
    evx_page_add_word (page, "=", -1, (EvxBox) { 180, 157, 186, 161 }, 0.4f, EVX_ORIGIN_OCR)->font_size = 10;
    put_ink (page, 240, 154.5, 162, 10, "18");
    lay_out (page);
    g_assert_true (g_str_has_prefix (page->text->str, "Visits — 17\nVisits — 17\nVisits — 17\nVisits — 17\n"));
    g_assert_nonnull (strstr (page->text->str, "= 18"));
}

/* Letters that rise, hang or are boxed too high lean a short line; a long one they do not. */
static void
test_short_lines_with_crooked_boxes_lean_no_page (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < 8; i++) {
        double foot = 110 + 14 * i;
        put_ink (page, 60, foot - 7, foot, 10, "Records");
        put_ink (page, 98, foot - 7, foot, 10, "of");
        put_ink (page, 112, foot - 7, foot, 10, "the");
        put_ink (page, 130, foot - 7, foot + 2, 10, "county");
        put_ink (page, 163, foot - 6, foot + 1.5, 10, "Sheriff");
        put_ink (page, 520, foot - 7, foot, 10, "11");
    }
    for (guint i = 0; i < 14; i++)
        put_ink (page, 60 + 34 * i, 223, 230, 10, "Custody");
    lay_out (page);
    g_assert_true (g_str_has_prefix (page->text->str, "Records of the county Sheriff 11\nRecords of the county Sheriff 11\n"));
    g_assert_cmpuint (page->lines->len, ==, 9);
}

/* Recognition states one size for all lines of a block. */
static void
test_a_small_line_over_a_large_title_is_a_block_of_its_own (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    static const char *const small[] = { "MADE", "FOR", "A", "TEST,", "NOT", "REAL" };
    static const char *const large[] = { "NOTICE", "OF", "RELEASE" };
    for (guint i = 0; i < G_N_ELEMENTS (small); i++)
        put_ink (page, 140 + 32 * i, 53.3, 60, 13, small[i]);
    for (guint i = 0; i < G_N_ELEMENTS (large); i++)
        put_ink (page, 140 + 64 * i, 66, 76, 13, large[i]);
    lay_out (page);
    g_assert_cmpuint (page->blocks->len, ==, 2);
    g_assert_cmpuint (page->lines->len, ==, 2);
}

static void
test_a_title_is_parted_by_a_little_more_than_a_line (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    static const char *const body[] = { "one", "man", "left", "at", "noon" };
    for (guint line = 0; line < 5; line++)
        for (guint i = 0; i < G_N_ELEMENTS (body); i++) {
            double foot = 100 + 20 * line + (line > 0 ? 4 : 0);
            put_ink (page, 60 + 28 * i, foot - (line > 0 ? 9.2 : 10.6), foot, line > 0 ? 12 : 13.7f,
                     line > 0 ? body[i] : "Shift");
        }
    lay_out (page);
    g_assert_cmpuint (page->blocks->len, ==, 2);
}

static void
test_dust_on_a_scan_is_no_line (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    static const char *const lines[] = { "The first line of the letter,", "'", "and the second one of it.", "." };
    for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
        g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
        for (guint k = 0; words[k] != NULL; k++)
            evx_page_add_word (page, words[k], -1, (EvxBox) { 60 + 32 * k, 60 + 20 * i, 88 + 32 * k, 70 + 20 * i }, 0.9f,
                               EVX_ORIGIN_OCR);
    }
    evx_page_add_word (page, ".", -1, (EvxBox) { 230, 106, 231, 107 }, 0.1f, EVX_ORIGIN_OCR);
    lay_out (page);
    g_assert_cmpuint (page->lines->len, ==, 2);
    g_assert_true (g_str_has_suffix (page->text->str, "it.\n"));
}

static void
test_a_page_without_words_stays_empty (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    lay_out (page);
    g_assert_cmpuint (page->blocks->len, ==, 0);
    g_assert_cmpstr (page->text->str, ==, "");
}

static void
test_hostile_boxes_keep_every_word (void)
{
    const EvxBox boxes[] = { { NAN, 0, INFINITY, 1 }, { -1e300, -5, 1e300, 1e300 }, { 5, 5, 1, 1 },
                             { 100, 100, 100, 100 }, { 0, 0, 0, 0 } };
    const EvxOrigin origins[] = { EVX_ORIGIN_TEXT, EVX_ORIGIN_OCR };
    for (guint o = 0; o < G_N_ELEMENTS (origins); o++) {
        g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
        for (guint i = 0; i < 500; i++)
            evx_page_add_word (page, "word", -1, boxes[i % G_N_ELEMENTS (boxes)], 1, origins[o])->font_size = i % 3 * 9;
        lay_out (page);
        g_assert_cmpuint (page->words->len, ==, 500);
    }
}

/* @place: 0 all at one place, 1 scattered, 2 a dense grid */
static void
lay_out_many (guint place)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    g_autoptr (GRand) rand = g_rand_new_with_seed (7);
    for (guint i = 0; i < 200000; i++) {
        double x = place == 0 ? 9 : place == 1 ? g_rand_double_range (rand, 0, 600) : (i % 400) * 15;
        double y = place == 0 ? 9 : place == 1 ? g_rand_double_range (rand, 0, 780) : (i / 400) * 12;
        evx_page_add_word (page, "w", -1, (EvxBox) { x, y, x + 6, y + 10 }, 1, EVX_ORIGIN_TEXT);
    }
    g_autoptr (GTimer) timer = g_timer_new ();
    lay_out (page);
    g_assert_cmpuint (page->words->len, ==, 200000);
    g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 20);
}

static void
test_two_hundred_thousand_words_take_seconds (void)
{
    for (guint place = 0; place < 3; place++)
        lay_out_many (place);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/layout/recognised columns are read in the order of recognition",
                     test_recognised_columns_are_read_in_the_order_of_recognition);
    g_test_add_func ("/layout/recognised columns are parted though recognition read across them",
                     test_recognised_columns_are_parted_though_recognition_read_across_them);
    g_test_add_func ("/layout/recognised columns are parted though a picture cuts one short",
                     test_recognised_columns_are_parted_though_a_picture_cuts_one_short);
    g_test_add_func ("/layout/a bar across the page rules no columns", test_a_bar_across_the_page_rules_no_columns);
    g_test_add_func ("/layout/a recognised note beside the text is not read into it",
                     test_a_recognised_note_beside_the_text_is_not_read_into_it);
    g_test_add_func ("/layout/recognised labels stay beside their values",
                     test_recognised_labels_stay_beside_their_values);
    g_test_add_func ("/layout/two columns are read one after the other", test_two_columns_are_read_one_after_the_other);
    g_test_add_func ("/layout/columns begin where no line stands level", test_columns_begin_where_no_line_stands_level);
    g_test_add_func ("/layout/words in any order make lines", test_words_in_any_order_make_lines);
    g_test_add_func ("/layout/blocks are parted by an empty line", test_blocks_are_parted_by_an_empty_line);
    g_test_add_func ("/layout/printed line numbers leave the text", test_printed_line_numbers_leave_the_text);
    g_test_add_func ("/layout/page number is a footer", test_page_number_is_a_footer);
    g_test_add_func ("/layout/a page number below lines wide apart is a footer",
                     test_a_page_number_below_lines_wide_apart_is_a_footer);
    g_test_add_func ("/layout/a line that stands apart at the top is a header",
                     test_a_line_that_stands_apart_at_the_top_is_a_header);
    g_test_add_func ("/layout/a year that ends a sentence is no label of an item",
                     test_a_year_that_ends_a_sentence_is_no_label_of_an_item);
    g_test_add_func ("/layout/bullets are list items", test_bullets_are_list_items);
    g_test_add_func ("/layout/a skewed scan keeps its lines", test_a_skewed_scan_keeps_its_lines);
    g_test_add_func ("/layout/the ink of a dash or bullet stands on its line",
                     test_the_ink_of_a_dash_or_bullet_stands_on_its_line);
    g_test_add_func ("/layout/signs that stand off are bullets on a scan",
                     test_signs_that_stand_off_are_bullets_on_a_scan);
    g_test_add_func ("/layout/a thin stroke at half the height is a dash", test_a_thin_stroke_at_half_the_height_is_a_dash);
    g_test_add_func ("/layout/short lines with crooked boxes lean no page",
                     test_short_lines_with_crooked_boxes_lean_no_page);
    g_test_add_func ("/layout/a small line over a large title is a block of its own",
                     test_a_small_line_over_a_large_title_is_a_block_of_its_own);
    g_test_add_func ("/layout/a title is parted by a little more than a line",
                     test_a_title_is_parted_by_a_little_more_than_a_line);
    g_test_add_func ("/layout/dust on a scan is no line", test_dust_on_a_scan_is_no_line);
    g_test_add_func ("/layout/a page without words stays empty", test_a_page_without_words_stays_empty);
    g_test_add_func ("/layout/hostile boxes keep every word", test_hostile_boxes_keep_every_word);
    g_test_add_func ("/layout/two hundred thousand words take seconds", test_two_hundred_thousand_words_take_seconds);
    return g_test_run ();
}
