/* The text that patterns are held against. */
#include "patterns.h"

#include <string.h>

static void
test_blanks_line_ends_and_marks_of_quoted_mail_are_one_blank (void)
{
    static const char *const texts[][2] = {
        { "no gap", "no gap" },
        { "> a\n>> b  c\t\v\n", " a b c " },
        { "a\xc2\xa0\xe2\x80\x83z\xc2\x85 e\xc3\xb1o", "a z e\xc3\xb1o" },
        { "", "" },
    };
    g_autoptr (GRegex) gap = g_regex_new ("[\\s>]+", 0, 0, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_autofree char *plain = evx_patterns_plain (texts[i][0], strlen (texts[i][0]));
        g_autofree char *by_pattern = g_regex_replace_literal (gap, texts[i][0], -1, 0, " ", 0, NULL);
        g_assert_cmpstr (plain, ==, texts[i][1]);
        g_assert_cmpstr (plain, ==, by_pattern);
    }
}

static void
test_what_stands_behind_the_length_is_not_read (void)
{
    g_autofree char *plain = evx_patterns_plain ("a  bc", 4);
    g_assert_cmpstr (plain, ==, "a b");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/document/patterns/blanks-line-ends-and-marks-of-quoted-mail-are-one-blank",
                     test_blanks_line_ends_and_marks_of_quoted_mail_are_one_blank);
    g_test_add_func ("/document/patterns/what-stands-behind-the-length-is-not-read", test_what_stands_behind_the_length_is_not_read);
    return g_test_run ();
}
