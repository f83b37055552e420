/* Who says a number. */
#include "document-internal.h"
#include "test-document.h"

typedef struct {
    const char *text, *credited, *speaker; /* credited, speaker: NULL: nobody */
} Said;

/* The mention is of "transfers", in the sentence that is its line. */
static void
test_a_number_is_said_by_the_person_that_the_text_names (void)
{
    static const Said cases[] = {
        { "Captain Ada Lund spoke.\nHe said that 9 transfers were made.\n", "He",
          "Captain Ada Lund" },
        { "Undersheriff Otto Voss spoke.\nThe Undersheriff said that 9 transfers were made.\n",
          "Undersheriff", "Undersheriff Otto Voss" },
        { "Captain Ada Lund spoke to Captain Otto Voss.\nThe Captain said that 9 transfers were "
          "made.\n",
          "Captain", "Captain" },
        { "Vera Pike of the Oakmoor Network said that 9 transfers were made.\n", "Oakmoor Network",
          "Vera Pike of the Oakmoor Network" },
        { "Sheriff Otto Voss of Elmsford County, who had come, said that his office made 9 "
          "transfers.\n",
          NULL, "Sheriff Otto Voss" },
        { "Seg\xc3\xban el informe de la alguacil Vera Pike, hubo 9 transfers.\n", NULL,
          "alguacil Vera Pike" },
        { "\xe2\x80\x9cWe made 9 transfers.\xe2\x80\x9d\n\n\xe2\x80\x94 Sheriff Otto Voss\n", NULL,
          "Sheriff Otto Voss" },
        { "\"We obey,\" Pike said. \"We made 9 transfers.\"\n", NULL, "Pike" },
        { "\"We made 9 transfers,\" said Vera Pike.\n", NULL, "Vera Pike" },
        { "\"We obey.\" In 2022 there were 9 transfers.\n", NULL, NULL },
        { "The jail made 9 transfers.\n", NULL, NULL },
        { "I told the Sheriff of 9 transfers.\n", "I", NULL },
        { "Captain Amos Lund answered that there were 9 transfers.\n", NULL, "Captain Amos Lund" },
        { "Sheriff Otto Voss took questions from Mr. Pike. Asked by Ms. Abel, he smiled.\nHe said "
          "that 9 transfers were made.\n",
          "He", "Sheriff Otto Voss" },
        { "Sheriff Otto Voss spoke.\nHe said that bookings fell.\nHe said that 9 transfers were "
          "made.\n",
          "He", "Sheriff Otto Voss" },
        { "A lawyer for the Elmsford Defense Project, Nora Habib, disputed this.\n\"There were 9 "
          "transfers,\" she said.\n",
          NULL, "Nora Habib" },
        { "Sheriff Otto Voss spoke.\nIn answer to Supervisor Pike he said that 9 transfers were "
          "made.\n",
          NULL, "Sheriff Otto Voss" },
        { "Sheriff Otto Voss spoke.\nOf these, the sheriff said, 9 were transfers.\n", NULL,
          "Sheriff Otto Voss" },
        { "ICE told the sheriff of 9 transfers.\n", NULL, "ICE" },
        { "A spokeswoman for ICE, Vera Pike, said the agency asked for 9 transfers.\n", NULL,
          "Vera Pike" },
        { "Vera Pike, a priest who runs a shelter, said ICE made 9 transfers.\n", "ICE",
          "Vera Pike" },
        { "In 2022 there were 9 transfers, according to figures shown on Monday by Capt. Ada "
          "Lund.\n",
          "figures shown on Monday by Capt", "Capt. Ada Lund" },
        { "\"It fell,\" Lund said. \"We made 9 transfers.\"\n\nVera Pike, a priest, said it "
          "rose.\n",
          NULL, "Lund" },
        { "\"Deben parar\", dijo el padre Tom Ibarra. \"Hubo 9 transfers.\"\n", NULL,
          "Tom Ibarra" },
        { "FORUM\nCaptain Lund, Custody Services, gave a report.\nShe said that 9 transfers were "
          "made.\n",
          "She", "Captain Lund" },
        { "Hubo 9 transfers en 2022, dijo el martes la alguacil Odalia Brand.\n", NULL,
          "alguacil Odalia Brand" },
        { "\xe2\x80\x9cIt fell,\" Lund said. \"We made 9 transfers.\xe2\x80\x9d\n", NULL, "Lund" },
        { "The Board met on Monday in Elmsford County.\nHe said that 9 transfers were made.\n",
          "He", "He" },
    };
    EvxSpeakerReader *reader = evx_speaker_reader_new ();
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (EvxDocument) document = evx_document_new ("0123456789abcdef", "a.pdf");
        g_autoptr (EvxPage) page = evx_page_from_passage (cases[i].text, strlen (cases[i].text));
        EvxMention *mention = add_mention (page, "transfer", "custody", "transfers", 9, 2022);
        mention->speaker = cases[i].credited;
        g_autofree char *speaker = evx_claim_speaker (reader, document, page, mention, NULL);
        g_test_message ("%s", cases[i].text);
        g_assert_cmpstr (speaker, ==, cases[i].speaker);
    }
    evx_speaker_reader_free (reader);
}

static void
test_a_letter_is_said_by_who_signed_it_and_a_memorandum_by_who_sent_it (void)
{
    static const char letter[] = "May 7, 2023\n\nDear Board:\n\nIn 2022 we made 9 transfers to "
                                 "ICE.\n\nSincerely,\n\nVera T. Pike\nUndersheriff\n";
    static const char memo[] = "MEMORANDUM\nTO: All\nFROM: Lt. Vera Pike, Corrections\nRE: "
                               "ICE\n\nIn 2022 we made 9 transfers to ICE.\n";
    static const char minutes[] = "MINUTES\nBoard of Supervisors\n\nIn 2022 we made 9 transfers to "
                                  "ICE.\n\nRespectfully submitted,\nVera Pike\n";
    static const char oath[] = "DECLARATION OF VERA PIKE\n\nI, Vera Pike, declare:\n\nIn 2022 we "
                               "made 9 transfers to ICE.\n";
    static const char statement[] =
        "STATEMENT OF SHERIFF VERA PIKE\n\nIn 2022 we made 9 transfers to ICE.\n";
    static const char open_letter[] = "May 7, 2023\n\nTo the Board of Supervisors:\n\nIn 2022 we "
                                      "made 9 transfers to ICE.\n\nYours in hope,\n\nVera Pike\n";
    static const char *const texts[][2] = {
        { statement, "Sheriff Vera Pike" }, { open_letter, "Vera Pike" }, { oath, "Vera Pike" },
        { letter, "Vera T. Pike" },         { memo, "Lt. Vera Pike" },    { minutes, NULL }
    };
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_autoptr (Pages) pages = pages_new ();
        add_mention (add_page (pages, texts[i][0]), "transfer", "custody", "transfers", 9, 2022);
        g_autoptr (EvxDocument) document = read_document (pages);
        g_assert_cmpuint (document->claims->len, ==, 1);
        g_assert_cmpstr (g_array_index (document->claims, EvxClaim, 0).speaker, ==, texts[i][1]);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/document/speaker/a-number-is-said-by-the-person-that-the-text-names",
                     test_a_number_is_said_by_the_person_that_the_text_names);
    g_test_add_func (
        "/document/speaker/a-letter-is-said-by-who-signed-it-and-a-memorandum-by-who-sent-it",
        test_a_letter_is_said_by_who_signed_it_and_a_memorandum_by_who_sent_it);
    return g_test_run ();
}
