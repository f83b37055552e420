#include "document.h"

#include "agency.h"
#include "dates.h"
#include "document-internal.h"
#include "fold.h"

#include <string.h>

/* ---- a document by hand: each page a passage ------------------------------------------------ */

typedef struct {
    GPtrArray *pages;   /* EvxPage */
    GPtrArray *retired; /* pages replaced by a store; copies lend their strings */
    guint stored;
} Pages;

static Pages *
pages_new (void)
{
    Pages *pages = g_new0 (Pages, 1);
    pages->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)evx_page_free);
    pages->retired = g_ptr_array_new_with_free_func ((GDestroyNotify)evx_page_free);
    return pages;
}

static void
pages_free (Pages *pages)
{
    g_ptr_array_unref (pages->pages);
    g_ptr_array_unref (pages->retired);
    g_free (pages);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pages, pages_free)

static EvxPage *
add_page (Pages *pages, const char *text)
{
    EvxPage *page = evx_page_from_passage (text, strlen (text));
    page->index = pages->pages->len;
    page->width = 612;
    page->height = 792;
    page->reading = EVX_READING_TEXT;
    g_ptr_array_add (pages->pages, page);
    return page;
}

static EvxPage *
copy_page (const EvxPage *from)
{
    EvxPage *page = evx_page_new (from->index, from->width, from->height);
    page->reading = from->reading;
    page->image_hash = from->image_hash;
    g_string_assign (page->text, from->text->str);
    GArray *const source[] = { from->words,  from->lines,      from->blocks,
                               from->tables, from->rows,       from->cells,
                               from->bates,  from->redactions, from->mentions };
    GArray *const target[] = { page->words,  page->lines,      page->blocks,
                               page->tables, page->rows,       page->cells,
                               page->bates,  page->redactions, page->mentions };
    for (guint i = 0; i < G_N_ELEMENTS (source); i++)
        if (source[i]->len > 0)
            g_array_append_vals (target[i], source[i]->data, source[i]->len);
    return page;
}

static EvxPage *
load_page (gpointer user, guint index, GError **error)
{
    (void)error;
    return copy_page (((Pages *)user)->pages->pdata[index]);
}

static gboolean
store_page (gpointer user, const EvxPage *page, GError **error)
{
    (void)error;
    Pages *pages = user;
    EvxPage *stored = copy_page (page);
    g_ptr_array_add (pages->retired, pages->pages->pdata[page->index]);
    pages->pages->pdata[page->index] = stored;
    pages->stored++;
    return TRUE;
}

/* Reads the document as a run does that looked at the first @ahead pages while it read them. */
static EvxDocument *
read_document_seen (Pages *pages, guint ahead)
{
    g_autoptr (GError) error = NULL;
    EvxDocument *document = evx_document_new ("0123456789abcdef", "a.pdf");
    EvxPages lent = { pages->pages->len, load_page, store_page, pages };
    gpointer self = evx_document_stage.open (NULL, &error);
    for (guint i = 0; i < ahead; i++)
        evx_document_stage.glance (self, &lent.notes, pages->pages->pdata[i]);
    g_assert_true (evx_document_stage.document (self, document, &lent, &error));
    g_assert_no_error (error);
    if (lent.notes != NULL)
        evx_document_stage.dismiss (lent.notes);
    evx_document_stage.close (self);
    return document;
}

static EvxDocument *
read_document (Pages *pages)
{
    return read_document_seen (pages, 0);
}

/* A mention of @surface with @count; its quote is the line it stands on. */
static EvxMention *
add_mention (EvxPage *page, const char *kind, const char *sense, const char *surface, gint64 count,
             gint year)
{
    const char *text = page->text->str, *at = strstr (text, surface);
    g_assert_nonnull (at);
    const char *start = at, *end = at + strcspn (at, "\n");
    while (start > text && start[-1] != '\n')
        start--;
    g_autofree char *quote = g_strndup (start, (gsize)(end - start));
    EvxMention mention = {
        .kind = kind,
        .sense = sense,
        .assertion = "affirmed",
        .surface = evx_page_string (page, surface),
        .quote = evx_page_string (page, quote),
        .quote_start = (guint32)(at - start),
        .quote_end = (guint32)(at - start + (gssize)strlen (surface)),
        .start = (guint32)(at - text),
        .end = (guint32)(at - text + (gssize)strlen (surface)),
        .evidential = TRUE,
        .count = count,
        .year = year,
        .relative_year = EVX_NONE_RELATIVE,
        .to_ice = EVX_NONE,
    };
    g_array_append_val (page->mentions, mention);
    return &g_array_index (page->mentions, EvxMention, page->mentions->len - 1);
}

/* ---- dates ---------------------------------------------------------------------------------- */

static void
test_dates_are_read_as_they_are_written (void)
{
    static const char *const dates[][2] = {
        { "Sacramento, March 14th, 2019", "2019-03-14" },
        { "on 3/4/19 at 0800", "2019-03-04" },
        { "2021-07-09", "2021-07-09" },
        { "25/12/2020", "2020-12-25" },
        { "14 de marzo de 2019", "2019-03-14" },
        { "1 Sept. 2018", "2018-09-01" },
        { "March l4, 2O19", "2019-03-14" },
        { "0ct", NULL },
        { "In March 2019 the board", "2019-03" },
        { "call 916-555-0142", NULL },
        { "February 30, 2019", NULL },
        { "13/13/2019", NULL },
        { "Gov. Code 7283.1.2", NULL },
        { "May 5 people", NULL },
        { "released 3/4/19, unit l", "2019-03-04" },
        { "no figure in December", NULL },
    };
    for (guint i = 0; i < G_N_ELEMENTS (dates); i++) {
        EvxDate date;
        gboolean found = evx_date_find (dates[i][0], 0, &date);
        g_autofree char *iso = found ? evx_date_iso (&date) : NULL;
        g_assert_cmpstr (iso, ==, dates[i][1]);
    }
}

static void
test_cells_that_say_nothing_are_empty (void)
{
    static const char *const empty[] = { "", " - ", "N/A", "n.a.", "None", "NA", "Ninguno", "X X", "\342\200\224" };
    static const char *const filled[] = { "0", "Yes", "November", "|none", "1 none", "\303\251a", "xx", "- no -" };
    for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
        g_assert_true (evx_cell_is_empty (empty[i]));
    for (guint i = 0; i < G_N_ELEMENTS (filled); i++)
        g_assert_false (evx_cell_is_empty (filled[i]));
}

static void
test_periods_are_read_as_they_are_written (void)
{
    static const char *const periods[][3] = {
        { "in fiscal year 2018-19 it sent", "2018-07-01", "2019-06-30" },
        { "FY 2020/21", "2020-07-01", "2021-06-30" },
        { "fiscal year 2019", "2018-07-01", "2019-06-30" },
        { "264 requests from May to December 2022, up from", "2022-05-01", "2022-12-31" },
        { "between September 2019 and September 2020", "2019-09-01", "2020-09-30" },
        { "de mayo a diciembre de 2022", "2022-05-01", "2022-12-31" },
        { "the first six months of 2019", "2019-01-01", "2019-06-30" },
        { "the last half of 2019", "2019-07-01", "2019-12-31" },
        { "in the second half of 2019", "2019-07-01", "2019-12-31" },
        { "First half 2019", "2019-01-01", "2019-06-30" },
        { "in the second quarter of 2019", "2019-04-01", "2019-06-30" },
        { "through May 2019", "2019-01-01", "2019-05-31" },
        { "By the end of June 2019 it had", "2019-01-01", "2019-06-30" },
        { "so far in 2021", "2021-01-01", "2021-04-02" },
        { "in 2021 so far", "2021-01-01", "2021-04-02" },
        { "so far this year", "2021-01-01", "2021-04-02" },
        { "from 2018 to 2020", "2018-01-01", "2020-12-31" },
        { "January 1 through June 30, 2019", "2019-01-01", "2019-06-30" },
        { "Q3 2019", "2019-07-01", "2019-09-30" },
        { "in the second quarter of 2019", "2019-04-01", "2019-06-30" },
        { "since 2016 the office turned over", "2016-01-01", "2021-04-02" },
        { "desde marzo de 2019", "2019-03-01", "2021-04-02" },
        { "in 2019", NULL, NULL },
        { "may be transferred", NULL, NULL },
    };
    EvxPeriodReader *reader = evx_period_reader_new ();
    for (guint i = 0; i < G_N_ELEMENTS (periods); i++) {
        EvxPeriod period;
        gboolean found = evx_period_read (reader, periods[i][0], "2021-04-02", &period);
        g_assert_cmpstr (found ? period.start : NULL, ==, periods[i][1]);
        g_assert_cmpstr (found ? period.end : NULL, ==, periods[i][2]);
    }
    evx_period_reader_free (reader);
}

/* ---- agencies ------------------------------------------------------------------------------- */

static void
test_names_of_one_agency_have_one_key (void)
{
    static const char *const names[][2] = {
        { "Alder County Sheriff's Office", "alder" },
        { "Sheriff of Alder County", "alder" },
        { "ALDER COUNTY SHERIFF\xe2\x80\x99S DEPT.", "alder" },
        { "Sheriff del Condado de Alder", "alder" },
        { "San Bruno County", "san bruno" },
        { "Alder Police Department", "alder police" },
        { "the Sheriff's Office", "" },
        { "Neighboring County Sheriff", "" },
        { "Nearby County Sheriff", "" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
        g_autofree char *key = evx_agency_key (names[i][0]);
        g_assert_cmpstr (key, ==, names[i][1]);
    }
}

static void
test_agencies_are_found_in_text (void)
{
    static const char *const texts[][2] = {
        { "The Alder County Sheriff's Office received", "Alder County Sheriff's Office" },
        { "ALDER COUNTY SHERIFF'S OFFICE", "Alder County Sheriff's Office" },
        { "COUNTY OF ALDER - AGENDA ITEM", "County of Alder" },
        { "Custodian of Records Alder County Sheriff's Office", "Alder County Sheriff's Office" },
        { "sent to the County of San Luis Verde today", "County of San Luis Verde" },
        { "el Condado de Alder", "Condado de Alder" },
        { "the sheriff of another county said", NULL },
        { "Sheriff's Office policy", NULL },
        { "ICE and DHS", NULL },
    };
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
        gsize end;
        g_autofree char *name = evx_agency_find (texts[i][0], 0, &end);
        g_assert_cmpstr (name, ==, texts[i][1]);
    }
}

/* ---- types ---------------------------------------------------------------------------------- */

typedef struct {
    const char *type, *text, *date, *agency, *language;
} Sample;

static const Sample samples[] = {
    { "letter",
      "ALDER COUNTY SHERIFF'S OFFICE\n100 Main Street, Alder, CA 95999\n\nMarch 14, 2019\n\n"
      "Board of Supervisors\n\nDear Supervisors:\n\nThank you for the questions of last week. In "
      "2018 the office "
      "turned over 20 people to ICE on the date of their release.\n\nSincerely,\n\nA. "
      "Example\nSheriff\n",
      "2019-03-14", "Alder County Sheriff's Office", "en" },
    { "pra_response",
      "County of Alder\nOffice of County Counsel\n\nJune 2, 2021\n\nRe: Public Records Act "
      "request\n\nDear Ms. Example:\n\n"
      "This is in response to your request of May 3. The office has located responsive records, "
      "which are produced "
      "with names redacted. Other records are exempt from disclosure under section "
      "7922.000.\n\nVery truly yours,\n",
      "2021-06-02", "County of Alder", "en" },
    { "letter",
      "June 2, 2021\n\nDear Clerk:\n\nUnder the Public Records Act I request copies of all release "
      "logs. Please provide "
      "the records in electronic form.\n\nSincerely,\nB. Example\n",
      "2021-06-02", NULL, "en" },
    { "email",
      "From: Example, Ana\nSent: Tuesday, April 2, 2019 8:14 AM\nTo: Example, Bo\nSubject: RE: "
      "releases today\n\n"
      "Two for the gate at noon. The other one is not for us, and the desk was told.\n",
      "2019-04-02", NULL, "en" },
    { "email",
      "De: Ejemplo, Ana\nEnviado: 2 de abril de 2019\nPara: Ejemplo, Bo\nAsunto: salidas\n\n"
      "Hoy hay dos personas que salen de la cárcel por la tarde, y una de ellas fue pedida por el "
      "gobierno.\n",
      "2019-04-02", NULL, "es" },
    { "form",
      "DEPARTMENT OF HOMELAND SECURITY\nIMMIGRATION DETAINER - NOTICE OF ACTION\nSubject ID: "
      "1234567\nEvent No: AAA1\n"
      "File No: A000 000 000\nDate: 5/6/2019\nName of Alien: ______ ______\nDate of birth: ___ "
      "___\n"
      "Signature\nDHS Form I-247A (3/17) Page 1 of 3\n",
      "2019-05-06", NULL, NULL },
    { "policy",
      "Policy 415\nAlder County Sheriff's Office\nPolicy Manual\nImmigration Violations\n415.1 "
      "PURPOSE AND SCOPE\n"
      "415.2 POLICY\nIt is the policy of the office that members shall not ask about status. "
      "Members shall read "
      "this policy and shall give the form to each inmate; supervisors shall keep a log of "
      "it.\nEffective 1/4/2018\n",
      "2018-01-04", "Alder County Sheriff's Office", "en" },
    { "minutes",
      "ALDER COUNTY BOARD OF SUPERVISORS\nMINUTES\nTuesday, May 7, 2019\n\nThe chair called to "
      "order the meeting at 9:00. "
      "Roll call: all present.\nPublic comment was heard.\nMotion by Example, seconded by Sample. "
      "Ayes: 5. Noes: none.\n"
      "The meeting was adjourned at noon.\n",
      "2019-05-07", NULL, "en" },
    { "notice",
      "PUBLIC NOTICE\nTRUTH Act Community Forum\n\nNotice is hereby given that a community forum "
      "will be held by the "
      "Board of the County of Alder in the board chambers.\n\nPosted: April 30, 2019\n",
      "2019-04-30", "County of Alder", "en" },
    { "news",
      "Alder Valley Tribune\nSheriff gives a new number\nBy Cleo Example, staff writer\nPublished "
      "May 9, 2019\n\n"
      "The sheriff said Tuesday that the office was wrong. \"We counted twice,\" he said. A lawyer "
      "for the inmates "
      "said the number was still too low.\n",
      "2019-05-09", NULL, "en" },
    { "letter",
      "Alder County Public Defender\n\nMay 2, 2022\n\nSheriff Example:\n\nThree of our clients were held "
      "after their release was due. We ask you to tell us who called the agents.\n\nYours truly,\n\nC. "
      "Example\n",
      "2022-05-02", NULL, "en" },
    { "minutes",
      "BOARD OF SUPERVISORS, COUNTY OF ALDER\nMinutes of the Special Meeting of May 7, 2019\n1. The Chair called the meeting "
      "to order.\n2. Asked by Supervisor Example, Chief Sample said that the Abbot City Police Department had called.\n",
      "2019-05-07", "County of Alder", "en" },
    { "minutes",
      "ALDER COUNTY COMMISSION\nRegular Meeting, May 7, 2019\nPresent: Example, Sample. Absent: Pattern.\n"
      "The jail gave notice in 30 cases.\nThe meeting was adjourned at 8:15 p.m.\n",
      "2019-05-07", NULL, "en" },
    { "policy",
      "Chapter 5 Custody\n5.12 Contact with federal officers\n5.12.1 Employees must not give dates.\n"
      "5.12.2 Requests must be sent to the records unit.\n5.12.3 The unit must keep each request.\n"
      "5.12.4 Employees may not arrest for civil matters.\n",
      NULL, NULL, NULL },
    { "news",
      "QUARRY BEND (Valley Wire) - A judge on Tuesday ordered the county to give out its logs of calls.\n"
      "The order came in a suit by the family of a man.\nReporting by A. Example; editing by B. Sample\n",
      NULL, NULL, "en" },
    { "news",
      "QUARRY BEND, Ore. \xe2\x80\x94 The county kept no list of the calls that its jail took, a judge found.\n"
      "It has until May to make one. The clerk can be reached at the court.\n",
      NULL, NULL, "en" },
    { "other",
      "QUARRY BEND - a town\nThe county kept no list of the calls that its jail took, a judge found.\n"
      "It has until May to make one. The clerk can be reached at the court.\n",
      NULL, NULL, "en" },
    { "other",
      "the desk asks that each policy be kept at hand\nIt is kept with the log of the day. Each of us shall read it. "
      "Each shall sign it. The desk shall keep it. The desk shall count it.\n",
      NULL, NULL, "en" },
    { "other", "An advocate filed a public records request. Some of its pages were withheld.\n", NULL, NULL, NULL },
    { "notice", "VISITORS\nOfficers of the federal government may be present in the lobby.\n", NULL, NULL, NULL },
    { "other",
      "AGREEMENT\nRevised May 2, 2019\nThe county shall house inmates. The county shall bill. The county shall "
      "keep books. The county shall report.\n",
      "2019-05-02", NULL, NULL },
    { "notice",
      "Federal Register / Vol. 90, No. 12\nAGENCY: Bureau of Barns.\nACTION: Notice of proposed rulemaking.\n"
      "SUMMARY: The Bureau would number barns. You may send comments to the address below. What is exempt under the "
      "Freedom of Information Act is not published.\n",
      NULL, NULL, NULL },
    { "other",
      "Files of this folder\nThey came under the Freedom of Information Act. If you miss pages, those were exempt or "
      "withheld by the bureau.\n",
      NULL, NULL, NULL },
    { "policy",
      "Alder County Sheriff's Office Policy Manual. Effective March 1, 2019. Revised July 15, 2022.\nPolicy 428\n"
      "PURPOSE AND SCOPE\nThis policy is for the desk. Next review July 15, 2030.\n",
      "2022-07-15", "Alder County Sheriff's Office", NULL },
    { "news",
      "ALDER COUNTY SHERIFF'S OFFICE\nNEWS RELEASE\nFOR IMMEDIATE RELEASE\nSeptember 2, 2019\nContact: Sgt. Vale\n"
      "Alder's sheriff opened a new lobby on Monday. \"It is bright,\" he said.\n",
      "2019-09-02", NULL, NULL },
    { "pra_response",
      "COUNTY OF ALDER\nJune 3, 2020\nRe: Public Records Act Request 20-11\nDear Ms. Roe:\nThe search is complete. "
      "Responsive, non-exempt records are produced with this letter.\nVery truly yours,\nA. Pike\n",
      "2020-06-03", NULL, NULL },
    { "other",
      "Replies to the Supervisors\nAlder County Sheriff's Office, March 12, 2021\nThe lobby was booked until June 3, 2022 "
      "for the feast.\n",
      "2021-03-12", NULL, NULL },
    { "other",
      "The quick brown fox jumps over the lazy dog while the cat sleeps on the roof of the barn.\n",
      NULL, NULL, "en" },
};

static void
test_a_sample_has_its_type_date_agency_and_language (gconstpointer data)
{
    const Sample *sample = data;
    g_autoptr (Pages) pages = pages_new ();
    add_page (pages, sample->text);
    g_autoptr (EvxDocument) document = read_document (pages);
    g_test_message ("%s", document->type_evidence);
    g_assert_cmpstr (document->type, ==, sample->type);
    g_assert_cmpstr (document->date, ==, sample->date);
    if (sample->agency != NULL)
        g_assert_cmpstr (document->agency, ==, sample->agency);
    if (sample->language != NULL)
        g_assert_cmpstr (document->language, ==, sample->language);
    g_assert_cmpstr (document->origin, ==, "born_digital");
}

static void
test_wide_pages_with_few_large_words_are_slides (void)
{
    g_autoptr (Pages) pages = pages_new ();
    static const char *const texts[] = { "TRUTH Act Forum\nMay 7, 2019\n",
                                         "Requests: 120\nAnswered: 31\n", "Questions\n" };
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
        EvxPage *page = add_page (pages, texts[i]);
        page->width = 720;
        page->height = 540;
        for (guint w = 0; w < page->words->len; w++)
            g_array_index (page->words, EvxWord, w).font_size = 28;
    }
    g_autoptr (EvxDocument) document = read_document (pages);
    g_assert_cmpstr (document->type, ==, "slide_deck");
    g_assert_cmpstr (document->date, ==, "2019-05-07");
}

static void
test_a_date_that_is_said_to_be_one_counts_on_a_later_page (void)
{
    static const char *const cases[][2] = {
        { "UNIT ORDER 4\n\nTo: release desk. From: Custody Operations. May 7, 2019.\n\nKeep the log.\n", "2019-05-07" },
        { "AVISO\n\nLe avisamos el 3 de mayo de 2019.\n\nFirma:\n\nFecha: 7 de mayo de 2019\n", "2019-05-07" },
        { "To: the desk. A person left on May 7, 2019 by the lobby.\n", NULL },
        { "Date of birth: May 7, 1979\n", NULL },
        { "The date of the move is May 7, 2019, and all are asked to help with the boxes.\n", NULL },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (Pages) pages = pages_new ();
        add_page (pages, "Desk schedule, holidays\n\nThe lobby closes early.\n");
        add_page (pages, cases[i][0]);
        g_autoptr (EvxDocument) document = read_document (pages);
        g_assert_cmpstr (document->date, ==, cases[i][1]);
    }
}

static void
test_a_hidden_text_layer_means_scanned (void)
{
    g_autoptr (Pages) pages = pages_new ();
    for (guint i = 0; i < 2; i++) {
        EvxPage *page = add_page (pages, "The report of the board for the year");
        for (guint w = 0; w < page->words->len && i == 0; w++)
            g_array_index (page->words, EvxWord, w).flags = EVX_WORD_HIDDEN;
    }
    g_autoptr (EvxDocument) document = read_document (pages);
    g_assert_cmpstr (document->origin, ==, "hybrid");
    ((EvxPage *)pages->pages->pdata[1])->reading = EVX_READING_OCR;
    g_autoptr (EvxDocument) again = read_document (pages);
    g_assert_cmpstr (again->origin, ==, "scanned");
}

/* ---- claims --------------------------------------------------------------------------------- */

static const EvxClaim *
only_claim (const EvxDocument *document)
{
    g_assert_cmpuint (document->claims->len, ==, 1);
    return &g_array_index (document->claims, EvxClaim, 0);
}

static void
test_people_transferred_are_one_claim (void)
{
    g_autoptr (Pages) pages = pages_new ();
    EvxPage *page =
        add_page (pages, "In 2019 at least 52 inmates were transferred to ICE by the office.\n");
    add_mention (page, "detainee", "jail", "inmates", 52, 2019);
    add_mention (page, "transfer", "custody", "transferred", 52, 2019);
    g_autoptr (EvxDocument) document = read_document (pages);
    const EvxClaim *claim = only_claim (document);
    g_assert_cmpstr (claim->what, ==, "transfers");
    g_assert_cmpstr (claim->unit, ==, "persons");
    g_assert_cmpstr (claim->qualifier, ==, "at least");
    g_assert_cmpint (claim->number, ==, 52);
    g_assert_cmpint (claim->year, ==, 2019);
    g_assert_cmpuint (strlen (claim->id), ==, 16);
}

static void
test_last_year_is_counted_from_the_date_of_the_document (void)
{
    g_autoptr (Pages) pages = pages_new ();
    add_page (pages,
              "May 7, 2019\n\nDear Board:\n\nThe answer is on the next page.\n\nSincerely\n");
    EvxPage *page = add_page (pages, "Last year ICE made 120 requests.\n");
    add_mention (page, "notification", "request", "requests", 120, EVX_NONE)->relative_year = -1;
    g_autoptr (EvxDocument) document = read_document (pages);
    g_assert_cmpint (only_claim (document)->year, ==, 2018);
    g_assert_cmpuint (pages->stored, ==, 1);
    g_autoptr (EvxDocument) again = read_document (pages);
    g_assert_cmpuint (pages->stored, ==, 1);
    g_assert_cmpstr (only_claim (again)->id, ==, only_claim (document)->id);
}

static void
test_pages_seen_ahead_make_no_difference (void)
{
    g_autoptr (Pages) pages = pages_new ();
    add_page (pages, "Alder County Sheriff's Office\nMay 7, 2019\n\nDear Board:\n\nThe answer follows.\n");
    add_page (pages, "The office keeps no list of visitors, and this page is about the garden.\n");
    EvxPage *page = add_page (pages, "Last year ICE made 120 requests.\n");
    add_mention (page, "notification", "request", "requests", 120, EVX_NONE)->relative_year = -1;
    g_autoptr (EvxDocument) plain = read_document (pages);
    g_assert_cmpint (only_claim (plain)->year, ==, 2018);
    for (guint ahead = 1; ahead <= pages->pages->len; ahead++) {
        g_autoptr (EvxDocument) seen = read_document_seen (pages, ahead);
        g_assert_cmpstr (seen->type, ==, plain->type);
        g_assert_cmpstr (seen->date, ==, plain->date);
        g_assert_cmpstr (seen->agency, ==, plain->agency);
        g_assert_cmpstr (only_claim (seen)->id, ==, only_claim (plain)->id);
        g_assert_cmpmem (seen->sketch->data, seen->sketch->len * sizeof (guint32), plain->sketch->data,
                         plain->sketch->len * sizeof (guint32));
    }
}

static void
test_a_count_in_a_fiscal_year_keeps_its_days (void)
{
    g_autoptr (Pages) pages = pages_new ();
    EvxPage *page = add_page (
        pages, "In fiscal year 2018-19 an average of 4 people a month were turned over to ICE.\n");
    add_mention (page, "transfer", "custody", "turned over", 4, 2019);
    g_autoptr (EvxDocument) document = read_document (pages);
    const EvxClaim *claim = only_claim (document);
    g_assert_cmpstr (claim->period_start, ==, "2018-07-01");
    g_assert_cmpstr (claim->period_end, ==, "2019-06-30");
    g_assert_cmpstr (claim->qualifier, ==, "average");
}

static void
test_how_often_and_none_at_all_are_claims (void)
{
    g_autoptr (Pages) pages = pages_new ();
    EvxPage *page = add_page (
        pages,
        "In 2020 we notified ICE 27 times.\nThe office did not transfer any person in 2020.\n"
        "Called ICE at 0555 with the time.\nICE arrested him at the gate.\n");
    add_mention (page, "notification", "ice_release_notice", "notified", EVX_NONE, 2020);
    add_mention (page, "transfer", "custody", "transfer", EVX_NONE, 2020)->assertion = "negated";
    add_mention (page, "notification", "ice_release_notice", "Called", 555, 2020);
    add_mention (page, "transfer", "custody", "arrested", 1, 2020);
    g_autoptr (EvxDocument) document = read_document (pages);
    g_assert_cmpuint (document->claims->len, ==, 2);
    g_assert_cmpint (g_array_index (document->claims, EvxClaim, 0).number, ==, 27);
    g_assert_cmpint (g_array_index (document->claims, EvxClaim, 1).number, ==, 0);
}

static void
test_the_over_of_a_verb_is_no_bound (void)
{
    g_autoptr (Pages) pages = pages_new ();
    EvxPage *page = add_page (pages, "In 2020 the desk turned over 8 inmates to ICE.\n");
    add_mention (page, "transfer", "custody", "turned over", EVX_NONE, 2020);
    add_mention (page, "detainee", "jail", "inmates", 8, 2020);
    g_autoptr (EvxDocument) document = read_document (pages);
    g_assert_cmpstr (only_claim (document)->what, ==, "transfers");
    g_assert_null (only_claim (document)->qualifier);
}

static void
test_no_more_than_is_an_upper_bound_and_telling_about_people_is_none (void)
{
    static const char *const texts[][2] = {
        { "In 2020 the desk turned over no more than 8 inmates to ICE.\n", "up to" },
        { "In 2020 the desk turned over more than 8 inmates to ICE.\n", "more than" },
        { "In 2020, after it told ICE about 8 inmates, the desk turned them over.\n", NULL },
    };
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_autoptr (Pages) pages = pages_new ();
        EvxPage *page = add_page (pages, texts[i][0]);
        add_mention (page, "transfer", "custody", "turned", 8, 2020);
        g_autoptr (EvxDocument) document = read_document (pages);
        g_assert_cmpstr (only_claim (document)->qualifier, ==, texts[i][1]);
    }
}

static void
test_questions_and_forecasts_claim_nothing (void)
{
    g_autoptr (Pages) pages = pages_new ();
    EvxPage *page = add_page (pages, "Date: May 2, 2021\n\nDid the desk really turn over 8 inmates in 2020?\n\n"
                                     "We expect to hand over 25 people in 2023.\n\nWe expect about 15 transfers in 2021.\n");
    add_mention (page, "transfer", "custody", "turn over", 8, 2020)->quote =
        "Did the desk really turn over 8 inmates in 2020?";
    add_mention (page, "transfer", "custody", "hand over", 25, 2023)->quote =
        "We expect to hand over 25 people in 2023.";
    add_mention (page, "transfer", "custody", "transfers", 15, 2021)->quote = "We expect about 15 transfers in 2021.";
    g_autoptr (EvxDocument) document = read_document (pages);
    g_assert_cmpuint (document->claims->len, ==, 0);
}

static void
test_a_goal_is_no_claim_but_what_met_one_is (void)
{
    static const struct {
        const char *text;
        guint claims;
    } cases[] = {
        { "Our goal for 2022 was no more than 10 transfers to ICE.\n", 0 },
        { "The office set a target of 10 transfers for 2022.\n", 0 },
        { "The goal of the office was met and 10 transfers were made in 2022.\n", 1 },
        { "It is no goal of ours, yet 10 transfers were made in 2022.\n", 1 },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (Pages) pages = pages_new ();
        g_autofree char *text = g_strconcat ("ICE desk\n\n", cases[i].text, NULL);
        add_mention (add_page (pages, text), "transfer", "custody", "transfers", 10, 2022)->quote = cases[i].text;
        g_autoptr (EvxDocument) document = read_document (pages);
        g_assert_cmpuint (document->claims->len, ==, cases[i].claims);
    }
}

static void
test_a_number_that_is_called_wrong_is_withdrawn (void)
{
    static const struct {
        const char *sentence, *next, *qualifier;
    } cases[] = {
        { "The draft had 17 transfers for 2022.", " That figure\n> was wrong; it is 14.\n", "withdrawn" },
        { "The draft had 17 transfers for 2022, which was an error.", "\n", "withdrawn" },
        { "We mistakenly reported 17 transfers for 2022.", "\n", "withdrawn" },
        { "The count was corrected from 17 transfers for 2022 to 14.", "\n", "withdrawn" },
        { "We reported 17 transfers for 2022.", " That was a typing error.\n", "withdrawn" },
        { "We reported 17 transfers for 2022.", " The correct figure is 14.\n", "withdrawn" },
        { "The 17 transfers for 2022 should have been 14.", "\n", "withdrawn" },
        { "There were 17 transfers in 2022.", " The right to a lawyer is known.\n", NULL },
        { "There were 17 transfers in 2022.", " The press was wrong about the rest.\n", NULL },
        { "There were 17 transfers in 2022.", " That is more than in 2021.\n", NULL },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (Pages) pages = pages_new ();
        g_autofree char *text = g_strconcat ("ICE desk\n\n", cases[i].sentence, cases[i].next, NULL);
        EvxMention *mention = add_mention (add_page (pages, text), "transfer", "custody", "transfers", 17, 2022);
        mention->quote = cases[i].sentence;
        mention->quote_start = (guint)(strstr (cases[i].sentence, "transfers") - cases[i].sentence);
        mention->quote_end = mention->quote_start + 9;
        g_autoptr (EvxDocument) document = read_document (pages);
        g_assert_cmpstr (only_claim (document)->qualifier, ==, cases[i].qualifier);
    }
}

static void
test_a_number_of_the_whole_state_or_of_another_office_is_not_the_sheriffs (void)
{
    static const struct {
        const char *text, *named, *agency;
    } cases[] = {
        { "Nationwide, ICE took 48 people from jails in 2022.\n", NULL, "nationwide" },
        { "Across California, sheriffs made 48 transfers in 2022.\n", NULL, "statewide" },
        { "According to statewide data, the jail made 48 transfers in 2022.\n", NULL, "Alder County Jail" },
        { "Together, the three counties made 48 transfers in 2022.\n", NULL, "several counties" },
        { "Together they made 48 transfers in 2022.\n", NULL, "several counties" },
        { "Statewide figures aside, Alder County saw 48 transfers in 2022.\n", "Alder County", "Alder County Jail" },
        { "The Alder County Probation Department made 48 transfers in 2022.\n", "Alder County",
          "Alder County Probation Department" },
        { "Chief Tran said the Larkwood City Police Department made 48 transfers in 2022.\n", NULL,
          "Larkwood City Police Department" },
        { "The Sheriff's Office made 48 transfers in 2022.\n", "Larkwood Police Department", "Alder County Jail" },
        { "In all, 48 transfers were made in 2022.\n", "Larkwood Police Department", "Alder County Jail" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (Pages) pages = pages_new ();
        g_autofree char *text = g_strconcat ("Alder County Jail\nSheriff of Alder County\nICE desk\n\nThe Larkwood Police Department answered.\n\n",
                                             cases[i].text, NULL);
        const char *counted = strstr (cases[i].text, "transfers") != NULL ? "transfers" : "took";
        EvxMention *mention = add_mention (add_page (pages, text), "transfer", "custody", counted, 48, 2022);
        mention->agency = cases[i].named;
        mention->quote = cases[i].text;
        g_autoptr (EvxDocument) document = read_document (pages);
        g_assert_cmpstr (only_claim (document)->agency, ==, cases[i].agency);
    }
}

static void
test_releases_with_a_request_are_no_requests (void)
{
    static const char *const texts[][2] = { { "Total releases with an ICE request, 2022: 34\n", "other" },
                                            { "Detainees with ICE requests on a day of 2022: 34\n", "other" },
                                            { "In 2022 we turned down 34 ICE requests.\n", "notifications" },
                                            { "We complied with 34 ICE requests of 2022.\n", "notifications" },
                                            { "We answered 9 letters from 2 boards and 34 ICE requests of 2022.\n", "notifications" },
                                            { "We mailed 9 letters from 2 boards and 34 ICE requests of 2022.\n", "requests" },
                                            { "On the day of the visit in 2022, 34 of them had an ICE request.\n", "other" },
                                            { "Total of every ICE request, 2022: 34\n", "requests" } };
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_autoptr (Pages) pages = pages_new ();
        add_mention (add_page (pages, texts[i][0]), "notification", "request", "request", 34, 2022);
        g_autoptr (EvxDocument) document = read_document (pages);
        g_assert_cmpstr (only_claim (document)->what, ==, texts[i][1]);
    }
}

static void
test_a_police_department_named_once_is_not_whom_a_document_is_about (void)
{
    g_autoptr (Pages) pages = pages_new ();
    EvxPage *page = add_page (pages, "Larkwood Town Hall\nCounty of Alder\n\nThe chief said that the Larkwood Police Department made 3 "
                                     "transfers in 2022.\n\nThe desk told ICE.\n\nIt told ICE again.\n\nIt called ICE.\n\nIt wrote to ICE.\n");
    static const char *const told[] = { "transfers", "told ICE.", "told ICE again", "called", "wrote" };
    for (guint i = 0; i < G_N_ELEMENTS (told); i++)
        add_mention (page, "transfer", "custody", told[i], i == 0 ? 3 : EVX_NONE, 2022)->agency =
            "Larkwood Police Department";
    g_autoptr (EvxDocument) document = read_document (pages);
    g_assert_cmpstr (document->agency, ==, "County of Alder");
}

static void
test_requests_from_ice_are_no_transfers (void)
{
    g_autoptr (Pages) pages = pages_new ();
    EvxPage *page = add_page (pages, "It received 44 requests from ICE in 2023.\n");
    add_mention (page, "transfer", "custody", "received", 44, 2023);
    add_mention (page, "notification", "request", "requests", 44, 2023);
    g_autoptr (EvxDocument) document = read_document (pages);
    g_assert_cmpstr (only_claim (document)->what, ==, "requests");
}

/* "Requests" alone, where the same text tells of other requests, are nobody's. */
static void
test_a_bare_count_beside_other_dealings_claims_nothing (void)
{
    static const struct {
        const char *other;
        guint claims;
    } cases[] = { { "We got 9 requests for parking.\n\n", 0 },
                  { "ICE is near. We got 9 requests for parking. ", 0 },
                  { "We got 9 complaints.\n\n", 1 } };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (Pages) pages = pages_new ();
        g_autofree char *text = g_strdup_printf ("ICE desk\n\n%sIn 2023 18 more requests came.\n", cases[i].other);
        EvxPage *page = add_page (pages, text);
        if (cases[i].claims == 0)
            add_mention (page, "notification", "request", "requests for", EVX_NONE, 2023)->quote_end -= 4;
        EvxMention *mention = add_mention (page, "notification", "request", "requests came", 18, 2023);
        mention->quote = "In 2023 18 more requests came.";
        mention->quote_start = 16;
        mention->quote_end = 24;
        g_autoptr (EvxDocument) document = read_document (pages);
        g_assert_cmpuint (document->claims->len, ==, cases[i].claims);
    }
}

static void
test_a_year_set_beside_a_number_is_not_its_own (void)
{
    static const struct {
        const char *text;
        gint64 count;
        gint year;
    } cases[] = {
        { "ICE sent 110 detainers, 12 fewer than in 2022.\n", 110, EVX_NONE },
        { "ICE sent 188 detainers, compared with 203 in 2022.\n", 188, EVX_NONE },
        { "ICE sent 203 detainers in 2022.\n", 203, 2022 },
        { "ICE sent more than in 2022, when 203 detainers came.\n", 203, 2022 },
        { "It was busier than in 2022. ICE sent 203 detainers.\n", 203, EVX_NONE },
        { "It was busy in 2022. ICE sent 203 detainers.\n", 203, 2022 },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (Pages) pages = pages_new ();
        EvxMention *mention = add_mention (add_page (pages, cases[i].text), "notification", "request", "detainers", cases[i].count, 2022);
        const char *last = strstr (mention->quote, ". ICE");
        if (last != NULL) { /* the year stands in the sentence before */
            mention->quote_start -= (guint)(last + 2 - mention->quote);
            mention->quote_end -= (guint)(last + 2 - mention->quote);
            mention->quote = last + 2;
        }
        g_autoptr (EvxDocument) document = read_document (pages);
        const EvxClaim *claim = &g_array_index (document->claims, EvxClaim, 0);
        g_test_message ("%s", cases[i].text);
        g_assert_cmpuint (document->claims->len, >, 0);
        g_assert_cmpint (claim->number, ==, cases[i].count);
        g_assert_cmpint (claim->year, ==, cases[i].year);
    }
}

static void
test_people_taken_elsewhere_are_no_transfers (void)
{
    static const char *const texts[][2] = { { "For 2022 ICE lists 6 people who were transferred to other counties.\n", "other" },
                                            { "For 2022 ICE lists 6 people who were transferred.\n", "transfers" } };
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_autoptr (Pages) pages = pages_new ();
        EvxPage *page = add_page (pages, texts[i][0]);
        add_mention (page, "detainee", "jail", "people", 6, 2022);
        add_mention (page, "transfer", "custody", "transferred", EVX_NONE, 2022);
        g_autoptr (EvxDocument) document = read_document (pages);
        g_assert_cmpstr (only_claim (document)->what, ==, texts[i][1]);
    }
}

static void
test_transfers_for_an_offense_are_a_part (void)
{
    static const char *const texts[][2] = { { "In 2022 ICE took 12 people; 12 were transferred for assault.\n", "other" },
                                            { "In 2022 ICE took them; 12 were transferred for deportation.\n", "transfers" },
                                            { "ICE took them; 12 were transferred for 2022.\n", "transfers" },
                                            { "ICE took them; 12 were transferred in 2022, or 4 for each month.\n", "transfers" } };
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_autoptr (Pages) pages = pages_new ();
        add_mention (add_page (pages, texts[i][0]), "transfer", "custody", "transferred", 12, 2022);
        g_autoptr (EvxDocument) document = read_document (pages);
        g_assert_cmpstr (only_claim (document)->what, ==, texts[i][1]);
    }
}

static void
test_rules_and_plans_claim_nothing (void)
{
    g_autoptr (Pages) pages = pages_new ();
    EvxPage *page =
        add_page (pages, "The office shall notify 2 people.\nIf 20 inmates were transferred.\n");
    add_mention (page, "notification", "person_notice", "notify", 2, EVX_NONE)->assertion =
        "policy";
    add_mention (page, "transfer", "custody", "transferred", 20, EVX_NONE)->assertion =
        "hypothetical";
    g_autoptr (EvxDocument) document = read_document (pages);
    g_assert_cmpuint (document->claims->len, ==, 0);
}

static void
test_counts_of_other_dealings_claim_nothing (void)
{
    static const struct {
        const char *text, *kind, *counted;
        gint64 count;
        guint claims;
    } cases[] = {
        { "Health\n\nThe clinic got 612 requests in 2023.\n", "notification", "requests", 612, 0 },
        { "ICE desk\n\nThe clinic got 612 requests for evaluation in 2023.\n", "notification", "requests", 612, 0 },
        { "ICE desk\n\nThe Board had 46 requests to speak in 2023.\n", "notification", "requests", 46, 0 },
        { "ICE desk\n\nWe did 96 hospital transfers in 2023.\n", "transfer", "transfers", 96, 0 },
        { "ICE desk\n\nWe made 40 transfers between housing units in 2023.\n", "transfer", "transfers", 40, 0 },
        { "Jail\n\nWho goes to ICE is logged.\n\nWe got 18 requests in 2023.\n", "notification", "requests", 18, 0 },
        { "Jail\n\nWho goes to ICE is logged. We got 18 requests in 2023.\n", "notification", "requests", 18, 1 },
        { "Jail\n\nWe got 18 requests in 2023. We told ICE of each.\n", "notification", "requests", 18, 1 },
        { "Jail\n\nWe got 18 requests from ICE in 2023.\n", "notification", "requests", 18, 1 },
        { "ICE desk\n\nWe got 18 requests in 2023.\n", "notification", "requests", 18, 1 },
        { "ICE desk\n\nIn 2023 we had 9 transfers to patrol.\n", "transfer", "transfers", 9, 0 },
        { "ICE desk\n\nRecibimos 41 solicitudes de empleo en 2023.\n", "notification", "solicitudes", 41, 0 },
        { "ICE desk\n\nRecibimos 41 solicitudes de ICE en 2023.\n", "notification", "solicitudes", 41, 1 },
        { "ICE desk\n\nA sample of 25 transfers of 2023 was read.\n", "transfer", "transfers", 25, 0 },
        { "ICE desk\n\nWe reviewed 25 files. 3 of the 25 transfers of 2023 had none.\n", "transfer", "transfers", 25, 0 },
        { "ICE desk\n\nIn 2023 it was 24 for each 100 detainers.\n", "notification", "detainers", 100, 0 },
        { "ICE desk\n\nWe interviewed 22 people whose transfers came in 2023.\n", "transfer", "transfers", 22, 0 },
        { "ICE desk\n\nFor 2023 others say that none were transferred.\n", "transfer", "transferred", 0, 0 },
        { "ICE desk\n\nFor 2023 the logs say that none were transferred.\n", "transfer", "transferred", 0, 1 },
        { "ICE desk\n\nThe book has 23 transfers from January to June of 2023.\n", "transfer", "transfers", 23, 1 },
        { "ICE desk\n\nThe chaplain got 402 requests from families in 2023.\n", "notification", "requests", 402, 0 },
        { "ICE desk\n\nWe got 18 requests from 2023 on.\n", "notification", "requests", 18, 1 },
        { "ICE desk\n\nWe made 18 such transfers in 2023.\n", "transfer", "transfers", 18, 1 },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (Pages) pages = pages_new ();
        const char *sense = strcmp (cases[i].kind, "transfer") == 0 ? "custody" : "request";
        add_mention (add_page (pages, cases[i].text), cases[i].kind, sense, cases[i].counted, cases[i].count, 2023);
        g_autoptr (EvxDocument) document = read_document (pages);
        g_test_message ("%s", cases[i].text);
        g_assert_cmpuint (document->claims->len, ==, cases[i].claims);
    }
}

static void
test_folding_makes_cues_match_what_ocr_reads (void)
{
    g_autofree char *folded =
        evx_fold ("\nlMMIGRATI0N DETAlNER, Form I-247A\nEstimado se\xc3\xb1or");
    g_assert_cmpuint (evx_fold_has (folded, "immigration detainer"), ==, 1);
    g_assert_cmpuint (evx_fold_has (folded, "form i-247*"), ==, 1);
    g_assert_cmpuint (evx_fold_has (folded, "^estimado senor"), ==, 1);
    g_assert_cmpuint (evx_fold_has (folded, "detain"), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/document/claims/a-goal-is-no-claim-but-what-met-one-is",
                     test_a_goal_is_no_claim_but_what_met_one_is);
    g_test_add_func ("/document/claims/a-number-that-is-called-wrong-is-withdrawn",
                     test_a_number_that_is_called_wrong_is_withdrawn);
    g_test_add_func ("/document/claims/a-number-of-the-whole-state-or-of-another-office-is-not-the-sheriffs",
                     test_a_number_of_the_whole_state_or_of_another_office_is_not_the_sheriffs);
    g_test_add_func ("/document/claims/releases-with-a-request-are-no-requests", test_releases_with_a_request_are_no_requests);
    g_test_add_func ("/document/agency/a-police-department-named-once-is-not-whom-a-document-is-about",
                     test_a_police_department_named_once_is_not_whom_a_document_is_about);
    g_test_add_func ("/document/claims/requests-from-ice-are-no-transfers", test_requests_from_ice_are_no_transfers);
    g_test_add_func ("/document/dates/are-read-as-they-are-written",
                     test_dates_are_read_as_they_are_written);
    g_test_add_func ("/document/cells/that-say-nothing-are-empty", test_cells_that_say_nothing_are_empty);
    g_test_add_func ("/document/periods/are-read-as-they-are-written",
                     test_periods_are_read_as_they_are_written);
    g_test_add_func ("/document/agency/names-of-one-agency-have-one-key",
                     test_names_of_one_agency_have_one_key);
    g_test_add_func ("/document/agency/are-found-in-text", test_agencies_are_found_in_text);
    for (guint i = 0; i < G_N_ELEMENTS (samples); i++) {
        g_autofree char *path = g_strdup_printf ("/document/type/%u-%s", i, samples[i].type);
        g_test_add_data_func (path, &samples[i],
                              test_a_sample_has_its_type_date_agency_and_language);
    }
    g_test_add_func ("/document/type/wide-pages-with-few-large-words-are-slides",
                     test_wide_pages_with_few_large_words_are_slides);
    g_test_add_func ("/document/origin/a-hidden-text-layer-means-scanned",
                     test_a_hidden_text_layer_means_scanned);
    g_test_add_func ("/document/claims/people-transferred-are-one-claim",
                     test_people_transferred_are_one_claim);
    g_test_add_func ("/document/a-date-that-is-said-to-be-one-counts-on-a-later-page",
                     test_a_date_that_is_said_to_be_one_counts_on_a_later_page);
    g_test_add_func ("/document/claims/last-year-is-counted-from-the-date-of-the-document",
                     test_last_year_is_counted_from_the_date_of_the_document);
    g_test_add_func ("/document/pages-seen-ahead-make-no-difference",
                     test_pages_seen_ahead_make_no_difference);
    g_test_add_func ("/document/claims/a-fiscal-year-keeps-its-days",
                     test_a_count_in_a_fiscal_year_keeps_its_days);
    g_test_add_func ("/document/claims/how-often-and-none-at-all-are-claims",
                     test_how_often_and_none_at_all_are_claims);
    g_test_add_func ("/document/claims/the-over-of-a-verb-is-no-bound",
                     test_the_over_of_a_verb_is_no_bound);
    g_test_add_func ("/document/claims/no-more-than-is-an-upper-bound",
                     test_no_more_than_is_an_upper_bound_and_telling_about_people_is_none);
    g_test_add_func ("/document/claims/questions-and-forecasts-claim-nothing",
                     test_questions_and_forecasts_claim_nothing);
    g_test_add_func ("/document/claims/rules-and-plans-claim-nothing",
                     test_rules_and_plans_claim_nothing);
    g_test_add_func ("/document/claims/people-taken-elsewhere-are-no-transfers",
                     test_people_taken_elsewhere_are_no_transfers);
    g_test_add_func ("/document/claims/a-bare-count-beside-other-dealings-claims-nothing",
                     test_a_bare_count_beside_other_dealings_claims_nothing);
    g_test_add_func ("/document/claims/a-year-set-beside-a-number-is-not-its-own",
                     test_a_year_set_beside_a_number_is_not_its_own);
    g_test_add_func ("/document/claims/transfers-for-an-offense-are-a-part", test_transfers_for_an_offense_are_a_part);
    g_test_add_func ("/document/claims/counts-of-other-dealings-claim-nothing",
                     test_counts_of_other_dealings_claim_nothing);
    g_test_add_func ("/document/fold/makes-cues-match-what-ocr-reads",
                     test_folding_makes_cues_match_what_ocr_reads);
    return g_test_run ();
}
