/* What a number owes to the place where it stands: the time of its heading, the question before it, the label under it,
 * the year below its bar. */
#include "document-internal.h"

#include <string.h>

/* A page of blocks parted by empty lines; a block that begins with '#' is a heading. */
static EvxPage *
page_of (const char *text)
{
    EvxPage *page = evx_page_from_passage (text, strlen (text));
    page->reading = EVX_READING_TEXT;
    for (guint i = 0; i < page->blocks->len; i++) {
        EvxBlock *block = &g_array_index (page->blocks, EvxBlock, i);
        const EvxLine *line = &g_array_index (page->lines, EvxLine, block->first_line);
        const EvxWord *word = &g_array_index (page->words, EvxWord, line->first_word);
        if (page->text->str[word->start] == '#')
            block->kind = EVX_BLOCK_HEADING;
    }
    return page;
}

static guint
line_of (const EvxPage *page, const char *words)
{
    const char *at = strstr (page->text->str, words);
    g_assert_nonnull (at);
    guint line = 0;
    for (const char *c = page->text->str; c < at; c++)
        line += *c == '\n' && c[1] != '\n';
    return line;
}

/* A mention of a transfer to ICE, @surface, whose sentence is @quote. */
static void
add_mention (EvxPage *page, const char *surface, const char *quote, gint64 count)
{
    const char *sentence = strstr (page->text->str, quote), *at = strstr (sentence, surface);
    EvxMention mention = {
        .kind = "transfer",
        .sense = "custody",
        .assertion = "affirmed",
        .surface = evx_page_string (page, surface),
        .quote = evx_page_string (page, quote),
        .quote_start = (guint32)(at - sentence),
        .quote_end = (guint32)(at - sentence) + (guint32)strlen (surface),
        .start = (guint32)(at - page->text->str),
        .end = (guint32)(at - page->text->str) + (guint32)strlen (surface),
        .line = line_of (page, quote),
        .evidential = TRUE,
        .count = count,
        .year = EVX_NONE,
        .relative_year = EVX_NONE_RELATIVE,
        .to_ice = TRUE,
    };
    g_array_append_val (page->mentions, mention);
}

/* The claims of the page; @year: what the document says it covers, or EVX_NONE. */
static EvxDocument *
claims_of (const EvxPage *page, gint year)
{
    EvxDocument *document = evx_document_new ("0123456789abcdef", "a.pdf");
    EvxClaimReader *reader = evx_claim_reader_new ();
    EvxClaimSetting setting = { .whole = { .year = year }, .title = "ICE" };
    evx_claims_of_mentions (reader, document, page, &setting);
    evx_claims_of_charts (reader, document, page, "ICE");
    evx_claim_reader_free (reader);
    return document;
}

static const EvxClaim *
only_claim (const EvxDocument *document)
{
    g_assert_cmpuint (document->claims->len, ==, 1);
    return &g_array_index (document->claims, EvxClaim, 0);
}

static gint
year_under (const char *heading, gint of_document)
{
    g_autofree char *text = g_strdup_printf ("# %s\n\n12 people were handed to ICE\n", heading);
    g_autoptr (EvxPage) page = page_of (text);
    add_mention (page, "handed", "12 people were handed to ICE", 12);
    g_autoptr (EvxDocument) document = claims_of (page, of_document);
    return only_claim (document)->year;
}

static void
test_a_heading_gives_its_time_to_what_stands_under_it (void)
{
    g_assert_cmpint (year_under ("Transfers in 2018", EVX_NONE), ==, 2018);
    g_assert_cmpint (year_under ("What we do", EVX_NONE), ==, EVX_NONE);
    g_assert_cmpint (year_under ("Transfers 2016-2018", EVX_NONE), ==, EVX_NONE);
    g_assert_cmpint (year_under ("What we do", 2017), ==, 2017);
}

/* A forum of 2019 tells the numbers of 2018. */
static void
test_the_year_of_an_occasion_is_not_that_of_its_numbers (void)
{
    g_assert_cmpint (year_under ("2019 Community Forum", EVX_NONE), ==, EVX_NONE);
    g_assert_cmpint (year_under ("Meeting of May 2019", EVX_NONE), ==, EVX_NONE);
}

static void
test_a_line_that_asks_heads_what_stands_under_it (void)
{
    static const struct {
        const char *text;
        gint year;
    } cases[] = { { "What became of them in 2021?\n\n12 people were handed to ICE\n", 2021 },
                  { "ICE came in 2021.\n\n12 people were handed to ICE\n", EVX_NONE },
                  { "What became of them in 2021?\n\nThe garden.\n\n12 people were handed to ICE\n", EVX_NONE } };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (EvxPage) page = page_of (cases[i].text);
        add_mention (page, "handed", "12 people were handed to ICE", 12);
        g_autoptr (EvxDocument) document = claims_of (page, EVX_NONE);
        g_assert_cmpuint (document->claims->len, ==, 1);
        g_assert_cmpint (g_array_index (document->claims, EvxClaim, 0).year, ==, cases[i].year);
    }
}

static void
test_a_paragraph_of_other_years_is_not_of_the_year_of_its_heading (void)
{
    static const gint years[][2] = { { 2018, EVX_NONE }, { 2019, 2019 } };
    for (guint i = 0; i < G_N_ELEMENTS (years); i++) {
        g_autofree char *text = g_strdup_printf ("# Winter 2019\n\nIn %d we were busy. 12 people were handed to ICE\n", years[i][0]);
        g_autoptr (EvxPage) page = page_of (text);
        add_mention (page, "handed", "12 people were handed to ICE", 12);
        g_autoptr (EvxDocument) document = claims_of (page, EVX_NONE);
        g_assert_cmpint (only_claim (document)->year, ==, years[i][1]);
    }
}

/* "2019 to date": a part of the year, of which nobody knows the end. */
static void
test_a_heading_of_a_year_to_date_is_of_a_part (void)
{
    g_autoptr (EvxPage) page = page_of ("# 2019 to date (through October 31)\n\n12 people were handed to ICE\n");
    add_mention (page, "handed", "12 people were handed to ICE", 12);
    g_autoptr (EvxDocument) document = claims_of (page, EVX_NONE);
    g_assert_cmpint (only_claim (document)->year, ==, 2019);
    g_assert_cmpstr (only_claim (document)->qualifier, ==, "part of a year");
}

static void
test_an_answer_is_a_claim_of_what_was_asked (void)
{
    static const struct {
        const char *answer;
        gint64 number; /* EVX_NONE: no claim */
    } cases[] = {
        { "A. 14.", 14 },        { "Answer: Twelve people.", 12 }, { "None.", 0 },        { "There were 1,204 in all.", 1204 },
        { "A. No log is kept.", EVX_NONE }, { "A. 14% of them.", EVX_NONE }, { "A. See page 3.", EVX_NONE },
    };
    static const char question[] = "How many people were handed to ICE in the jail?";
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *text = g_strdup_printf ("%s\n\n%s\n", question, cases[i].answer);
        g_autoptr (EvxPage) page = page_of (text);
        add_mention (page, "handed", question, EVX_NONE);
        g_autoptr (EvxDocument) document = claims_of (page, 2018);
        g_assert_cmpuint (document->claims->len, ==, cases[i].number != EVX_NONE);
        if (cases[i].number == EVX_NONE)
            continue;
        g_assert_cmpint (only_claim (document)->number, ==, cases[i].number);
        g_assert_cmpstr (only_claim (document)->what, ==, "transfers");
        g_assert_true (g_str_has_prefix (only_claim (document)->quote, question));
    }
}

static void
test_an_answer_is_a_claim_where_the_question_bears_no_mention (void)
{
    static const struct {
        const char *text;
        gint64 number; /* EVX_NONE: no claim */
    } cases[] = { { "How many requests did your office receive from ICE in 2018?\nA. 14.\n", 14 },
                  { "How many ICE requests came in 2018?\nIn 2018 it was 14.\n", 14 },
                  { "How many records requests about ICE did you receive in 2018?\nA. 14.\n", EVX_NONE },
                  { "How many requests did you receive in 2018?\nA. 14.\n", EVX_NONE } };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (EvxPage) page = page_of (cases[i].text);
        g_autoptr (EvxDocument) document = claims_of (page, EVX_NONE);
        g_test_message ("%s", cases[i].text);
        g_assert_cmpuint (document->claims->len, ==, cases[i].number != EVX_NONE);
        if (cases[i].number == EVX_NONE)
            continue;
        g_assert_cmpint (only_claim (document)->number, ==, cases[i].number);
        g_assert_cmpstr (only_claim (document)->what, ==, "requests");
        g_assert_cmpint (only_claim (document)->year, ==, 2018);
    }
}

static void
test_a_number_set_beside_another_is_a_claim_of_its_year (void)
{
    static const struct {
        const char *text;
        gint64 number; /* EVX_NONE: no second claim */
        gint year;
    } cases[] = {
        { "They handed 9 people to ICE that year, down from 14 the year before.", 14, 2017 },
        { "They handed 9 people to ICE that year, compared with 14 in 2015.", 14, 2015 },
        { "They handed 9 people to ICE that year and twelve in 2016.", 12, 2016 },
        { "They handed 9 people to ICE in 2018, 14 in 2015.", 14, 2015 },
        { "Those handed to ICE fell to 9 in 2018 from 14 in 2015.", 14, 2015 },
        { "Those handed to ICE rose from 14 in 2015 to 9 in 2018.", 14, 2015 },
        { "They handed 9 people to ICE that year and 14 letters in 2018.", EVX_NONE, 0 },
        { "They handed 9 people to ICE, up 14 percent from the year before.", EVX_NONE, 0 },
        { "They handed 9 people to ICE and held 14 in cells.", EVX_NONE, 0 },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (EvxPage) page = page_of (cases[i].text);
        add_mention (page, "handed", cases[i].text, 9);
        g_array_index (page->mentions, EvxMention, 0).year = 2018;
        g_autoptr (EvxDocument) document = claims_of (page, EVX_NONE);
        g_assert_cmpuint (document->claims->len, ==, cases[i].number == EVX_NONE ? 1 : 2);
        if (cases[i].number == EVX_NONE)
            continue;
        const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, 1);
        g_assert_cmpint (claim->number, ==, cases[i].number);
        g_assert_cmpint (claim->year, ==, cases[i].year);
        g_assert_cmpstr (claim->what, ==, "transfers");
    }
}

/* Requests that were declined are no notices, and not all that were received. */
static void
test_requests_whose_fate_is_told_count_notices (void)
{
    static const struct {
        const char *text, *what, *assertion;
        gint64 declined; /* besides; 0: none */
    } cases[] = {
        { "41 requests from ICE were declined.", "requests", "negated", 0 },
        { "The desk declined 41 requests.", "requests", "negated", 0 },
        { "41 requests were answered with a date.", "notifications", "affirmed", 0 },
        { "ICE sent 41 requests.", "requests", "affirmed", 0 },
        { "41 requests were received, 30 of them were declined.", "requests", "affirmed", 30 },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (EvxPage) page = page_of (cases[i].text);
        add_mention (page, "requests", cases[i].text, 41);
        g_array_index (page->mentions, EvxMention, 0).kind = "notification";
        g_array_index (page->mentions, EvxMention, 0).sense = "request";
        g_autoptr (EvxDocument) document = claims_of (page, 2018);
        const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, 0);
        g_assert_cmpuint (document->claims->len, ==, cases[i].declined > 0 ? 2 : 1);
        g_assert_cmpstr (claim->what, ==, cases[i].what);
        g_assert_cmpstr (claim->assertion, ==, cases[i].assertion);
        if (strcmp (cases[i].assertion, "negated") == 0)
            g_assert_cmpstr (claim->qualifier, ==, "declined");
        if (cases[i].declined == 0)
            continue;
        g_assert_cmpint (claim[1].number, ==, cases[i].declined);
        g_assert_cmpstr (claim[1].what, ==, "requests");
        g_assert_cmpstr (claim[1].qualifier, ==, "declined");
        g_assert_cmpstr (claim[1].assertion, ==, "negated");
    }
}

/* The mark of the second line stands between the two mentions, and in no quote. */
static void
test_quoted_mail_counts_the_people_of_a_sentence_once (void)
{
    static const char quote[] = "We saw 19 inmates handed to ICE there.";
    g_autoptr (EvxPage) page = page_of ("> We saw 19 inmates\n> handed to ICE there.\n");
    static const char *const words[] = { "inmates", "handed" };
    for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
        add_mention (page, words[i], words[i], 19);
        EvxMention *mention = &g_array_index (page->mentions, EvxMention, i);
        mention->quote = quote;
        mention->quote_start = (guint32)(strstr (quote, words[i]) - quote);
        mention->quote_end = mention->quote_start + (guint32)strlen (words[i]);
        mention->line = i;
    }
    g_array_index (page->mentions, EvxMention, 0).kind = "detainee";
    g_array_index (page->mentions, EvxMention, 0).sense = "jail";
    g_autoptr (EvxDocument) document = claims_of (page, EVX_NONE);
    g_assert_cmpstr (only_claim (document)->what, ==, "transfers");
}

static void
test_in_mail_the_writer_speaks (void)
{
    static const char thread[] = "From: \"Lund, Ada\" <lund@example.org>\nTo: all\nWe handed 4 over.\n"
                                 "On Mon, Mar 4, 2019 at 8:14 AM Vera Pike <pike@example.org> wrote:\n"
                                 "> Nobody handed me any list.\n>\n> From: Otto Voss <voss@example.org>\n> Sent: Sunday\n"
                                 "> They handed 6 over.\n>> From: Kit Roe <roe@example.org>\n>> I count 7.\n"
                                 "And that is all.\n";
    static const char *const writers[][2] = {
        { "We handed", "Ada Lund" },  { "Nobody handed", "Vera Pike" }, { "They handed", "Otto Voss" },
        { "I count 7", "Kit Roe" },   { "And that is all", "Ada Lund" }, { "From: \"Lund", NULL },
    };
    g_autoptr (EvxPage) page = page_of (thread);
    for (guint i = 0; i < G_N_ELEMENTS (writers); i++) {
        g_autofree char *writer = evx_sender_above (page, line_of (page, writers[i][0]));
        g_assert_cmpstr (writer, ==, writers[i][1]);
    }
}

/* ---- figures -------------------------------------------------------------------------------- */

/* Words of one line from @x on, each as wide as its letters. */
static void
put (EvxPage *page, EvxBlockKind kind, double x, double y, double height, const char *text)
{
    EvxBlock block = { .first_line = page->lines->len, .n_lines = 1, .kind = (guint16)kind, .table = EVX_NONE };
    EvxLine line = { .first_word = page->words->len, .block = page->blocks->len };
    g_auto (GStrv) words = g_strsplit (text, " ", -1);
    for (guint i = 0; words[i] != NULL; i++) {
        EvxBox box = { x, y, x + 0.5 * height * (double)strlen (words[i]), y + height };
        evx_page_add_word (page, words[i], -1, box, 1, EVX_ORIGIN_TEXT)->line = page->lines->len;
        line.box = evx_box_union (line.box, box);
        x = box.x1 + 0.3 * height;
    }
    line.n_words = page->words->len - line.first_word;
    block.box = line.box;
    g_array_append_val (page->lines, line);
    g_array_append_val (page->blocks, block);
}

static void
test_numbers_over_labels_are_claims (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 960, 540);
    put (page, EVX_BLOCK_HEADING, 60, 40, 40, "Our jail in 2018");
    put (page, EVX_BLOCK_PARAGRAPH, 100, 120, 80, "41");
    put (page, EVX_BLOCK_PARAGRAPH, 60, 205, 20, "ICE detainers received");
    put (page, EVX_BLOCK_PARAGRAPH, 500, 120, 80, "7");
    put (page, EVX_BLOCK_PARAGRAPH, 450, 205, 20, "people turned over");
    put (page, EVX_BLOCK_PARAGRAPH, 490, 228, 20, "to ICE");
    put (page, EVX_BLOCK_PARAGRAPH, 700, 120, 80, "900");
    put (page, EVX_BLOCK_PARAGRAPH, 690, 205, 20, "meals a day");
    put (page, EVX_BLOCK_PARAGRAPH, 100, 320, 80, "29");
    put (page, EVX_BLOCK_PARAGRAPH, 60, 405, 20, "release dates provided to ICE");
    put (page, EVX_BLOCK_PARAGRAPH, 500, 320, 80, "0"); /* says nothing of how often ICE was */
    put (page, EVX_BLOCK_PARAGRAPH, 450, 405, 20, "ICE not notified");
    g_autoptr (EvxDocument) document = claims_of (page, EVX_NONE);
    static const struct {
        gint64 number;
        const char *what;
    } wanted[] = { { 41, "requests" }, { 7, "transfers" }, { 29, "notifications" } };
    g_assert_cmpuint (document->claims->len, ==, G_N_ELEMENTS (wanted));
    for (guint i = 0; i < G_N_ELEMENTS (wanted); i++) {
        const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, i);
        g_assert_cmpint (claim->number, ==, wanted[i].number);
        g_assert_cmpstr (claim->what, ==, wanted[i].what);
        g_assert_cmpint (claim->year, ==, 2018);
    }
    g_assert_cmpstr (g_array_index (document->claims, EvxClaim, 1).quote, ==, "people turned over to ICE: 7");
}

static void
test_the_number_of_a_heading_counts_nothing (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put (page, EVX_BLOCK_HEADING, 60, 100, 20, "1");
    put (page, EVX_BLOCK_HEADING, 110, 100, 20, "Introduction");
    EvxLine *number = &g_array_index (page->lines, EvxLine, 0);
    number->n_words = 2; /* both on one line */
    number->box = evx_box_union (number->box, g_array_index (page->lines, EvxLine, 1).box);
    g_array_index (page->words, EvxWord, 1).line = 0;
    g_array_set_size (page->lines, 1);
    g_array_index (page->blocks, EvxBlock, 1).n_lines = 0;
    put (page, EVX_BLOCK_PARAGRAPH, 60, 130, 10, "This memo is about detention transfer flights of ICE Air");
    g_autoptr (EvxDocument) document = claims_of (page, EVX_NONE);
    g_assert_cmpuint (document->claims->len, ==, 0);
}

/* One cell over two columns whose wider space parts it; another that has none, and a third of two lines. */
static void
test_heads_that_come_as_one_are_parted_by_the_wider_space (void)
{
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put (page, EVX_BLOCK_TABLE, 100, 100, 10, "ICE notified");
    put (page, EVX_BLOCK_TABLE, 190, 100, 10, "Turned over to ICE");
    put (page, EVX_BLOCK_TABLE, 100, 80, 10, "Dealings with ICE");
    put (page, EVX_BLOCK_TABLE, 300, 100, 10, "ICE");
    put (page, EVX_BLOCK_TABLE, 330, 112, 10, "told");
    static const guint words_of_cell[] = { 6, 3, 2 };
    for (guint c = 0, w = 0; c < G_N_ELEMENTS (words_of_cell); c++) {
        EvxCell cell = { .column = 2, .columns = 2 };
        g_array_append_val (page->cells, cell);
        for (guint i = 0; i < words_of_cell[c]; i++, w++)
            g_array_index (page->words, EvxWord, w).cell = (gint32)c;
    }
    g_autofree char *left = evx_head_part (page, 0, 2), *right = evx_head_part (page, 0, 3);
    g_assert_cmpstr (left, ==, "ICE notified");
    g_assert_cmpstr (right, ==, "Turned over to ICE");
    for (guint cell = 1; cell < 3; cell++) {
        g_autofree char *part = evx_head_part (page, cell, 2);
        g_assert_null (part);
    }
}

/* Bars of 2016 to 2019 with the ticks of the other axis; @upright: or lying. */
static EvxPage *
page_with_bars (const char *heading, gboolean upright, guint n_numbers)
{
    static const char *const years[] = { "2016", "2017", "2018", "2019" }, *const numbers[] = { "31", "8", "12", "0" },
                             *const ticks[] = { "30", "20", "10" };
    EvxPage *page = evx_page_new (0, 960, 540);
    put (page, EVX_BLOCK_HEADING, 60, 40, 40, heading);
    for (guint i = 0; i < 4; i++) {
        double x = upright ? 200 + 150 * i : 100, y = upright ? 450 : 150 + 60 * i;
        put (page, EVX_BLOCK_PARAGRAPH, x, y, 20, years[i]);
        if (i < n_numbers)
            put (page, EVX_BLOCK_PARAGRAPH, upright ? x + 10 : 300 + 80 * i, upright ? 150 + 60 * i : y, 20, numbers[i]);
        if (i < 3)
            put (page, EVX_BLOCK_PARAGRAPH, upright ? 60 : 250 + 200 * i, upright ? 150 + 90 * i : 480, 20, ticks[i]);
    }
    return page;
}

static void
test_the_numbers_of_bars_are_claims_of_their_years (void)
{
    static const gint64 numbers[] = { 31, 8, 12, 0 };
    for (guint upright = 0; upright < 2; upright++) {
        g_autoptr (EvxPage) page = page_with_bars ("People transferred to ICE", upright == 1, 4);
        g_assert_true (evx_charts_may_stand (page));
        g_autoptr (EvxDocument) document = claims_of (page, EVX_NONE);
        g_assert_cmpuint (document->claims->len, ==, 4);
        for (guint i = 0; i < 4; i++) {
            const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, i);
            g_assert_cmpint (claim->number, ==, numbers[i]);
            g_assert_cmpint (claim->year, ==, 2016 + (gint)i);
            g_assert_cmpstr (claim->what, ==, "transfers");
        }
    }
}

/* A caption is no heading. */
static void
test_a_caption_says_what_bars_count (void)
{
    g_autoptr (EvxPage) page = page_with_bars ("Figure 2. People transferred to ICE", TRUE, 4);
    for (guint b = 0; b < page->blocks->len; b++)
        g_array_index (page->blocks, EvxBlock, b).kind = EVX_BLOCK_PARAGRAPH;
    g_autoptr (EvxDocument) document = claims_of (page, EVX_NONE);
    g_assert_cmpuint (document->claims->len, ==, 4);
    g_assert_cmpstr (g_array_index (document->claims, EvxClaim, 0).what, ==, "transfers");
}

/* Two charts, each under its heading, below a title with a year. */
static void
test_a_page_may_hold_several_charts (void)
{
    static const char *const years[] = { "2016", "2017", "2018" }, *const numbers[] = { "31", "8", "12", "41", "18", "22" };
    g_autoptr (EvxPage) page = evx_page_new (0, 612, 792);
    put (page, EVX_BLOCK_HEADING, 60, 40, 20, "Annual report 2019");
    for (guint chart = 0; chart < 2; chart++) {
        double top = 100 + 300 * chart;
        put (page, EVX_BLOCK_HEADING, 60, top, 16, chart == 0 ? "ICE detainers received" : "People transferred to ICE");
        for (guint i = 0; i < 3; i++) {
            put (page, EVX_BLOCK_PARAGRAPH, 105 + 120 * i, top + 40 + 30 * i, 12, numbers[3 * chart + i]);
            put (page, EVX_BLOCK_PARAGRAPH, 100 + 120 * i, top + 220, 12, years[i]);
        }
    }
    g_autoptr (EvxDocument) document = claims_of (page, EVX_NONE);
    g_assert_cmpuint (document->claims->len, ==, 6);
    for (guint i = 0; i < 6; i++) {
        const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, i);
        g_assert_cmpint (claim->number, ==, g_ascii_strtoll (numbers[i], NULL, 10));
        g_assert_cmpint (claim->year, ==, 2016 + (gint)(i % 3));
        g_assert_cmpstr (claim->what, ==, i < 3 ? "requests" : "transfers");
    }
}

/* "Year to date" is as long as the title says, which also tells when it was updated. */
static void
test_a_year_to_date_is_as_long_as_the_title_says (void)
{
    static const struct {
        const char *title, *start, *end;
    } cases[] = { { "Jail dashboard\nJanuary 1 to September 30, 2023, updated 10/02/2023\n", "2023-01-01", "2023-09-30" },
                  { "Jail dashboard, revised 2023\n", "2023-01-01", "2023-10-02" },
                  { "TRUTH Act Forum 2024\n", "2023-01-01", "2023-10-02" } };
    EvxClaimReader *reader = evx_claim_reader_new ();
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (EvxPage) page = evx_page_new (0, 960, 540);
        g_autoptr (EvxDocument) document = evx_document_new ("0123456789abcdef", "a.pdf");
        document->date = g_strdup ("2023-10-02");
        put (page, EVX_BLOCK_PARAGRAPH, 100, 120, 80, "41");
        put (page, EVX_BLOCK_PARAGRAPH, 60, 205, 20, "ICE detainers received");
        put (page, EVX_BLOCK_PARAGRAPH, 90, 228, 20, "year to date");
        evx_claims_of_charts (reader, document, page, cases[i].title);
        g_assert_cmpuint (document->claims->len, ==, 1);
        const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, 0);
        g_assert_cmpint (claim->year, ==, 2023);
        g_assert_cmpstr (claim->period_start, ==, cases[i].start);
        g_assert_cmpstr (claim->period_end, ==, cases[i].end);
    }
    evx_claim_reader_free (reader);
}

static void
test_bars_of_something_else_or_without_a_number_say_nothing (void)
{
    static const struct {
        const char *heading;
        guint n_numbers;
    } cases[] = { { "Meals transferred to the annex", 4 }, { "People transferred to ICE", 3 } };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (EvxPage) page = page_with_bars (cases[i].heading, TRUE, cases[i].n_numbers);
        g_autoptr (EvxDocument) document = claims_of (page, EVX_NONE);
        g_assert_cmpuint (document->claims->len, ==, 0);
    }
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/document/place/a-line-that-asks-heads-what-stands-under-it", test_a_line_that_asks_heads_what_stands_under_it);
    g_test_add_func ("/document/place/a-paragraph-of-other-years", test_a_paragraph_of_other_years_is_not_of_the_year_of_its_heading);
    g_test_add_func ("/document/place/a-heading-of-a-year-to-date-is-of-a-part", test_a_heading_of_a_year_to_date_is_of_a_part);
    g_test_add_func ("/document/place/a-heading-gives-its-time", test_a_heading_gives_its_time_to_what_stands_under_it);
    g_test_add_func ("/document/place/the-year-of-an-occasion-is-not-that-of-its-numbers",
                     test_the_year_of_an_occasion_is_not_that_of_its_numbers);
    g_test_add_func ("/document/place/an-answer-is-a-claim-of-what-was-asked",
                     test_an_answer_is_a_claim_of_what_was_asked);
    g_test_add_func ("/document/place/a-number-set-beside-another-is-a-claim-of-its-year",
                     test_a_number_set_beside_another_is_a_claim_of_its_year);
    g_test_add_func ("/document/place/requests-whose-fate-is-told-count-notices",
                     test_requests_whose_fate_is_told_count_notices);
    g_test_add_func ("/document/place/quoted-mail-counts-the-people-of-a-sentence-once",
                     test_quoted_mail_counts_the_people_of_a_sentence_once);
    g_test_add_func ("/document/place/in-mail-the-writer-speaks", test_in_mail_the_writer_speaks);
    g_test_add_func ("/document/place/numbers-over-labels-are-claims", test_numbers_over_labels_are_claims);
    g_test_add_func ("/document/place/the-number-of-a-heading-counts-nothing", test_the_number_of_a_heading_counts_nothing);
    g_test_add_func ("/document/place/heads-that-come-as-one-are-parted-by-the-wider-space",
                     test_heads_that_come_as_one_are_parted_by_the_wider_space);
    g_test_add_func ("/document/place/the-numbers-of-bars-are-claims-of-their-years",
                     test_the_numbers_of_bars_are_claims_of_their_years);
    g_test_add_func ("/document/place/a-caption-says-what-bars-count", test_a_caption_says_what_bars_count);
    g_test_add_func ("/document/place/bars-of-something-else-say-nothing",
                     test_bars_of_something_else_or_without_a_number_say_nothing);
    g_test_add_func ("/document/place/a-page-may-hold-several-charts", test_a_page_may_hold_several_charts);
    g_test_add_func ("/document/place/a-year-to-date-is-as-long-as-the-title-says", test_a_year_to_date_is_as_long_as_the_title_says);
    g_test_add_func ("/document/place/an-answer-is-a-claim-where-the-question-bears-no-mention", test_an_answer_is_a_claim_where_the_question_bears_no_mention);
    return g_test_run ();
}
