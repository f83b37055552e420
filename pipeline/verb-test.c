/* Options, messages and the nearest verb. */
#include "verb.h"

static const EvxVerb verbs[] = {
    { "run", "", NULL }, { "status", "", NULL }, { "search", "", NULL }, { NULL, NULL, NULL },
};

static void
test_a_slip_finds_its_verb (void)
{
    g_assert_cmpstr (evx_verb_nearest (verbs, "serach"), ==, "search");
    g_assert_cmpstr (evx_verb_nearest (verbs, "rnu"), ==, "run");
    g_assert_cmpstr (evx_verb_nearest (verbs, "stat"), ==, "status");
    g_assert_null (evx_verb_nearest (verbs, "frobnicate"));
    g_assert_null (evx_verb_nearest (verbs, ""));
}

static void
test_terminal_text_is_harmless (void)
{
    g_autofree char *shown = evx_verb_printable ("a\x1b[31m\xff\n\xe2\x80\xae\xc3\xa9");
    g_assert_cmpstr (shown, ==, "a\\x1b[31m\\xff\\n\\u202e\xc3\xa9");
}

static void
test_arguments_keep_their_bytes (void)
{
    char *words[] = { (char *) "run", (char *) "a\xff", (char *) "--jobs", (char *) "3",
                      (char *) "--", (char *) "--b", NULL };
    char **argv = words;
    int argc = 6;
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxOptions) options =
        evx_verb_parse_settings (&argc, &argv, "INPUT", NULL, NULL, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpint (argc, ==, 3);
    g_assert_cmpstr (argv[1], ==, "a\xff");
    g_assert_cmpstr (argv[2], ==, "--b");
    g_assert_cmpint (evx_options_int (options, "jobs"), ==, 3);
    g_free (argv[1]);
    g_free (argv[2]);
}

static void
test_a_value_may_touch_its_letter (void)
{
    char *words[] = { (char *) "run", (char *) "-j4", (char *) "a-j5", (char *) "--", (char *) "-j6", NULL };
    char **argv = words;
    int argc = 5;
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxOptions) options =
        evx_verb_parse_settings (&argc, &argv, "INPUT", NULL, NULL, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpint (evx_options_int (options, "jobs"), ==, 4);
    g_assert_cmpint (argc, ==, 3);
    g_assert_cmpstr (argv[1], ==, "a-j5");
    g_assert_cmpstr (argv[2], ==, "-j6");
    g_free (argv[1]);
    g_free (argv[2]);
}

static void
test_a_wrong_setting_is_an_error (void)
{
    char *words[] = { (char *) "run", (char *) "--ocr=maybe", NULL };
    char **argv = words;
    int argc = 2;
    g_autoptr (GError) error = NULL;
    g_assert_null (evx_verb_parse_settings (&argc, &argv, "INPUT", NULL, NULL, NULL, &error));
    g_assert_error (error, EVX_ERROR, EVX_ERROR_USAGE);
}

int
main (int argc, char **argv)
{
    g_setenv ("XDG_CONFIG_HOME", "/nonexistent", TRUE);
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/verb/a slip finds its verb", test_a_slip_finds_its_verb);
    g_test_add_func ("/verb/terminal text is harmless", test_terminal_text_is_harmless);
    g_test_add_func ("/verb/arguments keep their bytes", test_arguments_keep_their_bytes);
    g_test_add_func ("/verb/a value may touch its letter", test_a_value_may_touch_its_letter);
    g_test_add_func ("/verb/a wrong setting is an error", test_a_wrong_setting_is_an_error);
    return g_test_run ();
}
