/* Tests of telling figures from letters by their place; nothing is recognised. */
#include "ocr-internal.h"

typedef struct {
    double x, y; /* pt: where the word begins, and its base line */
    const char *read, *spelled;
} Case;

/* Words are 6 pt wide a letter and 10 pt high; those of one base line are one line. */
static void
assert_spelled (const Case *cases, guint n)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < n; i++) {
        EvxBox box = { cases[i].x, cases[i].y - 10, cases[i].x + 6.0 * strlen (cases[i].read), cases[i].y };
        EvxWord *word = evx_page_add_word (page, cases[i].read, -1, box, 0.9f, EVX_ORIGIN_OCR);
        g_assert_nonnull (word);
        word->line = (guint32) cases[i].y;
    }
    evx_ocr_spell (page);
    for (guint i = 0; i < n; i++) {
        g_autofree char *text = evx_page_word (page, i);
        g_assert_cmpstr (text, ==, cases[i].spelled);
    }
}

static void
test_a_stroke_among_figures_is_a_one (void)
{
    static const Case cases[] = { { 40, 40, "l,204", "1,204" },   { 90, 40, "03/l4/2020", "03/14/2020" },
                                  { 40, 60, "$|5.00", "$15.00" }, { 90, 60, "al", "al" },
                                  { 40, 80, "I-247A", "I-247A" }, { 120, 80, "l", "l" },
                                  { 240, 400, "Type", "Type" },   { 268, 400, "l", "I" },
                                  { 40, 440, "DUl,", "DUI," },    { 70, 440, "HCl", "HCl" },
                                  { 40, 460, "(95%", "(95%" },    { 70, 460, "Cl)", "CI)" },
                                  { 240, 440, "Al", "Al" },       { 240, 460, "Cl", "Cl" } };
    assert_spelled (cases, G_N_ELEMENTS (cases));
}

static void
test_a_letter_in_a_column_of_figures_is_a_figure (void)
{
    static const Case cases[] = { { 40, 40, "Requests", "Requests" }, { 200, 40, "8", "8" },
                                  { 40, 60, "Released", "Released" }, { 200, 60, "I", "1" },
                                  { 40, 80, "Denied", "Denied" },     { 200, 80, "O", "0" },
                                  { 40, 100, "Sent", "Sent" },        { 200, 100, "12", "12" },
                                  { 40, 120, "Open", "Open" },        { 200, 120, "3", "3" } };
    assert_spelled (cases, G_N_ELEMENTS (cases));
}

static void
test_the_pronoun_stays_between_words (void)
{
    static const Case cases[] = { { 40, 40, "When", "When" }, { 70, 40, "|", "I" },       { 80, 40, "came", "came" },
                                  { 40, 54, "home", "home" }, { 70, 54, "I", "I" },       { 80, 54, "saw", "saw" },
                                  { 40, 68, "14", "14" },     { 70, 68, "geese", "geese" }, { 120, 68, "there", "there" } };
    assert_spelled (cases, G_N_ELEMENTS (cases));
}

static void
test_no_word_begins_with_l_before_another_consonant (void)
{
    static const Case cases[] = { { 40, 40, "lreland", "Ireland" }, { 90, 40, "lnmates", "Inmates" },
                                  { 40, 60, "llamar", "llamar" },   { 90, 60, "lbs.", "lbs." },
                                  { 40, 80, "later", "later" },     { 90, 80, "lyric", "lyric" } };
    assert_spelled (cases, G_N_ELEMENTS (cases));
}

static void
test_the_names_of_forms_begin_with_a_capital_i (void)
{
    static const Case with[] = { { 40, 40, "1-247A,", "I-247A," }, { 120, 40, "1-200", "I-200" },   { 200, 40, "1-800", "1-800" },
                                 { 40, 60, "!-205;", "I-205;" },  { 120, 60, "(l-247)", "(I-247)" }, { 200, 60, "1-2051", "1-2051" },
                                 { 40, 80, "1-203", "1-203" } };
    static const Case without[] = { { 40, 40, "1-200", "1-200" }, { 120, 40, "l-205", "1-205" }, { 200, 40, "1-2471", "1-2471" } };
    assert_spelled (with, G_N_ELEMENTS (with));
    assert_spelled (without, G_N_ELEMENTS (without));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/ocr/spell/a-stroke-among-figures-is-a-one", test_a_stroke_among_figures_is_a_one);
    g_test_add_func ("/ocr/spell/a-letter-in-a-column-of-figures-is-a-figure",
                     test_a_letter_in_a_column_of_figures_is_a_figure);
    g_test_add_func ("/ocr/spell/the-pronoun-stays-between-words", test_the_pronoun_stays_between_words);
    g_test_add_func ("/ocr/spell/no-word-begins-with-l-before-another-consonant",
                     test_no_word_begins_with_l_before_another_consonant);
    g_test_add_func ("/ocr/spell/the-names-of-forms-begin-with-a-capital-i", test_the_names_of_forms_begin_with_a_capital_i);
    return g_test_run ();
}
