/* Answers in the turns of a transcript. */
#include "document-internal.h"
#include "test-document.h"

/* @asked: words of a mention of @kind in the first question, without a number. Claims are number, what, year. */
typedef struct {
    const char *text, *kind, *asked;
    const char *wanted; /* "37 transfers 2021, 12 requests 2020" */
} Talk;

static void
check (const Talk *talk)
{
    g_autoptr (Pages) pages = pages_new ();
    g_autofree char *text = g_strconcat ("Alder County Sheriff's Office\nMarch 7, 2022\n\nICE hearing\n\n", talk->text, NULL);
    EvxPage *page = add_page (pages, text);
    add_mention (page, talk->kind, strcmp (talk->kind, "transfer") == 0 ? "custody" : "request", talk->asked, EVX_NONE, EVX_NONE);
    g_autoptr (EvxDocument) document = read_document (pages);
    g_autoptr (GString) found = g_string_new (NULL);
    for (guint i = 0; i < document->claims->len; i++) {
        const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, i);
        g_string_append_printf (found, "%s%d %s %d", i > 0 ? ", " : "", (int)claim->number, claim->what, claim->year);
        g_assert_cmpstr (claim->speaker, ==, "Sheriff Lund");
    }
    g_test_message ("%s", talk->text);
    g_assert_cmpstr (found->str, ==, talk->wanted);
}

static void
test_a_number_answers_the_turn_before (void)
{
    static const Talk talks[] = {
        { "CHAIR ABLE: How many people did you give to ICE in 2021?\n\nSHERIFF LUND: Thirty-seven.\n", "transfer", "give", "37 transfers 2021" },
        { "CHAIR ABLE: How many people did you give to ICE last year?\n\nSHERIFF LUND: 37 in 2021. Three hundred and one in 2020.\n", "transfer",
          "give", "37 transfers 2021, 301 transfers 2020" },
        { "CHAIR ABLE (District 2): How many did you give to ICE in 2021?\n\nSHERIFF LUND: Thirty-seven.\n\nCHAIR ABLE: And in 2020?\n\n"
          "SHERIFF LUND: Twelve.\n", "transfer", "give", "37 transfers 2021, 12 transfers 2020" },
        { "CHAIR ABLE: How many requests did ICE send in 2021?\n\nSHERIFF LUND: Thirty-seven.\n", "notification", "requests", "37 requests 2021" },
        { "CHAIR ABLE: How many did you give to ICE in 2021?\n\nSHERIFF LUND: No.\n", "transfer", "give", "" },
        { "CHAIR ABLE: How many did you give to ICE?\n\nSHERIFF LUND: Thirty-seven.\n", "transfer", "give", "" },
        { "CHAIR ABLE: How many did you give to ICE in 2021?\n\nSHERIFF LUND: Thirty-seven percent.\n", "transfer", "give", "" },
        { "CHAIR ABLE: How many did you give to ICE in 2021?\n\nSHERIFF LUND: Later.\n\nCHAIR ABLE: How many beds are there?\n\n"
          "SHERIFF LUND: Thirty-seven.\n", "transfer", "give", "" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (talks); i++)
        check (&talks[i]);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/document/turns/a-number-answers-the-turn-before", test_a_number_answers_the_turn_before);
    return g_test_run ();
}
