/* Claims: every mention that states a count, with what is counted, of which kind of thing, and
 * when. */
#include "claims-internal.h"

#include "../bytes.h"
#include "fold.h"

/* ---- what, and the readers ----------------------------------------------------------------------
 */

const char *
evx_claim_what (const EvxMention *mention)
{
    if (strcmp (mention->kind, "transfer") == 0)
        return g_strcmp0 (mention->sense, "custody") == 0 && mention->to_ice != FALSE ? "transfers"
                                                                                      : "other";
    if (strcmp (mention->kind, "notification") == 0) {
        if (g_strcmp0 (mention->sense, "request") == 0)
            return "requests";
        gboolean told = g_strcmp0 (mention->sense, "ice_release_notice") == 0 ||
                        g_strcmp0 (mention->sense, "person_notice") == 0;
        return told ? "notifications" : "other";
    }
    return strcmp (mention->kind, "detainee") == 0 ? "detainees" : "other";
}

struct _EvxClaimReader {
    EvxPeriodReader *periods;
    EvxRemarkReader *remarks;
    EvxQuoteReader *quotes;
    EvxEchoReader *echoes;
    EvxSpeakerReader *speakers;
    EvxMoveReader *moves;
    GRegex *compared[2]; /* behind a number, before it */
};

const EvxPeriodReader *
evx_claim_reader_periods (const EvxClaimReader *reader)
{
    return reader->periods;
}

const EvxQuoteReader *
evx_claim_reader_quotes (const EvxClaimReader *reader)
{
    return reader->quotes;
}

GRegex *
evx_claim_reader_compared (const EvxClaimReader *reader, gboolean before)
{
    return reader->compared[before ? 1 : 0];
}

EvxClaimReader *
evx_claim_reader_new (void)
{
    EvxClaimReader *reader = g_new0 (EvxClaimReader, 1);
    reader->periods = evx_period_reader_new ();
    reader->remarks = evx_remark_reader_new ();
    reader->quotes = evx_quote_reader_new ();
    reader->echoes = evx_echo_reader_new ();
    reader->speakers = evx_speaker_reader_new ();
    reader->moves = evx_move_reader_new ();
    for (guint before = 0; before < 2; before++)
        reader->compared[before] = evx_compared_pattern (before == 1);
    return reader;
}

void
evx_claim_reader_free (EvxClaimReader *reader)
{
    evx_period_reader_free (reader->periods);
    evx_remark_reader_free (reader->remarks);
    evx_quote_reader_free (reader->quotes);
    evx_echo_reader_free (reader->echoes);
    evx_speaker_reader_free (reader->speakers);
    evx_move_reader_free (reader->moves);
    for (guint before = 0; before < 2; before++)
        g_regex_unref (reader->compared[before]);
    g_free (reader);
}

/* ---- which mentions
 * ------------------------------------------------------------------------------ */

/* Only what is said to be or to have been so is a claim: no rules, no plans, no conditions. */
static gboolean
states_a_count (const EvxMention *mention)
{
    static const char *const asserted[] = { "affirmed", "negated", "alleged", "historical" };
    gboolean asks = mention->quote != NULL && g_str_has_suffix (mention->quote, "?");
    if (!mention->evidential || mention->count < 0 || mention->kind == NULL || asks)
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (asserted); i++)
        if (g_strcmp0 (mention->assertion, asserted[i]) == 0)
            return TRUE;
    return FALSE;
}

/* "turned over 8 inmates": the mention of what the people counted went through, where it has no
 * count of its own and stands beside them. */
#define BESIDE_BYTES 24

static const EvxMention *
event_beside (const EvxPage *page, const EvxMention *person)
{
    for (guint i = 0; i < page->mentions->len; i++) {
        const EvxMention *event = &g_array_index (page->mentions, EvxMention, i);
        gboolean open = event->evidential && event->count < 0 &&
                        strcmp (event->kind, "detainee") != 0 &&
                        g_strcmp0 (event->assertion, person->assertion) == 0 &&
                        (event->year == person->year || event->year == EVX_NONE);
        gboolean before = event->end <= person->start && person->start - event->end <= BESIDE_BYTES;
        gboolean after = person->end <= event->start && event->start - person->end <= BESIDE_BYTES;
        if (!open || !(before || after))
            continue;
        guint from = before ? event->end : person->end, to = before ? person->start : event->start;
        g_autofree char *between = g_strndup (page->text->str + from, to - from);
        if (strpbrk (between, ",;:.()") == NULL)
            return event;
    }
    return NULL;
}

/* Words that make a denial of all: "did not transfer any person", "no transfers", "nadie". */
static gboolean
denies_all (const EvxMention *mention)
{
    static const char cues[] =
        "no one|nobody|none|no transfers|not any|any person|anyone|any inmate|any inmates|"
        "any individual|no inmate|no inmates|no person|no persons|no people|no individual|"
        "no individuals|zero|nadie|ninguna persona|ningun reo|ningun recluso|ningun detenido|"
        "no notifications|no requests|no detainers|a single|any detainers|any ice|any requests|any "
        "holds|any notifications|"
        "any transfers|any immigration|ninguna solicitud";
    if (g_strcmp0 (mention->assertion, "negated") != 0 || mention->quote == NULL ||
        evx_claim_denies_a_part (mention))
        return FALSE;
    g_autofree char *folded = evx_fold (mention->quote);
    return evx_fold_has_any (folded, cues);
}

enum { MARKS_SHARE = 4 }; /* of a sentence, at most, are marks of quoted mail */

/* Both stand in one sentence, which tells of one claim for each number. Where it begins is known
 * but for the marks of quoted mail, which stand in no quote. */
static gboolean
is_one_sentence (const EvxMention *a, const EvxMention *b)
{
    gint64 apart = ((gint64)a->start - a->quote_start) - ((gint64)b->start - b->quote_start);
    return g_strcmp0 (a->quote, b->quote) == 0 &&
           ABS (apart) <= (gint64)((a->quote != NULL ? strlen (a->quote) : 0) / MARKS_SHARE);
}

/* TRUE if an earlier mention of the sentence says the same, or a later one says what the people
 * counted here went through ("22 inmates were transferred": one claim, of transfers). */
static gboolean
is_said_by_another (const EvxPage *page, guint index)
{
    const EvxMention *mention = &g_array_index (page->mentions, EvxMention, index);
    gboolean person = strcmp (mention->kind, "detainee") == 0;
    for (guint i = 0; i < page->mentions->len; i++) {
        const EvxMention *other = &g_array_index (page->mentions, EvxMention, i);
        if (i == index || other->count != mention->count || !is_one_sentence (other, mention) ||
            !states_a_count (other))
            continue; /* the number tells most others, at least cost */
        gboolean same = strcmp (evx_claim_what (other), evx_claim_what (mention)) == 0 &&
                        other->year == mention->year;
        gboolean stronger = person && strcmp (other->kind, "detainee") != 0 &&
                            (other->year == mention->year || mention->year == EVX_NONE);
        if ((same && i < index) || stronger)
            return TRUE;
    }
    return FALSE;
}

/* A denial for a year is a claim of zero, though no number is written. */
static gboolean
states_none (const EvxMention *mention)
{
    return mention->evidential && mention->count < 0 && strcmp (mention->kind, "detainee") != 0 &&
           (mention->year != EVX_NONE || mention->period_start != NULL) && denies_all (mention);
}

static const char *const times_words[] = { " times", " occasions", " veces", " ocasiones" };
enum { TIMES_WORDS = 7 }; /* from the mention to these */

/* Whether the sentence can say how often: cheap. */
static gboolean
says_times (const EvxMention *mention)
{
    const char *behind = evx_quote_behind (mention);
    for (guint i = 0; i < G_N_ELEMENTS (times_words); i++)
        if (strstr (behind, times_words[i]) != NULL)
            return TRUE;
    return FALSE;
}

static gboolean
is_times_word (const char *folded)
{
    for (guint i = 0; i < G_N_ELEMENTS (times_words); i++) {
        g_autofree char *word = g_strstrip (evx_fold (times_words[i]));
        if (strcmp (folded, word) == 0)
            return TRUE;
    }
    return FALSE;
}

/* "notified ICE 27 times", "of a release date one hundred times": how often the mention itself says
 * that it happened, within a few words of it; or EVX_NONE. */
static gint64
times_after (const EvxQuoteReader *quotes, const EvxMention *mention)
{
    g_auto (EvxQuoteWords) words = evx_quote_words (evx_quote_behind (mention));
    for (guint i = 0; i + 1 < MIN (words.read->len, TIMES_WORDS); i++) {
        guint next = i;
        gint64 number = evx_quote_number_at (quotes, &words, &next);
        if (number > 0 && next < words.read->len && is_times_word (words.folded->pdata[next]))
            return number;
        if (evx_quote_ends_clause (words.read->pdata[i]))
            break;
    }
    return EVX_NONE;
}

/* "The number of requests in 2022 is", and the next block begins "346.": taken for the mark of an
 * item. The number, or EVX_NONE. */
static gint64
number_broken_off (const EvxPage *page, const EvxMention *mention)
{
    static const char *const ends[] = { " is", " was", " were", " es", " fue", " fueron" };
    const char *quote = mention->quote != NULL ? mention->quote : "";
    gboolean open = FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (ends) && !open && mention->count < 0; i++)
        open = g_str_has_suffix (quote, ends[i]);
    g_autofree char *folded = open ? evx_fold (quote) : NULL;
    const char *end =
        open ? strstr (page->text->str + MIN (mention->end, page->text->len), "\n\n") : NULL;
    gsize rest = strlen (quote) - MIN (mention->quote_end, strlen (quote));
    if (end == NULL || (gsize)(end - page->text->str) > mention->end + rest + 2 ||
        !evx_fold_has_any (folded, "number|total|count|figure|numero|cifra"))
        return EVX_NONE;
    gsize digits = strspn (end + 2, "0123456789,");
    gboolean alone = digits > 0 && end[2 + digits] == '.' &&
                     (end[3 + digits] == '\0' || g_ascii_isspace (end[3 + digits]));
    g_autofree char *figure = g_strndup (end + 2, digits);
    return alone ? evx_quote_figure (figure) : EVX_NONE;
}

static gboolean
may_claim (const EvxPage *page, const EvxMention *mention)
{
    gboolean event = strcmp (mention->kind, "detainee") != 0;
    gboolean asked = event && mention->quote != NULL && g_str_has_suffix (mention->quote, "?");
    return asked || mention->count >= 0 || number_broken_off (page, mention) >= 0 ||
           (event &&
            (denies_all (mention) || says_times (mention) || evx_moves_may_stand (mention)));
}

gboolean
evx_claims_may_follow (const EvxPage *page)
{
    for (guint i = 0; i < page->mentions->len; i++) {
        const EvxMention *mention = &g_array_index (page->mentions, EvxMention, i);
        if (may_claim (page, mention) || mention->relative_year != EVX_NONE_RELATIVE)
            return TRUE;
    }
    return FALSE;
}

/* ---- making claims -------------------------------------------------------------------------- */

void
evx_claims_add (EvxDocument *document, EvxClaim *claim, const char *place)
{
    g_autofree char *whole =
        g_strdup_printf ("claim\n%s\n%u\n%s\n%s\n%" G_GINT64_FORMAT "\n%d", document->id,
                         claim->page, place, claim->what, claim->number, claim->year);
    g_autofree char *hash = evx_sha256_text (whole);
    hash[16] = '\0';
    claim->id = evx_document_string (document, hash);
    g_array_append_val (document->claims, *claim);
}

/* "34 releases with an ICE request": those who had one are counted, not what was sent. */
static gboolean
counts_who_has_one (const EvxMention *mention)
{
    if (g_strcmp0 (mention->sense, "request") != 0 || mention->quote == NULL)
        return FALSE;
    g_autofree char *before = g_strndup (mention->quote, mention->quote_start);
    const char *with = g_strrstr (before, " with ");
    g_autofree char *folded = evx_fold (with != NULL ? with : before);
    if (with != NULL && strpbrk (with, "0123456789") == NULL &&
        strlen (evx_fold_tail (folded, 4)) == strlen (folded))
        return TRUE;
    return evx_fold_has_any (evx_fold_tail (folded, 4), "had|con una|con orden|con solicitud");
}

/* What the number counts: what those went through beside whom it stands. */
static const char *
what_of (const EvxMention *mention, const EvxMention *event)
{
    if (event == NULL)
        return evx_claim_what (mention);
    return evx_mention_goes_elsewhere (event) || evx_mention_is_of_an_offense (event)
               ? "other"
               : evx_claim_what (event);
}

/* What the mention counts by its kind, unless its own words say another unit; of people, whatever
 * they say. */
static const char *
unit_of (const EvxMention *mention, const char *said)
{
    gboolean persons = strcmp (mention->kind, "detainee") == 0,
             notices = g_strcmp0 (mention->sense, "person_notice") == 0;
    return !persons && notices ? "notices to persons" : persons && said == NULL ? "persons" : said;
}

/* The claim as its own words make it, without its time. */
static EvxClaim
claim_as_said (const EvxClaimWork *work, const EvxCounted *counted, const char *what,
               const char *unit, const char *id)
{
    EvxDocument *document = work->document;
    const EvxMention *mention = counted->mention;
    g_autofree char *reporter = NULL;
    const char *wrong = evx_claim_called_wrong (work, counted, &reporter);
    g_autofree char *speaker = reporter != NULL
                                   ? g_steal_pointer (&reporter)
                                   : evx_claim_speaker (work->speakers, document, work->page,
                                                        mention, work->setting->author);
    gboolean other = counts_who_has_one (mention) || evx_mention_is_of_an_offense (mention);
    /* "that 9 were is false" denies what others say */
    gboolean alleged =
        wrong != NULL && mention->count > 0 && g_strcmp0 (mention->assertion, "negated") == 0;
    return (EvxClaim){
        .number = mention->count,
        .what = other ? "other" : what,
        .unit = unit_of (mention, unit),
        .qualifier = wrong != NULL
                         ? wrong
                         : evx_quote_qualifier (work->quotes, &counted->words, counted->at),
        .year = evx_claim_year (work, mention),
        .agency = evx_claim_agency (work->remarks, document, work->page, mention),
        .speaker = evx_document_string (document, speaker),
        .assertion = alleged ? "alleged" : evx_document_string (document, mention->assertion),
        .quote = evx_document_string (document, mention->quote),
        .mention_id = evx_document_string (document, id),
        .page = work->page->index,
        .box = mention->box,
    };
}

static void
claim_of_counted (const EvxClaimWork *work, const EvxCounted *counted)
{
    const EvxMention *mention = counted->mention;
    if (evx_claim_is_no_count (work, counted))
        return;
    const char *unit = evx_quote_unit (work->quotes, &counted->words, counted->at);
    const EvxMention *event =
        strcmp (mention->kind, "detainee") == 0 ? event_beside (work->page, mention) : NULL;
    const char *what = what_of (mention, event);
    if (strcmp (what, "transfers") == 0 && g_strcmp0 (unit, "requests") == 0)
        return; /* "44 requests from ICE": of none is said that it was taken over */
    g_autofree char *id = evx_mention_id (work->document->id, work->page, mention);
    EvxClaim claim = claim_as_said (work, counted, what, unit, id);
    if (event == NULL)
        evx_claim_tell_fate (counted, &claim);
    evx_claim_set_time (work, counted, &claim);
    if (claim.qualifier == NULL)
        claim.qualifier = evx_claim_of_others (counted, what);
    evx_claim_set_time_around (work, counted, &claim);
    if (evx_claim_is_untold (work, counted, &claim))
        return;
    evx_claims_add (work->document, &claim, id);
    if (counted->at >= 0 && strcmp (what, "detainees") != 0 && claim.period_start == NULL)
        evx_claims_compared (work->reader, work->document, &claim, counted->byte);
}

static void
claim_of_mention (const EvxClaimWork *work, const EvxMention *mention)
{
    EvxCounted counted = {
        mention, evx_quote_words (mention->quote != NULL ? mention->quote : mention->surface), -1,
        mention->quote_start
    };
    counted.at =
        evx_quote_number_word (work->quotes, &counted.words, mention->count, mention->quote_start);
    if (counted.at >= 0)
        counted.byte = g_array_index (counted.words.starts, gsize, counted.at);
    claim_of_counted (work, &counted);
    evx_quote_words_clear (&counted.words);
}

/* The claim of a number that answers the question in which the mention stands. */
static gboolean
claim_of_answer (const EvxClaimWork *work, const EvxMention *mention)
{
    gint64 number;
    gint year;
    g_autofree char *quote =
        evx_question_answer (work->reader, work->page, mention, &number, &year);
    if (quote == NULL)
        return FALSE;
    EvxMention answered = *mention;
    answered.count = number;
    answered.year = year != EVX_NONE ? year : mention->year;
    answered.quote = quote;
    answered.assertion = number == 0 ? "negated" : "affirmed";
    claim_of_mention (work, &answered);
    return TRUE;
}

/* The claim of a mention whose count is @number though the mention has none. */
static void
claim_of_number (const EvxClaimWork *work, const EvxMention *mention, gint64 number)
{
    EvxMention counted = *mention;
    counted.count = number;
    if (states_a_count (&counted))
        claim_of_mention (work, &counted);
}

static gboolean
claims_of_moves (const EvxClaimWork *work, const EvxMention *mention)
{
    g_autoptr (GArray) moved = evx_moves_counted (work->reader->moves, mention);
    for (guint i = 0; moved != NULL && i < moved->len; i++)
        if (states_a_count (&g_array_index (moved, EvxMention, i)))
            claim_of_mention (work, &g_array_index (moved, EvxMention, i));
    return moved != NULL;
}

/* The number that is meant where the mention has none: behind the end of its block, that of a
 * denial, of times; EVX_NONE if none is. */
static gint64
number_meant (const EvxClaimWork *work, const EvxMention *mention)
{
    gint64 broken_off = number_broken_off (work->page, mention);
    if (broken_off >= 0 || strcmp (mention->kind, "detainee") == 0)
        return broken_off;
    return states_none (mention) ? 0 : times_after (work->quotes, mention);
}

/* Notes that the claims from @first on are of @mention. */
static void
note_told (GArray *told, const EvxDocument *document, guint first, const EvxMention *mention)
{
    for (guint c = first; c < document->claims->len; c++) {
        EvxTold one = { c, mention->start };
        g_array_append_val (told, one);
    }
}

/* The claims of the mentions themselves, noted in @told. */
static void
claims_told (const EvxClaimWork *work, EvxConcern *concern, GArray *told)
{
    const EvxMention *answered =
        NULL; /* in a question whose answer is a claim: others there are about the same number */
    for (guint i = 0; i < work->page->mentions->len; i++) {
        const EvxMention *mention = &g_array_index (work->page->mentions, EvxMention, i);
        guint first = work->document->claims->len;
        if ((answered != NULL && is_one_sentence (answered, mention)) ||
            !may_claim (work->page, mention) || !evx_concern_holds (concern, i))
            continue;
        if (claim_of_answer (work, mention))
            answered = mention;
        else if (states_a_count (mention) && !is_said_by_another (work->page, i))
            claim_of_mention (work, mention);
        else if (!claims_of_moves (work, mention) && mention->count < 0)
            claim_of_number (work, mention, number_meant (work, mention));
        note_told (told, work->document, first, mention);
    }
}

static void
claims_of_questions (const EvxClaimWork *work)
{
    g_autoptr (GArray) questions =
        evx_questions_unmentioned (work->reader, work->document, work->page);
    guint first = work->document->claims->len;
    for (guint i = 0; i < questions->len; i++)
        claim_of_answer (work, &g_array_index (questions, EvxMention, i));
    for (guint c = first; c < work->document->claims->len; c++)
        g_array_index (work->document->claims, EvxClaim, c).mention_id =
            NULL; /* the index has no such mention */
}

void
evx_claims_of_mentions (const EvxClaimReader *reader, EvxDocument *document, const EvxPage *page,
                        const EvxClaimSetting *setting)
{
    g_autoptr (EvxConcern) concern = evx_concern_new (page, setting->title);
    g_autoptr (GArray) samples = evx_remark_samples (reader->remarks, page->text->str);
    g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (EvxTold));
    EvxClaimWork work = { reader,         reader->periods,  reader->remarks,
                          reader->quotes, reader->speakers, document,
                          page,           setting,          samples };
    claims_told (&work, concern, told);
    claims_of_questions (&work);
    evx_claims_of_turns (reader, document, page, told);
    evx_claims_echoed (reader, reader->echoes, document, page, setting, told);
}
