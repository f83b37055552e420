#include "document.h"

#include "agency.h"
#include "dates.h"
#include "document-internal.h"
#include "fold.h"
#include "test-document.h"

#include <string.h>

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
        { "adopted this 9th day of March, 2021", "2021-03-09" },
        { "4/Mar/2021 08:10", "2021-03-04" },
        { "June ist, 2023", "2023-06-01" },
        { "March 4-5, 2021", "2021-03-04" },
        { "the 4th of March 2021", "2021-03-04" },
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
        { "Chief Ada Lund of Birch Falls said that", "Birch Falls Police" },
        { "Police Chief Voss of Birch", "Birch Police" },
        { "Birch Falls police turned over one", "Birch Falls police" },
        { "and the Birch police said", "Birch police" },
        { "Many police say", NULL },
        { "that ICE police came", NULL },
        { "the BIRCH POLICE", NULL },
        { "el sheriff de Birch dijo", "sheriff de Birch" },
        { "the sheriff of the county said", NULL },
        { "Fire Chief Voss of Birch", NULL },
        { "Chief of Police Voss, of late", NULL },
        { "the Chief Deputy of the jail", NULL },
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
    { "log",
      "ACSO DAILY RELEASES TO ICE\n01/10/21 X-2100400 ISTRATE, A\n02/09/21 X-2101313 OSTRAVA, Q\n02/16/21 X-2102226 SANDOZ, A\n"
      "02/22/21 X-2103139 KOLVANE, L\n03/27/21 X-2104052 DUNMARSH, L\n04/06/21 X-2104965 DUNMARSH, O\n04/23/21 X-2105878 BEXLEY, P\n"
      "05/06/21 X-2106791 LARKMOOR, C\n05/12/21 X-2107704 FERRANT, K\n",
      NULL, NULL, NULL },
    { "policy",
      "6.14 IMMIGRATION REQUESTS\nRevised: May 20, 2019.\n\n6.14.1 PURPOSE\n\nThis order tells staff how to treat form I-247A.\n\n"
      "6.14.2 INTERVIEWS\n\nNo interview shall be held before the consent form is signed. The form must be in the language of the\n"
      "person. Staff shall not ask about status.\n\n6.14.3 WARRANTS\n\nA warrant of removal shall be filed without answer.\n",
      "2019-05-20", NULL, "en" },
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

/* Which of the days on a page is the document's: type by type. */
static void
test_the_date_of_a_document_is_the_one_that_is_said_to_be (void)
{
    static const struct {
        const char *type, *text, *date;
    } cases[] = {
        { "other", "Alder County Sheriff, Jail Records Unit. January 31, 2022.\nThis report gives figures for years.\n", "2022-01-31" },
        { "other", "The report was made by hand. January 31, 2022.\n", NULL },
        { "other", "Bid tabulation 21-09: patrol vehicles. Opened June 17, 2021.\nFour bids were received.\n", "2021-06-17" },
        { "log", "Log of persons released, calendar year 2021. Printed 01/14/2022\n01/04/2021 Doe\n", "2022-01-14" },
        { "log", "Run date: 04/02/2020 08:15\nReleased 03/30/2020\n", "2020-04-02" },
        { "log", "Released 03/30/2020\nBooked 03/01/2020\n", NULL },
        { "form", "Subject ID: 381204477 Event #: ABC2102000131 File No: Date: February 11, 2021\n"
                  "Date of latest criminal charge: 02/09/2021 Charge: 11377\n", "2021-02-11" },
        { "form", "FEB 11 2021 14:07 FR ICE ERO TO ACSO INTAKE P.01/01\nDate of birth: 01/02/1980\n", "2021-02-11" },
        { "form", "Form JR-31 (rev. 1/2018)\nDate given to person: February 12, 2021 Time: 0915\n", "2021-02-12" },
        { "form", "Release date: 02/19/2021\nCourt date: 03/01/2021\n", NULL },
        { "letter", "Received Mar 9, 2021\nDecember 2, 2020\nDear Board:\nOur policy, effective January 4, 2018, stands.\n", "2020-12-02" },
        { "policy", "Effective: January 4, 2018. Revised: May 20, 2019.\nPrinted 06/01/2022\n", "2019-05-20" },
        { "notice", "Posted February 4, 2022\nThe forum is on March 8, 2022, at 10 a.m.\n", "2022-02-04" },
        { "other", "RESOLUTION 21-04\nPassed and adopted this 9th day of March, 2021, by the Board.\n", "2021-03-09" },
        { "news", "The Alder Ledger\nBy Tess Example | October 21, 2021\n", "2021-10-21" },
        { "other", "This agreement is made and entered into as of July 1, 2017, by the county.\n", "2017-07-01" },
        { "notice", "Fecha del foro: jueves 10 de junio de 2021\nPublicado el 7 de mayo de 2021\n", "2021-05-07" },
        { "log", "INMATES TURNED OVER TO ICE\n(as of 12/31/2021)\n1 01/06/2021 2100034\n", "2021-12-31" },
        { "other", "Chronology for the Board, updated 6/12/2023\n01/04/2018 The law takes effect.\n", "2023-06-12" },
        { "policy", "428.1 PURPOSE\nCopyright Lexipol, LLC 2023/01/09, All Rights Reserved.\n", "2023-01-09" },
        { "other", "ICE IN OUR JAIL\nReleased June 28, 2021\n", "2021-06-28" },
        { "other", "Agenda item 4\nMeeting date: March 9, 2021\n", "2021-03-09" },
        { "other", "Case 3:21-cv-00123 Document 1 Filed 03/02/21 Page 1 of 20\n", "2021-03-02" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (EvxSurvey) survey = evx_survey_new ();
        g_auto (GStrv) lines = g_strsplit (cases[i].text, "\n", -1);
        for (guint n = 0; lines[n] != NULL && *lines[n] != '\0'; n++) {
            evx_survey_note_dates (survey, lines[n], n);
            g_ptr_array_add (survey->lead, g_strdup (lines[n]));
        }
        g_autofree char *date = evx_survey_date (survey, cases[i].type);
        g_test_message ("%s", cases[i].text);
        g_assert_cmpstr (date, ==, cases[i].date);
    }
}

static void
test_names_do_not_tell_the_language (void)
{
    static const char *const cases[][2] = {
        { "Received Subject Country Action\n02-Jul Maria El Salvador Declined by jail\n03-Jul Jose El Salvador Declined\n"
          "04-Jul Ana El Salvador Declined\nDate of request\n", "en" },
        { "Los Robles, El Cerrito, La Mesa, Los Angeles, El Centro\n", NULL },
        { "Fecha Nombre Hora Detenido\n02/07 Smith 0800\n", "es" },
        { "Fue detenido en la c\xc3\xa1rcel y se dio aviso a la familia por la noche.\n", "es" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autoptr (Pages) pages = pages_new ();
        add_page (pages, cases[i][0]);
        g_autoptr (EvxDocument) document = read_document (pages);
        g_test_message ("%s", cases[i][0]);
        g_assert_cmpstr (document->language, ==, cases[i][1]);
    }
}

static void
test_the_name_of_an_agency_goes_on_in_the_next_line (void)
{
    g_autoptr (Pages) pages = pages_new ();
    add_page (pages, "NOTICE OF PUBLIC FORUM\n\nNotice is hereby given that the Board of Supervisors of the County of\n"
                     "Alder will hold a forum on the reports of the jail to immigration authorities.\n");
    g_autoptr (EvxDocument) document = read_document (pages);
    g_assert_cmpstr (document->agency, ==, "County of Alder");
}

/* A paper that sets its own jail beside that of another county, which it names. */
static void
test_an_agency_that_is_set_against_is_not_the_documents (void)
{
    static const char *const others[] = { "In neighboring Birch County, the jail released 73 people to ICE in 2020. Birch County received 510 detainers. "
                                          "Birch County would not say more.\n",
                                          "Birch County, by contrast, handed 41 people to ICE in 2022. A year earlier Birch County handed over 52. Birch "
                                          "County would not say more.\n" };
    for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
        g_autoptr (Pages) pages = pages_new ();
        g_autofree char *text = g_strconcat ("The Alder Tide\n\nJail hand-offs to ICE cut in half\n\nBy Otto Voss\n\nMay 6, 2021\n\nALDER LANDING\n\nThe jail "
                                             "handed 61 people to ICE.\n\n", others[i], NULL);
        add_page (pages, text);
        g_autoptr (EvxDocument) document = read_document (pages);
        g_assert_cmpstr (document->agency, ==, NULL);
    }
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
    g_test_add_func ("/document/the-date-of-a-document-is-the-one-that-is-said-to-be",
                     test_the_date_of_a_document_is_the_one_that_is_said_to_be);
    g_test_add_func ("/document/names-do-not-tell-the-language", test_names_do_not_tell_the_language);
    g_test_add_func ("/document/an-agency-that-is-set-against-is-not-the-documents",
                     test_an_agency_that_is_set_against_is_not_the_documents);
    g_test_add_func ("/document/the-name-of-an-agency-goes-on-in-the-next-line",
                     test_the_name_of_an_agency_goes_on_in_the_next_line);
    g_test_add_func ("/document/a-date-that-is-said-to-be-one-counts-on-a-later-page",
                     test_a_date_that_is_said_to_be_one_counts_on_a_later_page);
    g_test_add_func ("/document/fold/makes-cues-match-what-ocr-reads",
                     test_folding_makes_cues_match_what_ocr_reads);
    return g_test_run ();
}
