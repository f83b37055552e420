/* Which words could be words, and which text layers can be believed. */
#include "text.h"

#include <string.h>

/* Share of the judged words of @text that are plausible; EVX_NONE if none was judged. */
static double
plausible_share (const char *text)
{
    g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
    guint good = 0, judged = 0;
    for (guint i = 0; words[i] != NULL; i++) {
        int one = evx_word_plausible (words[i], strlen (words[i]));
        good += one > 0;
        judged += one >= 0;
    }
    return judged > 0 ? (double) good / judged : EVX_NONE;
}

static const char english[] =
    "The deputy released the person to federal officers at the sally port after the detainer was "
    "received, and the jail notified the family that the transfer had taken place on Tuesday.";
static const char spanish[] =
    "El condado notificó a la oficina federal que la persona sería liberada el martes; ningún familiar "
    "recibió aviso previo del traslado, según consta en el expediente de la audiencia pública.";
static const char german[] =
    "Die Behörde übergab den Häftling am Dienstag, nachdem das Gesuch eingegangen war; die Angehörigen "
    "wurden über die Überstellung nicht rechtzeitig benachrichtigt, wie aus den Akten hervorgeht.";
static const char names[] =
    "Hernández Gutiérrez Nguyen Kowalski Mohammed Schmidt Villaseñor O'Brien Krishnamurthy Jean-Baptiste "
    "Papadopoulos Yamamoto Fernandes Lindqvist MacDonald Okonkwo Castañeda Rodrigues";

static void
test_text_of_several_languages_is_plausible (void)
{
    g_assert_cmpfloat (plausible_share (english), >, 0.95);
    g_assert_cmpfloat (plausible_share (spanish), >, 0.95);
    g_assert_cmpfloat (plausible_share (german), >, 0.95);
    g_assert_cmpfloat (plausible_share (names), >, 0.9);
}

/* A font whose map to Unicode is off by some places: letters shift, and at the ends become symbols. */
static void
test_shifted_text_is_not (void)
{
    for (int by = -29; by <= 29; by++) {
        g_autoptr (GString) shifted = g_string_new (NULL);
        if (by == 0 || by == -26 || by == 26)
            continue;
        for (const char *p = english; *p != '\0'; p++)
            g_string_append_c (shifted, *p == ' ' ? ' ' : (char) (33 + (*p - 33 + by + 94) % 94));
        g_assert_cmpfloat (plausible_share (shifted->str), <, 0.6);
    }
}

static void
test_numbers_codes_and_abbreviations_are_not_judged (void)
{
    static const char *const neutral[] = { "12,345",   "03/05/2020", "A-123456", "J22-00417", "ICE",
                                           "(b)(7)(C)", "a.m.",       "of",       "§",         "$1,200.50",
                                           "PRCS",     "Привет",     "東京",     "clerk@county.example" };
    for (guint i = 0; i < G_N_ELEMENTS (neutral); i++)
        g_assert_cmpint (evx_word_plausible (neutral[i], strlen (neutral[i])), ==, -1);
}

static void
test_noise_is_implausible (void)
{
    static const char *const noise[] = { "1nm4te", "wvxqz", "tr$nsf*rred", "\xef\xbf\xbd\xef\xbf\xbd",
                                         "\xee\x80\x81" "bc", "llllll", "ghsxwb" };
    for (guint i = 0; i < G_N_ELEMENTS (noise); i++)
        g_assert_cmpint (evx_word_plausible (noise[i], strlen (noise[i])), ==, 0);
}

/* A page with the words of @text, 10 pt high, from (x, y) on, one below the other. */
static EvxPage *
page_of (const char *text, double y, guint flags)
{
    EvxPage *page = evx_page_new (0, 612, 792);
    g_auto (GStrv) words = g_strsplit (text, " ", -1);
    for (guint i = 0; words[i] != NULL; i++, y += 12) {
        EvxBox box = { 72, y, 172, y + 10 };
        EvxWord *word = evx_page_add_word (page, words[i], -1, box, 1, EVX_ORIGIN_TEXT);
        word->flags = (guint16) flags;
    }
    return page;
}

static void
add_picture (EvxPage *page, EvxBox box)
{
    EvxPicture picture = { .box = box };
    g_array_append_val (page->pictures, picture);
}

static void
test_figures_add_up (void)
{
    g_autoptr (EvxPage) page = page_of (english, 100, 0);
    add_picture (page, (EvxBox) { 0, 0, 306, 792 });
    add_picture (page, (EvxBox) { 0, 0, 306, 396 }); /* lies in the first: counts once */
    EvxTrust trust = evx_text_trust (page, NULL);
    g_assert_cmpuint (trust.words, ==, page->words->len);
    g_assert_cmpfloat_with_epsilon (trust.image_area, 0.5, 0.01);
    g_assert_cmpfloat_with_epsilon (trust.text_area, page->words->len * 1000 / (612.0 * 792), 1e-6);
    g_assert_cmpfloat (trust.hidden_share, ==, 0);
    g_assert_true (evx_text_believable (&trust, NULL));
}

static void
test_a_hidden_layer_covers_nothing (void)
{
    g_autoptr (EvxPage) page = page_of (english, 100, EVX_WORD_HIDDEN);
    EvxTrust trust = evx_text_trust (page, NULL);
    g_assert_cmpfloat (trust.hidden_share, ==, 1);
    g_assert_cmpfloat (trust.text_area, ==, 0);
}

static void
test_a_stamp_stands_in_the_margin (void)
{
    g_autoptr (EvxPage) page = page_of ("PRODUCTION 000123", 765, 0);
    EvxTrust trust = evx_text_trust (page, NULL);
    g_assert_cmpfloat (trust.text_outside_margins, ==, 0);
}

static void
test_a_layer_of_noise_is_not_believed (void)
{
    g_autoptr (EvxPage) page = page_of ("Wkh ghsxwb uhohdvhg wkh shuvrq wr ihghudo riilfhuv diwhu qrrq", 100, 0);
    const char *why = NULL;
    EvxTrust trust = evx_text_trust (page, NULL);
    g_assert_false (evx_text_believable (&trust, &why));
    g_assert_nonnull (why);
}

static void
set_font (EvxPage *page, guint first, guint font)
{
    for (guint i = first; i < page->words->len; i++)
        g_array_index (page->words, EvxWord, i).line = font;
}

static void
add_words (EvxPage *page, const char *text, guint font)
{
    g_auto (GStrv) words = g_strsplit (text, " ", -1);
    guint first = page->words->len;
    for (guint i = 0; words[i] != NULL; i++)
        evx_page_add_word (page, words[i], -1, (EvxBox) { 72, 400 + 12 * i, 172, 410 + 12 * i }, 1, EVX_ORIGIN_TEXT);
    set_font (page, first, font);
}

/* Shifted words in one font, in another the codes that documents are full of. */
static void
test_a_font_that_lies_is_told_from_those_beside_it (void)
{
    g_autoptr (EvxPage) page = page_of (english, 100, 0);
    set_font (page, 0, 1);
    guint first = page->words->len;
    add_words (page, "6LJQDWXUH V30A0S Wkh ghsxwb uhohdvhg wkh shuvrq wr ihghudo riilfhuv diwhu qrrq wvxqz", 2);
    guint end = page->words->len;
    add_words (page, "(b)(6) (b)(7)(C) 2019-CR-0042 A4471 7927.705 QB-812 (b)(7)(E)", 3);
    EvxTrust trust = evx_text_trust (page, NULL);
    g_assert_cmpuint (trust.odd_words, ==, end - first);
    for (guint i = 0; i < page->words->len; i++)
        g_assert_cmpint ((g_array_index (page->words, EvxWord, i).flags & EVX_WORD_ODD) != 0, ==, i >= first && i < end);
}

static void
test_an_empty_page_has_no_layer (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    EvxTrust trust = evx_text_trust (page, NULL);
    g_assert_false (evx_text_believable (&trust, NULL));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/text/text of several languages is plausible",
                     test_text_of_several_languages_is_plausible);
    g_test_add_func ("/text/shifted text is not", test_shifted_text_is_not);
    g_test_add_func ("/text/numbers, codes and abbreviations are not judged",
                     test_numbers_codes_and_abbreviations_are_not_judged);
    g_test_add_func ("/text/noise is implausible", test_noise_is_implausible);
    g_test_add_func ("/text/figures add up", test_figures_add_up);
    g_test_add_func ("/text/a hidden layer covers nothing", test_a_hidden_layer_covers_nothing);
    g_test_add_func ("/text/a stamp stands in the margin", test_a_stamp_stands_in_the_margin);
    g_test_add_func ("/text/a layer of noise is not believed", test_a_layer_of_noise_is_not_believed);
    g_test_add_func ("/text/a font that lies is told from those beside it",
                     test_a_font_that_lies_is_told_from_those_beside_it);
    g_test_add_func ("/text/an empty page has no layer", test_an_empty_page_has_no_layer);
    return g_test_run ();
}
