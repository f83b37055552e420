/* The tag stage on passages: what is found, where it stands, what it means. */
#include "tag.h"

#include "lexicon.h"

#include <glib/gstdio.h>
#include <string.h>

static gpointer
open_tagger (const char *dir, GError **error)
{
    g_autoptr (EvxOptions) options = evx_options_new ();
    if (dir != NULL)
        g_assert_true (evx_options_set (options, "lexicon", dir, "--lexicon", NULL));
    return evx_tag_stage.open (options, error);
}

static EvxPage *
tag (const char *text)
{
    gpointer tagger = open_tagger (NULL, NULL);
    g_assert_nonnull (tagger);
    EvxPage *page = evx_page_from_passage (text, strlen (text));
    g_assert_true (evx_tag_stage.page (tagger, NULL, NULL, page, NULL));
    evx_tag_stage.close (tagger);
    return page;
}

static const EvxMention *
mention (const EvxPage *page, const char *surface)
{
    for (guint i = 0; i < page->mentions->len; i++) {
        const EvxMention *m = &g_array_index (page->mentions, EvxMention, i);
        if (strcmp (m->surface, surface) == 0)
            return m;
    }
    return NULL;
}

static void
test_each_sentence_of_the_lexicon_holds (void)
{
    gpointer tagger = open_tagger (NULL, NULL);
    g_autoptr (GString) report = g_string_new (NULL);
    guint n_examples = 0;
    guint n_failed = evx_tag_check_lexicon (tagger, report, &n_examples);
    if (n_failed > 0)
        g_test_message ("%s", report->str);
    g_assert_cmpuint (n_failed, ==, 0);
    g_assert_cmpuint (n_examples, >, 50);
    evx_tag_stage.close (tagger);
}

static void
test_a_quote_is_the_sentence_with_its_hyphens_joined (void)
{
    g_autoptr (EvxPage) page =
        tag ("First things first. Deputies trans-\nferred nine people to ICE. More.");
    const EvxMention *m = mention (page, "transferred");
    g_assert_nonnull (m);
    g_assert_cmpstr (m->quote, ==, "Deputies transferred nine people to ICE.");
    g_assert_cmpint (m->quote_start, ==, 9);
    g_assert_cmpint (m->quote_end, ==, 20);
    g_assert_cmpint (m->count, ==, 9);
    g_assert_cmpint (m->n_words, ==, 2);
}

static void
test_words_that_ocr_spoils_are_found (void)
{
    static const char *const spoiled[] = {
        "Deputies transfened nine inrnates to ICE.", "Deputies trans ferred nine lnmates to lCE.",
        "Deputies transferred nine inmates to lCE.", "Deputies transferred nine detalnees toICE.",
        "D E T A I N E E S transferred to ICE", "Deputies turnedover nine inmates to ICE.",
    };
    for (guint i = 0; i < G_N_ELEMENTS (spoiled); i++) {
        g_autoptr (EvxPage) page = tag (spoiled[i]);
        g_test_message ("%s: %u", spoiled[i], page->mentions->len);
        g_assert_cmpuint (page->mentions->len, ==, 2);
        g_assert_cmpint (g_array_index (page->mentions, EvxMention, 0).evidential, ==, TRUE);
    }
}

static void
test_false_friends_are_left_alone (void)
{
    static const char *const friends[] = {
        "The ice rink opens at noon; call ahead.",
        "Notice: the office is closed.",
        "Police service and justice for all.",
        "He put the drinks on ice and left.",
        "The modem in the customer service office is new.",
    };
    for (guint i = 0; i < G_N_ELEMENTS (friends); i++) {
        g_autoptr (EvxPage) page = tag (friends[i]);
        for (guint k = 0; k < page->mentions->len; k++)
            g_assert_false (g_array_index (page->mentions, EvxMention, k).evidential);
    }
}

static void
test_a_list_item_obeys_its_lead_in (void)
{
    g_autoptr (EvxPage) page =
        tag ("The county will no longer:\n\xe2\x80\xa2 transfer inmates to ICE\n"
             "\xe2\x80\xa2 notify ICE of releases\n\nIn 2019 it transferred 9 people to ICE.");
    g_assert_cmpstr (mention (page, "transfer")->assertion, ==, "negated");
    g_assert_cmpstr (mention (page, "notify")->assertion, ==, "negated");
    g_assert_cmpstr (mention (page, "transferred")->assertion, ==, "affirmed");
    g_assert_cmpstr (mention (page, "notify")->quote, ==, "\xe2\x80\xa2 notify ICE of releases");
}

/* Layout sees two blocks where a stamp makes one line of a paragraph tall. */
static void
test_a_sentence_goes_on_in_the_next_block (void)
{
    g_autoptr (EvxPage) page =
        tag ("One more case. Person 7 left at noon. His mother claims\n\n"
             "that he was handed over to ICE agents at the dock. We found nothing.\n\n"
             "Nobody saw it\n\nFive inmates were turned over to ICE.");
    const EvxMention *m = mention (page, "handed over");
    g_assert_cmpstr (m->assertion, ==, "alleged");
    g_assert_cmpstr (
        m->quote, ==,
        "His mother claims that he was handed over to ICE agents at the dock.");
    m = mention (page, "turned over");
    g_assert_cmpstr (m->assertion, ==, "affirmed");
    g_assert_cmpstr (m->quote, ==, "Five inmates were turned over to ICE.");
}

static void
test_people_without_a_name_are_speakers (void)
{
    g_autoptr (EvxPage) page = tag ("According to three neighbors, jailers turned inmates over to ICE.");
    g_assert_cmpstr (mention (page, "turned")->assertion, ==, "alleged");
    g_assert_cmpstr (mention (page, "turned")->speaker, ==, "three neighbors");
}

typedef struct {
    const char *text;
    gint32 cell;
    guint32 line;
} PlacedWord;

/* A table of two columns; the words come line by line, and lines cross the cells. */
static EvxPage *
table_page (const PlacedWord *words, guint n_words, guint n_cells, EvxRowKind first)
{
    EvxPage *page = evx_page_new (0, 612, 792);
    for (guint i = 0; i < n_words; i++) {
        EvxWord *word =
            evx_page_add_word (page, words[i].text, -1, (EvxBox){ 0, 0, 9, 9 }, 1, EVX_ORIGIN_TEXT);
        word->cell = words[i].cell;
        word->line = words[i].line;
        if (words[i].line >= page->lines->len) {
            EvxLine line = { .first_word = i };
            g_array_append_val (page->lines, line);
        }
        g_array_index (page->lines, EvxLine, words[i].line).n_words++;
    }
    for (gint i = 0; i < (gint)n_cells; i++) {
        EvxCell cell = { .row = (guint32)i / 2, .column = (guint16)(i % 2), .columns = 1 };
        g_array_append_val (page->cells, cell);
    }
    for (guint32 r = 0; r < n_cells / 2; r++) {
        EvxRow row = { .first_cell = r * 2, .n_cells = 2, .kind = r == 0 ? first : EVX_ROW_BODY };
        g_array_append_val (page->rows, row);
    }
    EvxBlock block = { .n_lines = page->lines->len, .kind = EVX_BLOCK_TABLE, .table = 0 };
    g_array_append_val (page->blocks, block);
    return page;
}

static void
tag_table (EvxPage *page)
{
    gpointer tagger = open_tagger (NULL, NULL);
    g_assert_true (evx_tag_stage.page (tagger, NULL, NULL, page, NULL));
    evx_tag_stage.close (tagger);
}

static void
test_the_head_of_mail_is_no_part_of_its_sentence (void)
{
    g_autoptr (EvxPage) page = tag ("From: Ada Lund\nSent: Friday, January 13, 2023\nCaptain: nine people were turned\nover to ICE last year.");
    const EvxMention *m = mention (page, "turned over");
    g_assert_cmpstr (m->quote, ==, "Captain: nine people were turned over to ICE last year.");
    g_assert_cmpint (m->year, ==, EVX_NONE);
    g_assert_cmpint (m->relative_year, ==, -1);
}

static void
test_a_label_with_its_number_is_a_sentence (void)
{
    g_autoptr (EvxPage) page = tag ("Seen by a judge, but not ours: 75\nTurned over to ICE: 12\nNobody came: 259");
    const EvxMention *m = mention (page, "Turned over");
    g_assert_cmpstr (m->quote, ==, "Turned over to ICE: 12");
    g_assert_cmpint (m->count, ==, 12);
}

static void
test_the_row_of_a_log_is_quoted_cell_by_cell (void)
{
    static const PlacedWord words[] = { { "03/04/20", 0, 0 }, { "Turned", 1, 0 },
                                        { "over", 1, 1 },     { "to", 1, 1 },
                                        { "ICE", 1, 1 } };
    g_autoptr (EvxPage) page = table_page (words, G_N_ELEMENTS (words), 2, EVX_ROW_BODY);
    tag_table (page);
    const EvxMention *m = mention (page, "Turned over");
    g_assert_nonnull (m);
    g_assert_cmpstr (m->quote, ==, "03/04/20 | Turned over to ICE");
    g_assert_cmpint (m->year, ==, 2020);
}

static void
test_a_cell_of_words_obeys_the_head_of_its_column_alone (void)
{
    static const PlacedWord words[] = {
        { "We", 0, 0 },   { "do", 0, 0 },      { "We", 1, 0 },     { "do", 1, 0 },
        { "not", 1, 0 },  { "Log", 2, 1 },     { "each", 2, 1 },   { "Hand", 3, 1 },
        { "over", 3, 1 }, { "door", 2, 2 },    { "prisoners", 3, 2 }, { "to", 3, 2 },
        { "ICE", 3, 2 },  { "Bring", 4, 3 },   { "inmates", 4, 3 }, { "to", 4, 3 },
        { "court", 4, 3 }, { "Sell", 5, 3 },   { "photographs", 5, 3 } };
    g_autoptr (EvxPage) page = table_page (words, G_N_ELEMENTS (words), 6, EVX_ROW_HEADER);
    tag_table (page);
    const EvxMention *m = mention (page, "prisoners");
    g_assert_nonnull (m);
    g_assert_cmpstr (m->assertion, ==, "negated");
    g_assert_cmpstr (m->quote, ==, "We do not: Hand over prisoners to ICE");
    g_assert_cmpint (m->quote_start, ==, 21);
    m = mention (page, "inmates");
    g_assert_nonnull (m);
    g_assert_cmpstr (m->assertion, !=, "negated");
    g_assert_cmpstr (m->quote, ==, "We do: Bring inmates to court");
}

static void
test_an_abbreviation_ends_no_sentence (void)
{
    static const char *const sentences[] = {
        "At noon Dep. Ostrava turned over 4 inmates to ICE.",
        "By the Sept. 19 count the jail turned over 4 inmates to ICE.",
    };
    for (guint i = 0; i < G_N_ELEMENTS (sentences); i++) {
        g_autoptr (EvxPage) page = tag (sentences[i]);
        const EvxMention *m = mention (page, "turned over");
        g_assert_nonnull (m);
        g_assert_cmpstr (m->quote, ==, sentences[i]);
        g_assert_cmpint (m->count, ==, 4);
    }
}

static void
test_the_marks_of_quoted_mail_stand_in_no_quote (void)
{
    g_autoptr (EvxPage) page = tag ("> > I counted 4 inmates who were\n> > turned over to ICE.\n> >\n> > Lund\n");
    const EvxMention *m = mention (page, "turned over");
    g_assert_nonnull (m);
    g_assert_cmpstr (m->quote, ==, "I counted 4 inmates who were turned over to ICE.");
    g_assert_cmpint (m->count, ==, 4);
}

/* "Deputy County Counsel" under a signature is an office, and the name over it no place. */
static void
test_a_signature_names_no_agency (void)
{
    g_autoptr (EvxPage) page = tag ("The jail turned over 4 inmates to ICE.\nVera Pike Deputy County Counsel");
    const EvxMention *m = mention (page, "turned over");
    g_assert_nonnull (m);
    g_assert_cmpstr (m->agency, ==, NULL);
}

/* "17 in 2018" keeps the 17 to that year. */
static void
test_the_year_of_another_number_is_not_that_of_the_mention (void)
{
    static const struct {
        const char *text;
        gint64 count;
        gint year;
    } cases[] = {
        { "In 2018, 9 people were turned over to ICE, compared with 17 in 2017.", 9, 2018 },
        { "The jail turned over 9 people to ICE in 2018, up from 4 in 2016 and 6 in 2017.", 9, 2018 },
        { "Deputies turned over 9 people to ICE, and 17 in 2017.", 9, EVX_NONE },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (EvxPage) page = tag (cases[i].text);
        const EvxMention *m = mention (page, "turned over");
        g_assert_nonnull (m);
        g_assert_cmpint (m->count, ==, cases[i].count);
        g_assert_cmpint (m->year, ==, cases[i].year);
    }
}

/* Sets the words of a passage in a type whose letters are all 6 points wide. */
static void
set_in_type (EvxPage *page)
{
    page->width = 960;
    page->height = 540;
    for (guint b = 0; b < page->blocks->len; b++) {
        EvxBlock *block = &g_array_index (page->blocks, EvxBlock, b);
        for (guint l = block->first_line; l < block->first_line + block->n_lines; l++) {
            EvxLine *line = &g_array_index (page->lines, EvxLine, l);
            guint32 start = g_array_index (page->words, EvxWord, line->first_word).start;
            for (guint w = line->first_word; w < line->first_word + line->n_words; w++) {
                EvxWord *word = &g_array_index (page->words, EvxWord, w);
                double x = 72 + 6.0 * (word->start - start), y = 72 + 16.0 * l;
                word->box = (EvxBox){ x, y, x + 6.0 * word->length, y + 12 };
                line->box = evx_box_union (line->box, word->box);
            }
            block->box = evx_box_union (block->box, line->box);
        }
    }
}

static void
test_lines_that_end_early_are_sentences_of_their_own (void)
{
    static const char text[] = "912 people booked into jail\n"
                               "17 ICE detainers received\n"
                               "ICE was told of 41 releases\n"
                               "3 inmates were turned over to ICE agents at the door of\n"
                               "the jail\n\n"
                               "Each form is read by two sergeants of the desk\n"
                               "9 inmates were handed over to ICE\n"
                               "2 deputies work at the desk\n\n"
                               "Of the people who left the jail of the county, deputies turned over to\n"
                               "ICE 5 inmates, as the watch commander told the Board in the spring, and\n"
                               "Captain Ostrava agreed.\n";
    g_autoptr (EvxPage) page = evx_page_from_passage (text, strlen (text));
    set_in_type (page);
    tag_table (page);
    const EvxMention *m = mention (page, "detainers");
    g_assert_nonnull (m);
    g_assert_cmpint (m->count, ==, 17);
    g_assert_cmpstr (m->quote, ==, "17 ICE detainers received");
    m = mention (page, "turned over");
    g_assert_nonnull (m);
    g_assert_cmpint (m->count, ==, 3);
    g_assert_cmpstr (m->quote, ==, "3 inmates were turned over to ICE agents at the door of the jail");
    m = mention (page, "handed over"); /* behind the longest line of its list */
    g_assert_nonnull (m);
    g_assert_cmpstr (m->quote, ==, "9 inmates were handed over to ICE");
    m = &g_array_index (page->mentions, EvxMention, page->mentions->len - 1);
    g_assert_true (g_str_has_prefix (m->quote, "Of the people") && g_str_has_suffix (m->quote, "agreed."));
}

static void
test_what_names_a_thing_tells_nothing (void)
{
    static const PlacedWord words[] = {
        { "Detainer", 0, 0 }, { "received", 0, 0 }, { "ICE", 1, 0 }, { "notified", 1, 0 },
        { "03/04/20", 2, 1 }, { "None", 3, 1 } };
    g_autoptr (EvxPage) page = table_page (words, G_N_ELEMENTS (words), 4, EVX_ROW_HEADER);
    tag_table (page);
    g_assert_cmpstr (mention (page, "Detainer")->assertion, ==, "policy");
    g_assert_cmpstr (mention (page, "notified")->assertion, ==, "policy");
    static const char *const names[] = {
        "Transfers to ICE\n\nNone are known.",
        "TR = picked up by ICE at the gate. NS = agents did not come.",
        "Name Charge Date Detainer received ICE notified Outcome",
    };
    for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
        g_autoptr (EvxPage) named = tag (names[i]);
        g_assert_cmpuint (named->mentions->len, >, 0);
        for (guint k = 0; k < named->mentions->len; k++)
            g_assert_cmpstr (g_array_index (named->mentions, EvxMention, k).assertion, ==, "policy");
    }
    g_autoptr (EvxPage) told = tag ("Transfers to ICE rose.\n\nDetainers received: 12");
    g_assert_cmpstr (mention (told, "Transfers")->assertion, ==, "affirmed");
    g_assert_cmpstr (mention (told, "Detainers")->assertion, ==, "affirmed");
}

static void
test_a_year_is_that_of_the_event (void)
{
    static const struct {
        const char *text;
        gint year;
    } cases[] = {
        { "In fiscal year 2019-20 jailers turned over 9 inmates to ICE.", EVX_NONE },
        { "Jailers turned over 9 inmates to ICE in 2019/2020.", EVX_NONE },
        { "In 2018 it rained. In fiscal year 2019\xe2\x80\x93""20 jailers turned over 9 inmates to ICE.",
          EVX_NONE },
        { "Jailers turned over 9 inmates to ICE at 2035 North Mill Avenue.", EVX_NONE },
        { "Under the Shelter Rules Act of 2003 jailers turned over 9 inmates to ICE.", EVX_NONE },
        { "Under the 2003 Shelter Rules Act jailers turned over 9 inmates to ICE in 2017.", 2017 },
        { "On 2020-02-21 jailers turned over 9 inmates to ICE.", 2020 },
        { "On 03/28/19 jailers turned over 9 inmates to ICE.", 2019 },
        { "01/04/2021 | 12/28/2020 | Turned over to ICE | Moss", 2021 },
        { "01/04/2021 | Turned over to ICE in 2020 | 12/28/2019", 2020 },
        { "Jailers turned over 9 inmates to ICE in 2019 Main Jail staff said.", 2019 },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (EvxPage) page = tag (cases[i].text);
        g_test_message ("%s", cases[i].text);
        g_assert_cmpint (g_array_index (page->mentions, EvxMention, 0).year, ==, cases[i].year);
    }
}

static void
test_hostile_text_is_survived (void)
{
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint i = 0; i < 20000; i++)
        g_string_append (text, i % 7 == 0 ? "\xe2\x80\xae"
                                            "inmate. "
                                          : "inmate transferred ");
    g_autoptr (EvxPage) page = tag (text->str);
    g_assert_cmpuint (page->mentions->len, >, 20000);
    for (guint i = 0; i < page->mentions->len; i++) {
        const EvxMention *m = &g_array_index (page->mentions, EvxMention, i);
        g_assert_cmpuint (m->end, <=, page->text->len);
        g_assert_cmpuint (m->quote_end, <=, strlen (m->quote));
    }
    g_autoptr (EvxPage) odd = tag ("\xff\xfe inmate \xc3 to ICE -\n- ' '' 's (s) $ % \xe2\x98\x90");
    g_assert_cmpuint (odd->mentions->len, ==, 1);
}

/* Marks of direction, of joining and zero bytes stand in text copied from other programs. */
static void
test_marks_that_are_not_seen_hide_nothing (void)
{
    static const char *const texts[] = {
        "Deputies \xe2\x80\xaeturned over\xe2\x80\xac 12 in\xe2\x80\x8emates to ICE.",
        "Deputies turned\xe2\x80\x8f over 12 inmates\xe2\x80\x8e to \xe2\x80\xaaICE\xe2\x80\xac.",
        "Deputies \xef\xbb\xbfturned over 12 in\xc2\xadmates to ICE.",
        "Deputies \xff turned over \xc3 12 inmates \xe2\x80 to ICE.",
    };
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_autoptr (EvxPage) page = tag (texts[i]);
        g_assert_cmpuint (page->mentions->len, ==, 2);
        g_assert_cmpint (g_array_index (page->mentions, EvxMention, 1).count, ==, 12);
    }
    static const char zero[] = "One inmate.\0 Two inmates were turned over to ICE.";
    gpointer tagger = open_tagger (NULL, NULL);
    g_autoptr (EvxPage) page = evx_page_from_passage (zero, sizeof zero - 1);
    g_assert_true (evx_tag_stage.page (tagger, NULL, NULL, page, NULL));
    g_assert_cmpuint (page->mentions->len, ==, 3);
    evx_tag_stage.close (tagger);
}

static EvxPage *
tag_repeated (const char *words, guint n)
{
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint i = 0; i < n; i++)
        g_string_append (text, words);
    return tag (text->str);
}

/* Time and memory grow with the text alone (1.5 s, 0.6 GB), and nothing is lost. */
static void
test_each_of_a_million_mentions_on_a_page_is_found (void)
{
    enum { N = 1000000 };
    const char words[] = "Detainer. ";
    g_autoptr (EvxPage) page = tag_repeated (words, N);
    g_assert_cmpuint (page->mentions->len, ==, N);
    for (guint i = 0; i < N; i++)
        g_assert_cmpuint (g_array_index (page->mentions, EvxMention, i).start, ==,
                          i * strlen (words));
}

/* A sentence without a stop is cut, so that none is compared with all others. */
static void
test_each_of_many_mentions_in_one_sentence_is_found (void)
{
    enum { N = 200000 };
    g_autoptr (EvxPage) page = tag_repeated ("detainer ", N);
    g_assert_cmpuint (page->mentions->len, ==, N);
}

/* More words than are kept, each but the last of letters that no lexicon has. */
static void
tag_many_words (gpointer tagger, guint n)
{
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint i = 0; i < n; i++)
        g_string_append_printf (text, "q%u%c ", i * 7, 'a' + i % 26);
    g_string_append (text, "inmate");
    g_autoptr (EvxPage) page = evx_page_from_passage (text->str, text->len);
    g_assert_true (evx_tag_stage.page (tagger, NULL, NULL, page, NULL));
    g_assert_cmpuint (page->mentions->len, ==, 1);
}

/* Words are kept from page to page: neither what was read before nor a table that is full or emptied shows. */
static void
test_words_read_the_same_on_every_page (void)
{
    const char text[] = "Of those 12 % in- mates, 9 were trans ferred, and noti fied\xe2\x80\x99s lCE, toICE; (9 %) "
                        "of 40 detainee(s) were turned over 5 May 2019. No one was trans\nferred in 20%.";
    gpointer tagger = open_tagger (NULL, NULL);
    g_autoptr (EvxPage) first = tag (text);
    for (guint n = 1; n < 100000; n *= 8) {
        tag_many_words (tagger, n);
        g_autoptr (EvxPage) page = evx_page_from_passage (text, strlen (text));
        g_assert_true (evx_tag_stage.page (tagger, NULL, NULL, page, NULL));
        g_assert_cmpuint (page->mentions->len, ==, first->mentions->len);
        for (guint i = 0; i < first->mentions->len; i++) {
            const EvxMention *was = &g_array_index (first->mentions, EvxMention, i);
            const EvxMention *is = &g_array_index (page->mentions, EvxMention, i);
            g_assert_cmpstr (is->surface, ==, was->surface);
            g_assert_cmpstr (is->rule, ==, was->rule);
            g_assert_cmpint (is->count, ==, was->count);
        }
    }
    g_assert_nonnull (mention (first, "trans ferred"));
    evx_tag_stage.close (tagger);
}

static void
test_a_transfer_to_local_custody_is_none_to_ice (void)
{
    g_autoptr (EvxPage) to = tag ("The state lists 28 ICE transfers for the county.");
    g_autoptr (EvxPage) from = tag ("DHS will transfer the man to your custody on Monday.");
    const EvxMention *transfers = mention (to, "transfers"), *transfer = mention (from, "transfer");
    g_assert_nonnull (transfers);
    g_assert_nonnull (transfer);
    g_assert_cmpint (transfers->to_ice, ==, TRUE);
    g_assert_cmpint (transfer->to_ice, ==, FALSE);
}

static void
test_a_code_and_its_key_are_one_mention_that_tells_nothing (void)
{
    g_autoptr (EvxPage) page =
        tag ("PU = picked up by ICE at the jail; NPU = ICE was notified, not picked up.");
    g_assert_null (mention (page, "PU"));
    g_assert_cmpuint (page->mentions->len, ==, 3);
    for (guint i = 0; i < page->mentions->len; i++)
        g_assert_cmpstr (g_array_index (page->mentions, EvxMention, i).assertion, ==, "policy");
}

/* It is part of the key of each page, and asked for before the lexicon is read. */
static void
test_the_lexicon_is_told_from_others_before_it_is_read (void)
{
    g_autoptr (EvxLexicon) read = evx_lexicon_load (NULL, NULL);
    struct sha256_ctx hash = read->hash;
    g_autofree char *expected = evx_sha256_hex (&hash);
    gpointer tagger = open_tagger (NULL, NULL);
    g_autofree char *told = evx_tag_stage.fingerprint (tagger);
    g_assert_cmpstr (told, ==, expected);
    evx_tag_stage.close (tagger);
}

static void
test_a_wrong_lexicon_names_its_file_and_line (void)
{
    g_autofree char *dir = g_dir_make_tmp ("lexicon-XXXXXX", NULL);
    g_autofree char *file = g_build_filename (dir, "own.lex", NULL);
    g_autoptr (GError) error = NULL;
    g_assert_true (g_file_set_contents (file, "# mine\ncue lost\n", -1, NULL));
    g_assert_null (open_tagger (dir, &error));
    g_assert_error (error, EVX_ERROR, EVX_ERROR_LEXICON);
    g_assert_nonnull (strstr (error->message, "own.lex:2: "));
    g_remove (file);
    g_rmdir (dir);
}

static void
test_a_users_tag_needs_no_code (void)
{
    g_autofree char *dir = g_dir_make_tmp ("lexicon-XXXXXX", NULL);
    g_autofree char *file = g_build_filename (dir, "own.lex", NULL);
    g_assert_true (g_file_set_contents (file,
                                        "sense retaliation/threat\n"
                                        "cue solitary confinement\n"
                                        "hit They put two inmates in [solitary confinement].\n",
                                        -1, NULL));
    gpointer tagger = open_tagger (dir, NULL);
    g_assert_nonnull (tagger);
    g_assert_cmpuint (evx_tag_check_lexicon (tagger, NULL, NULL), ==, 0);
    const char *text = "Nobody was put in solitary confinement.";
    g_autoptr (EvxPage) page = evx_page_from_passage (text, strlen (text));
    g_assert_true (evx_tag_stage.page (tagger, NULL, NULL, page, NULL));
    const EvxMention *m = mention (page, "solitary confinement");
    g_assert_nonnull (m);
    g_assert_cmpstr (m->kind, ==, "retaliation");
    g_assert_cmpstr (m->assertion, ==, "negated");
    evx_tag_stage.close (tagger);
    g_remove (file);
    g_rmdir (dir);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/tag/each_sentence_of_the_lexicon_holds",
                     test_each_sentence_of_the_lexicon_holds);
    g_test_add_func ("/tag/a_quote_is_the_sentence_with_its_hyphens_joined",
                     test_a_quote_is_the_sentence_with_its_hyphens_joined);
    g_test_add_func ("/tag/words_that_ocr_spoils_are_found", test_words_that_ocr_spoils_are_found);
    g_test_add_func ("/tag/false_friends_are_left_alone", test_false_friends_are_left_alone);
    g_test_add_func ("/tag/a_list_item_obeys_its_lead_in", test_a_list_item_obeys_its_lead_in);
    g_test_add_func ("/tag/a_sentence_goes_on_in_the_next_block",
                     test_a_sentence_goes_on_in_the_next_block);
    g_test_add_func ("/tag/the_marks_of_quoted_mail_stand_in_no_quote", test_the_marks_of_quoted_mail_stand_in_no_quote);
    g_test_add_func ("/tag/a_signature_names_no_agency", test_a_signature_names_no_agency);
    g_test_add_func ("/tag/an_abbreviation_ends_no_sentence", test_an_abbreviation_ends_no_sentence);
    g_test_add_func ("/tag/the_year_of_another_number_is_not_that_of_the_mention",
                     test_the_year_of_another_number_is_not_that_of_the_mention);
    g_test_add_func ("/tag/lines_that_end_early_are_sentences_of_their_own",
                     test_lines_that_end_early_are_sentences_of_their_own);
    g_test_add_func ("/tag/people_without_a_name_are_speakers",
                     test_people_without_a_name_are_speakers);
    g_test_add_func ("/tag/the_head_of_mail_is_no_part_of_its_sentence", test_the_head_of_mail_is_no_part_of_its_sentence);
    g_test_add_func ("/tag/a_label_with_its_number_is_a_sentence", test_a_label_with_its_number_is_a_sentence);
    g_test_add_func ("/tag/the_row_of_a_log_is_quoted_cell_by_cell",
                     test_the_row_of_a_log_is_quoted_cell_by_cell);
    g_test_add_func ("/tag/a_cell_of_words_obeys_the_head_of_its_column_alone",
                     test_a_cell_of_words_obeys_the_head_of_its_column_alone);
    g_test_add_func ("/tag/what_names_a_thing_tells_nothing",
                     test_what_names_a_thing_tells_nothing);
    g_test_add_func ("/tag/a_year_is_that_of_the_event", test_a_year_is_that_of_the_event);
    g_test_add_func ("/tag/hostile_text_is_survived", test_hostile_text_is_survived);
    g_test_add_func ("/tag/marks_that_are_not_seen_hide_nothing",
                     test_marks_that_are_not_seen_hide_nothing);
    g_test_add_func ("/tag/each_of_a_million_mentions_on_a_page_is_found",
                     test_each_of_a_million_mentions_on_a_page_is_found);
    g_test_add_func ("/tag/each_of_many_mentions_in_one_sentence_is_found",
                     test_each_of_many_mentions_in_one_sentence_is_found);
    g_test_add_func ("/tag/words_read_the_same_on_every_page", test_words_read_the_same_on_every_page);
    g_test_add_func ("/tag/a_transfer_to_local_custody_is_none_to_ice", test_a_transfer_to_local_custody_is_none_to_ice);
    g_test_add_func ("/tag/a_code_and_its_key_are_one_mention_that_tells_nothing",
                     test_a_code_and_its_key_are_one_mention_that_tells_nothing);
    g_test_add_func ("/tag/the_lexicon_is_told_from_others_before_it_is_read",
                     test_the_lexicon_is_told_from_others_before_it_is_read);
    g_test_add_func ("/tag/a_wrong_lexicon_names_its_file_and_line",
                     test_a_wrong_lexicon_names_its_file_and_line);
    g_test_add_func ("/tag/a_users_tag_needs_no_code", test_a_users_tag_needs_no_code);
    return g_test_run ();
}
