/* Whether a number is of dealings with immigration authorities at all. A jail transfers people to prisons and hospitals,
 * notifies victims and is asked for medical care; in a document that speaks of both, "requests" alone says nothing. */
#include "document-internal.h"

#include "fold.h"

#include <string.h>

enum { MOST_HEADINGS = 2, MOST_BACK = 2, WORDS_BEHIND = 5, WORDS_OF_WAY = 8, TITLE_BYTES = 80, MOST_BEFORE = 16000 };

static const char authorities[] =
    "ice|ice s|immigration|dhs|ero|hsi|cbp|border patrol|homeland|detainer*|i-247*|i-203*|i-200|i-205|federal agent*|"
    "federal officer*|federal authorit*|federal custody|civil hold*|immigration hold*|truth act|values act|trust act|sb 54|"
    "sb54|inmigracion|inmigratori*|migra|migratori*|agentes federales|autoridades federales|ley truth";

/* What a label may say besides the kind of what it counts and still count all of it. */
static const char neutral[] =
    "request*|notif*|notice*|transfer*|hold|holds|release*|response*|responded|answered|unanswered|called|calls|told|informed|"
    "turned|handed|picked|pick|pickup*|up|over|delivered|custody|taken|took|arrested|person*|people|inmate*|individual*|"
    "detainee*|prisoner*|arrestee*|received|sent|made|given|provided|shared|issued|processed|logged|accepted|declined|denied|"
    "rejected|disregarded|refused|honored|granted|not|no|without|were|was|been|had|federal|agent*|authorit*|total|totals|"
    "number|count|counts|of|all|each|them|these|those|year|years|annual|calendar|fiscal|cy|fy|month*|quarter*|actual|final|corrected|"
    "revised|verified|unique|distinct|date|dates|the|a|an|to|by|from|for|in|on|at|and|or|with|our|us|we|that|which|who|"
    "jail*|county|office|sheriff*|department|form|forms|solicitud*|peticion*|recibid*|notificacion*|avisos|avisad*|traslad*|"
    "transferencia*|entrega*|persona*|recluso*|reo|reos|detenid*|liberad*|salida*|de|del|las|los|la|el|por|numero|rechazad*|no|"
    "respondid*|contestad*|respuesta*|fecha*|ano|anos";

static const char plans[] = "estimate|estimated|projected|projection*|forecast*|target*|goal*|budget*|recommended|proposed|"
                            "adopted|planned|expected|anticipated|objective*|proyectad*|proyeccion*|estimad*|meta|metas|"
                            "presupuest*";

gboolean
evx_names_immigration (const char *text)
{
    g_autofree char *folded = evx_fold (text);
    return evx_fold_has_any (folded, authorities) &&
           !(evx_fold_has_any (folded, "unlawful detainer*") && !evx_fold_has_any (folded, "ice|immigration"));
}

gboolean
evx_is_planned (const char *label)
{
    g_autofree char *folded = evx_fold (label);
    return evx_fold_has_any (folded, plans);
}

/* "Detainers received, all agencies", "ICE interviews requested": more than what it names, or another thing. */
static gboolean
counts_another_thing (const char *label)
{
    g_autofree char *folded = evx_fold (label);
    return evx_fold_has_any (folded, "all agencies|any agency|other agencies|other agency|interview*|visit*|todas las agencias|"
                                     "otras agencias|entrevista*");
}

/* A year, or a number of a note. */
static gboolean
is_number (const char *word)
{
    return *word != '\0' && word[strspn (word, "0123456789()[]*,:-")] == '\0';
}

/* Every word is one that any count of the kind may bear; a number is none. */
static gboolean
is_plain (const char *label)
{
    g_auto (GStrv) words = g_strsplit_set (label, " \n\t", -1);
    for (guint i = 0; words[i] != NULL; i++) {
        g_autofree char *folded = is_number (words[i]) ? g_strdup (" ") : evx_fold (words[i]);
        g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
        for (guint p = 0; parts[p] != NULL; p++) {
            g_autofree char *part = g_strconcat (" ", parts[p], " ", NULL);
            if (strlen (parts[p]) > 1 && !evx_fold_has_any (part, neutral))
                return FALSE;
        }
    }
    return TRUE;
}

gboolean
evx_label_concerns_immigration (const char *label, const char *context)
{
    if (counts_another_thing (label))
        return FALSE;
    return evx_names_immigration (label) || (is_plain (label) && evx_names_immigration (context));
}

char *
evx_title_lines (const char *first_lines)
{
    GString *title = g_string_new (NULL);
    g_auto (GStrv) lines = g_strsplit (first_lines, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        gsize length = strlen (g_strstrip (lines[i]));
        gboolean running = length == 0 || length > TITLE_BYTES || g_ascii_islower (lines[i][0]) || lines[i][length - 1] == '.';
        if (!running)
            g_string_append_printf (title, "%s\n", lines[i]);
    }
    return g_string_free (title, FALSE);
}

/* ---- mentions ------------------------------------------------------------------------------- */

/* What follows the mention in its sentence, as read. */
static const char *
text_behind (const EvxMention *mention)
{
    return mention->quote != NULL && mention->quote_end <= strlen (mention->quote) ? mention->quote + mention->quote_end : "";
}

/* A number follows the first @word: "to 14", "for 2022". */
static gboolean
has_number_after (const EvxMention *mention, const char *word)
{
    const char *found = strstr (text_behind (mention), word);
    return found != NULL && g_ascii_isdigit (found[strlen (word)]);
}

/* The words behind the mention in its clause, folded: no more than @most. */
static char *
words_behind (const EvxMention *mention, guint most)
{
    const char *at = text_behind (mention);
    g_autofree char *clause = g_strndup (at, strcspn (at, ".;:?!|\n"));
    g_autofree char *folded = evx_fold (clause);
    g_auto (GStrv) words = g_strsplit (g_strstrip (folded), " ", (gint)most + 1);
    if (g_strv_length (words) > most)
        words[most][0] = '\0';
    g_autofree char *first = g_strjoinv (" ", words);
    return g_strconcat (" ", g_strchomp (first), " ", NULL);
}

static const char months[] = "january|february|march|april|may|june|july|august|september|october|november|december|enero|"
                             "febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre";

/* "To patrol", "between housing units", "a la prision": whoever is not said to come to federal agents. */
static gboolean
is_to_another_place (const EvxMention *mention)
{
    static const char agents[] = "federal|agent*|officer*|authorit*|custody|them|agencies|agency|be|comply|autoridades|custodia";
    static const char places[] = "between|among|within|a otro|a otra|a otros|a otras|a la prision|a prision|a una prision|al hospital|"
                                 "a la carcel|al tribunal|entre";
    g_autofree char *behind = words_behind (mention, WORDS_OF_WAY);
    const char *to = strstr (behind, " to ");
    g_autofree char *next = to != NULL ? g_strndup (to + 3, strcspn (to + 4, " ") + 2) : NULL;
    gboolean range = has_number_after (mention, " to ") || /* "from 17 transfers to 14" */
                     (next != NULL && evx_fold_has_any (next, months));
    if (evx_fold_has_any (behind, authorities) || range)
        return FALSE;
    return to != NULL ? !evx_fold_has_any (to + 3, agents) : evx_fold_has_any (behind, places);
}

gboolean
evx_mention_goes_elsewhere (const EvxMention *mention)
{
    static const char errands[] = "to speak|to appear|to be heard|to inspect|to see|to visit|to correct|to attend";
    static const char dealings[] = "notif*|hold|holds|transfer*|release*|detain*|detention|custody|information|inmate*|people|"
                                   "person*|individual*|retencion*|persona*|liberacion";
    if (strcmp (mention->kind, "transfer") == 0)
        return is_to_another_place (mention);
    if (g_strcmp0 (mention->sense, "request") != 0)
        return FALSE;
    g_autofree char *behind = words_behind (mention, WORDS_BEHIND);
    gboolean purpose = g_str_has_prefix (behind, " for ") || g_str_has_prefix (behind, " de ") || g_str_has_prefix (behind, " para ");
    if (evx_fold_has_any (behind, authorities))
        return FALSE;
    if (g_str_has_prefix (behind, " from ")) /* "from families"; not "from March on", "from 2022" */
        return !has_number_after (mention, " from ") && !evx_fold_has_any (behind, months) &&
               !evx_fold_has_any (behind, "federal|agent*|officer*|authorit*|them|agencies|agency|it");
    if (purpose)
        return !is_plain (behind) && !evx_fold_has_any (behind, dealings);
    return g_str_has_prefix (behind, " to ") && evx_fold_has_any (behind, errands);
}

gboolean
evx_mention_is_of_an_offense (const EvxMention *mention)
{
    static const char others[] = "for the|for all|for each|for our|for cy|for fy|for calendar|for fiscal|for year|for this|for that|"
                                 "for january|for february|for march|for april|for may|for june|for july|for august|for september|"
                                 "for october|for november|for december|for deport*|for removal*|for immigration|for ice|for civil|"
                                 "for processing|for proceedings|for purposes|for a|for every";
    if (strcmp (mention->kind, "transfer") != 0)
        return FALSE;
    g_autofree char *behind = words_behind (mention, WORDS_BEHIND);
    const char *reason = strstr (behind, " for ");
    return reason != NULL && reason[strlen (" for ")] != '\0' && !has_number_after (mention, " for ") &&
           !evx_fold_has_any (behind, others);
}

char *
evx_text_before (const EvxPage *page, const EvxMention *mention, gsize from)
{
    gsize end = MIN (mention->start, page->text->len);
    gsize start = MAX (from, end - MIN (end, MOST_BEFORE));
    const char *first = evx_whole_character (page->text->str + start);
    return g_strndup (first, (gsize)(page->text->str + end - first));
}

/* "96 prison transfers", "12 medical requests": the word between says of what. */
static gboolean
is_of_another_sort (const EvxMention *mention)
{
    static const char ordinary[] = "such|new|more|fewer|other|only|additional|valid|formal|written|successful|completed";
    if (mention->quote == NULL || mention->quote_start > strlen (mention->quote))
        return FALSE;
    g_autofree char *before = g_strndup (mention->quote, mention->quote_start);
    g_auto (GStrv) words = g_strsplit_set (g_strchomp (before), " \n", -1);
    guint n = g_strv_length (words);
    if (n < 2 || strpbrk (words[n - 2], "0123456789") == NULL)
        return FALSE;
    g_autofree char *folded = evx_fold (words[n - 1]);
    return g_ascii_islower (words[n - 1][0]) && !is_plain (words[n - 1]) && !evx_fold_has_any (folded, ordinary);
}

/* ---- the mentions of a page ------------------------------------------------------------------ */

/* What a mention says of itself. */
enum { OF_THIS, GOES_ELSEWHERE, OF_ANOTHER_SORT, NOT_ASKED };

typedef enum { UNKNOWN, NAMES, NAMES_NOT } Naming;

/* A sentence of the page, or the rest of a paragraph. */
typedef struct {
    guint start, paragraph;
    Naming naming; /* of immigration authorities */
} Piece;

/* Blocks are parted by empty lines. */
typedef struct {
    guint first;  /* piece */
    guint others; /* bits by kind: tells of other requests, of other transfers */
} Paragraph;

struct _EvxConcern {
    const EvxPage *page;
    guint8 *says; /* for each mention */
    GArray *pieces, *paragraphs; /* each ends with one behind the text */
    gboolean noted;              /* the others are known */
    guint others;                /* of the whole page */
    gboolean title_names;
    guint block;      /* whose headings were looked at last */
    gboolean heading; /* they name immigration authorities */
};

static void
add_piece (EvxConcern *concern, guint start, gboolean paragraph)
{
    if (paragraph) {
        Paragraph one = { .first = concern->pieces->len };
        g_array_append_val (concern->paragraphs, one);
    }
    Piece piece = { .start = start, .paragraph = concern->paragraphs->len - 1 };
    g_array_append_val (concern->pieces, piece);
}

static void
part_text (EvxConcern *concern)
{
    const char *text = concern->page->text->str, *end = text + concern->page->text->len;
    add_piece (concern, 0, TRUE);
    for (const char *at = text; (at = strpbrk (at, "\n.?!")) != NULL; at++) {
        gboolean parted = at[0] == '\n' && at[1] == '\n', sentence = *at != '\n' && g_ascii_isspace (at[1]);
        if ((parted || sentence) && at + 1 < end)
            add_piece (concern, (guint)(at + 1 - text), parted);
    }
    add_piece (concern, (guint)(end - text) + 1, TRUE);
}

static guint
piece_at (const EvxConcern *concern, guint start)
{
    guint low = 0, high = concern->pieces->len - 1;
    while (low + 1 < high) {
        guint middle = (low + high) / 2;
        if (g_array_index (concern->pieces, Piece, middle).start <= start)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static gboolean
piece_names (const EvxConcern *concern, guint index)
{
    Piece *piece = &g_array_index (concern->pieces, Piece, index);
    if (piece->naming == UNKNOWN) {
        g_autofree char *text = g_strndup (concern->page->text->str + piece->start, piece[1].start - piece->start);
        piece->naming = evx_names_immigration (text) ? NAMES : NAMES_NOT;
    }
    return piece->naming == NAMES;
}

static guint
bit_of_kind (const EvxMention *mention)
{
    return strcmp (mention->kind, "transfer") == 0 ? 1u : strcmp (mention->kind, "notification") == 0 ? 2u : 4u;
}

static guint8
what_it_says (const EvxConcern *concern, guint index)
{
    const EvxMention *mention = &g_array_index (concern->page->mentions, EvxMention, index);
    if (concern->says[index] == NOT_ASKED)
        concern->says[index] = evx_mention_goes_elsewhere (mention) ? GOES_ELSEWHERE
                               : is_of_another_sort (mention)       ? OF_ANOTHER_SORT
                                                                    : OF_THIS;
    return concern->says[index];
}

/* Text that tells of other requests, or other transfers, does not say of which a bare number is. Where each sentence names
 * immigration authorities, as in a log, nobody asks. */
static void
note_others (EvxConcern *concern)
{
    if (concern->noted)
        return;
    concern->noted = TRUE;
    for (guint i = 0; i < concern->page->mentions->len; i++) {
        const EvxMention *mention = &g_array_index (concern->page->mentions, EvxMention, i);
        if (what_it_says (concern, i) == OF_THIS)
            continue;
        guint paragraph = g_array_index (concern->pieces, Piece, piece_at (concern, mention->start)).paragraph;
        g_array_index (concern->paragraphs, Paragraph, paragraph).others |= bit_of_kind (mention);
        concern->others |= bit_of_kind (mention);
    }
}

EvxConcern *
evx_concern_new (const EvxPage *page, const char *title)
{
    EvxConcern *concern = g_new0 (EvxConcern, 1);
    concern->page = page;
    concern->says = g_new (guint8, page->mentions->len + 1);
    memset (concern->says, NOT_ASKED, page->mentions->len + 1);
    concern->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
    concern->paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
    concern->title_names = evx_names_immigration (title);
    concern->block = G_MAXUINT;
    part_text (concern);
    return concern;
}

void
evx_concern_free (EvxConcern *concern)
{
    g_free (concern->says);
    g_array_unref (concern->pieces);
    g_array_unref (concern->paragraphs);
    g_free (concern);
}

/* From the beginning of its paragraph to the end of the sentence behind its own. */
static gboolean
paragraph_names (const EvxConcern *concern, guint own)
{
    guint paragraph = g_array_index (concern->pieces, Piece, own).paragraph;
    guint first = g_array_index (concern->paragraphs, Paragraph, paragraph).first;
    guint end = g_array_index (concern->paragraphs, Paragraph, paragraph + 1).first;
    for (guint i = first; i < MIN (own + 2, end); i++)
        if (piece_names (concern, i))
            return TRUE;
    return FALSE;
}

static gboolean
headings_name (EvxConcern *concern, const EvxMention *mention)
{
    guint block = mention->line < concern->page->lines->len ? g_array_index (concern->page->lines, EvxLine, mention->line).block : 0;
    if (block == concern->block)
        return concern->heading;
    concern->block = block;
    concern->heading = FALSE;
    for (guint nth = 0; nth < MOST_HEADINGS && !concern->heading; nth++) {
        g_autofree char *heading = evx_heading_above (concern->page, mention->line, nth);
        concern->heading = heading != NULL && evx_names_immigration (heading);
    }
    return concern->heading;
}

/* People who are transferred are those of the paragraphs before, where one of these names immigration authorities and none
 * from there on tells of other transfers. Of requests and notices an office has many. */
static gboolean
goes_on (const EvxConcern *concern, guint paragraph, guint kind)
{
    for (guint back = 1; back <= MIN (paragraph, MOST_BACK); back++) {
        const Paragraph *before = &g_array_index (concern->paragraphs, Paragraph, paragraph - back);
        if ((before->others & kind) != 0)
            return FALSE;
        for (guint i = before->first; i < before[1].first; i++)
            if (piece_names (concern, i))
                return TRUE;
    }
    return FALSE;
}

gboolean
evx_concern_holds (EvxConcern *concern, guint index)
{
    const EvxMention *mention = &g_array_index (concern->page->mentions, EvxMention, index);
    if (strcmp (mention->kind, "detainee") == 0)
        return TRUE;
    if (what_it_says (concern, index) == GOES_ELSEWHERE)
        return FALSE;
    if (mention->quote != NULL && evx_names_immigration (mention->quote))
        return TRUE;
    note_others (concern);
    guint own = piece_at (concern, mention->start), kind = bit_of_kind (mention);
    guint paragraph = g_array_index (concern->pieces, Piece, own).paragraph;
    if ((g_array_index (concern->paragraphs, Paragraph, paragraph).others & kind) != 0) /* itself too */
        return FALSE;
    gboolean transfer = strcmp (mention->kind, "transfer") == 0;
    return paragraph_names (concern, own) || (transfer && goes_on (concern, paragraph, kind)) ||
           ((concern->title_names || headings_name (concern, mention)) && (concern->others & kind) == 0);
}
