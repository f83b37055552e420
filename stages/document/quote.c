/* The words of a quote: which of them says a number, what that counts, and what makes it a bound. */
#include "document-internal.h"

#include "fold.h"

#include <string.h>

/* Nouns that a number counts; the first column is the unit of the claim. */
static const char *const units[][2] = {
    { "persons",
      "people|persons|person|inmate|inmates|individual|individuals|detainee|detainees|prisoner|"
      "prisoners|arrestee|arrestees|men|women|man|woman|immigrant|immigrants|suspects|offenders|"
      "personas|persona|recluso|reclusos|reo|reos|preso|presos|detenido|detenidos|detenidas|"
      "interno|internos|inmigrantes|hombres|mujeres|no one|nobody|nadie" },
    { "requests", "request|requests|detainer|detainers|hold|holds|inquiries|solicitud|solicitudes|"
                  "peticiones|ordenes" },
    { "contacts", "contact|contacts|contactos|contacto|accesses" },
    { "bookings", "booking|bookings|ingresos" },
    { "offenses",
      "crime|crimes|charge|charges|offense|offenses|conviction|convictions|delitos|cargos" },
    { "interviews", "interview|interviews|entrevistas" },
    { "cases", "case|cases|casos|caso" },
    { "notices", "notice|notices|notification|notifications|response|responses|times|occasions|"
                 "notificaciones|avisos|respuestas|veces" },
    { "transfers", "transfer|transfers|transferencias|traslados" },
};

/* What stands before a number and makes it a bound; after folding. */
static const char *const qualifiers[][2] = {
    { "average",
      "average of|an average of|on average|average|promedio de|un promedio de|en promedio" },
    { "at least",
      "at least|no fewer than|no less than|minimum of|al menos|por lo menos|como minimo" },
    { "more than", "more than|over|in excess of|upwards of|mas de" },
    { "fewer than", "fewer than|less than|under|menos de" },
    { "up to", "up to|as many as|no more than|at most|maximum of|hasta|a lo mas" },
    { "nearly", "nearly|almost|close to|casi|cerca de" },
    { "about",
      "about|approximately|roughly|around|some|an estimated|estimated|alrededor de|unos|unas|"
      "aproximadamente" },
};

static const char *const number_words[] = { "zero|no|none|cero|ningun|ninguna|ninguno|nobody|nadie",
                                            "one|un|una|uno",
                                            "two|dos",
                                            "three|tres",
                                            "four|cuatro",
                                            "five|cinco",
                                            "six|seis",
                                            "seven|siete",
                                            "eight|ocho",
                                            "nine|nueve",
                                            "ten|diez",
                                            "eleven|once",
                                            "twelve|doce",
                                            "thirteen|trece",
                                            "fourteen|catorce",
                                            "fifteen|quince",
                                            "sixteen|dieciseis",
                                            "seventeen|diecisiete",
                                            "eighteen|dieciocho",
                                            "nineteen|diecinueve",
                                            "twenty|veinte" };

/* From ten on. */
static const char *const tens_words[] = { "ten|diez", "twenty|veinte", "thirty|treinta", "forty|cuarenta", "fifty|cincuenta",
                                          "sixty|sesenta", "seventy|setenta", "eighty|ochenta", "ninety|noventa" };

enum { DOZEN = 12, MOST_NUMBER_WORDS = 6 };

struct _EvxQuoteReader {
    GHashTable *units;                                /* folded noun -> unit */
    GHashTable *numbers;                              /* folded number word -> its value */
    GPtrArray *qualifiers[G_N_ELEMENTS (qualifiers)]; /* folded forms */
};

static char *
fold_word (const char *word)
{
    return g_strstrip (evx_fold (word));
}

static void
index_words (GHashTable *table, const char *list, gpointer value)
{
    g_auto (GStrv) words = g_strsplit (list, "|", -1);
    for (guint i = 0; words[i] != NULL; i++)
        g_hash_table_insert (table, fold_word (words[i]), value);
}

EvxQuoteReader *
evx_quote_reader_new (void)
{
    EvxQuoteReader *reader = g_new0 (EvxQuoteReader, 1);
    reader->units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    reader->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (units); i++)
        index_words (reader->units, units[i][1], (gpointer)units[i][0]);
    for (guint i = 0; i < G_N_ELEMENTS (number_words); i++)
        index_words (reader->numbers, number_words[i], GUINT_TO_POINTER (i));
    for (guint i = 0; i < G_N_ELEMENTS (tens_words); i++)
        index_words (reader->numbers, tens_words[i], GUINT_TO_POINTER (10 * (i + 1)));
    for (guint i = 0; i < G_N_ELEMENTS (tens_words); i++) /* "fifty-two" folds to one word */
        for (guint unit = 1; unit < 10 && i > 0; unit++) {
            g_autofree char *joined = g_strdup_printf ("%.*s%.*s", (int)strcspn (tens_words[i], "|"), tens_words[i],
                                                       (int)strcspn (number_words[unit], "|"), number_words[unit]);
            index_words (reader->numbers, joined, GUINT_TO_POINTER (10 * (i + 1) + unit));
        }
    index_words (reader->numbers, "dozen|docena", GUINT_TO_POINTER (DOZEN));
    for (guint i = 0; i < G_N_ELEMENTS (qualifiers); i++) {
        reader->qualifiers[i] = g_ptr_array_new_with_free_func (g_free);
        g_auto (GStrv) forms = g_strsplit (qualifiers[i][1], "|", -1);
        for (guint j = 0; forms[j] != NULL; j++)
            g_ptr_array_add (reader->qualifiers[i], evx_fold (forms[j]));
    }
    return reader;
}

void
evx_quote_reader_free (EvxQuoteReader *reader)
{
    g_hash_table_unref (reader->units);
    g_hash_table_unref (reader->numbers);
    for (guint i = 0; i < G_N_ELEMENTS (qualifiers); i++)
        g_ptr_array_unref (reader->qualifiers[i]);
    g_free (reader);
}

/* The value of a word of digits ("1,143"), or EVX_NONE. */
gint64
evx_quote_figure (const char *word)
{
    gint64 value = 0;
    guint digits = 0;
    for (; *word != '\0'; word++) {
        if (g_ascii_isdigit (*word)) {
            value = value * 10 + (*word - '0');
            if (++digits > 12)
                return EVX_NONE;
        } else if (g_ascii_isalpha (*word) || *word == '/' || *word == '$' || *word == '%') {
            return EVX_NONE;
        }
    }
    return digits > 0 ? value : EVX_NONE;
}

/* Adds @part to the number said so far: "forty" "one", "three" "hundred" "and" "one". FALSE if it does not go on with it. */
static gboolean
add_part (const EvxQuoteReader *reader, const char *part, gint64 *number)
{
    gpointer value;
    gboolean first = *number == EVX_NONE;
    if (strcmp (part, "hundred") == 0 && (first || *number < 10)) {
        *number = 100 * (first ? 1 : *number);
        return TRUE;
    }
    if (!g_hash_table_lookup_extended (reader->numbers, part, NULL, &value))
        return FALSE;
    gint64 more = (gint64)GPOINTER_TO_UINT (value);
    gboolean hundreds = !first && *number >= 100 && *number % 100 == 0 && more > 0;
    gboolean tens = !first && *number >= 20 && *number % 10 == 0 && *number % 100 > 0 && more > 0 && more < 10;
    if (!first && !hundreds && !tens)
        return FALSE;
    *number = (first ? 0 : *number) + more;
    return TRUE;
}

/* The number that the parts of folded @text say from its beginning. Returns: FALSE if it does not begin with one. */
static gboolean
read_spelled (const EvxQuoteReader *reader, const char *text, gint64 *number, gboolean *whole)
{
    g_auto (GStrv) parts = g_strsplit (text, " ", MOST_NUMBER_WORDS + 2);
    guint i = 0;
    *number = EVX_NONE;
    while (parts[i] != NULL && (add_part (reader, parts[i], number) || (*number >= 100 && strcmp (parts[i], "and") == 0) ||
                                (*number >= 30 && strcmp (parts[i], "y") == 0)))
        i++;
    *whole = parts[i] == NULL;
    return *number != EVX_NONE;
}

gboolean
evx_quote_reader_number (const EvxQuoteReader *reader, const char *word, gint64 *number)
{
    gboolean whole;
    g_autofree char *folded = fold_word (word);
    *number = evx_quote_figure (word);
    if (*number != EVX_NONE)
        return TRUE;
    gboolean known = read_spelled (reader, folded, number, &whole) && whole;
    if (!known)
        *number = EVX_NONE;
    return known;
}

void
evx_quote_words_clear (EvxQuoteWords *words)
{
    g_ptr_array_unref (words->read);
    g_ptr_array_unref (words->folded);
    g_array_unref (words->starts);
    g_string_chunk_free (words->strings);
}

static void
add_word (EvxQuoteWords *words, const char *text, gsize length, gsize start, GString *folded)
{
    g_string_truncate (folded, 0);
    evx_fold_append (folded, text, length);
    gssize bare = (gssize)folded->len - (folded->len > 0); /* without the blank behind it */
    g_ptr_array_add (words->read, g_string_chunk_insert_len (words->strings, text, (gssize)length));
    g_ptr_array_add (words->folded, g_string_chunk_insert_len (words->strings, folded->str, bare));
    g_array_append_val (words->starts, start);
}

EvxQuoteWords
evx_quote_words (const char *quote)
{
    EvxQuoteWords words = { g_ptr_array_new (), g_ptr_array_new (), g_array_new (FALSE, FALSE, sizeof (gsize)),
                    g_string_chunk_new (2 * strlen (quote) + 64) };
    g_autoptr (GString) folded = g_string_new (NULL);
    for (const char *at = quote; *at != '\0';) {
        gsize length = strcspn (at, " \n\t");
        if (length > 0)
            add_word (&words, at, length, (gsize)(at - quote), folded);
        at += length + (at[length] != '\0');
    }
    return words;
}

/* The words from @first to before @end as folded text. */
GString *
evx_quote_folded (const EvxQuoteWords *words, guint first, guint end)
{
    GString *text = g_string_new (" ");
    for (guint i = first; i < MIN (words->folded->len, end); i++) {
        g_string_append (text, words->folded->pdata[i]);
        g_string_append_c (text, ' ');
    }
    return text;
}

gint64
evx_quote_number_at (const EvxQuoteReader *reader, const EvxQuoteWords *words, guint *at)
{
    gboolean whole = TRUE;
    gint64 number = evx_quote_figure (words->read->pdata[*at]), said = number;
    guint end = *at + 1;
    for (guint next = *at + 1; number == EVX_NONE && next <= MIN (words->read->len, *at + MOST_NUMBER_WORDS); next++) {
        g_autoptr (GString) from = evx_quote_folded (words, *at, next);
        g_autofree char *text = g_strstrip (g_strdup (from->str));
        gint64 more;
        if (!read_spelled (reader, text, &more, &whole) || !whole)
            break;
        said = more;
        end = next;
    }
    *at = end;
    return said;
}

static gboolean
says_number (const EvxQuoteReader *reader, const EvxQuoteWords *words, guint i, gint64 number)
{
    gboolean whole;
    gint64 said;
    const char *word = words->folded->pdata[i];
    if (evx_quote_figure (words->read->pdata[i]) == number)
        return TRUE;
    g_autofree char *first = g_strndup (word, strcspn (word, " "));
    if (!g_hash_table_contains (reader->numbers, first))
        return FALSE;
    g_autoptr (GString) from = evx_quote_folded (words, i, i + MOST_NUMBER_WORDS);
    return read_spelled (reader, from->str + 1, &said, &whole) && said == number;
}

/* Index of the word that says @number and stands nearest to byte @near; -1 if none does. */
int
evx_quote_number_word (const EvxQuoteReader *reader, const EvxQuoteWords *words, gint64 number, gsize near)
{
    int best = -1;
    gsize best_distance = G_MAXSIZE;
    for (guint i = 0; i < words->read->len; i++) {
        gsize start = g_array_index (words->starts, gsize, i);
        gsize distance = start > near ? start - near : near - start;
        if (distance < best_distance && says_number (reader, words, i, number)) {
            best = (int)i;
            best_distance = distance;
        }
    }
    return best;
}

gboolean
evx_quote_ends_clause (const char *word)
{
    return strchr (".;:!?", word[strlen (word) - 1]) != NULL;
}

/* The noun that the number at word @at counts: the first unit within four words after it; in a list, "detainers 52,
 * transfers 7", that before it. */
const char *
evx_quote_unit (const EvxQuoteReader *reader, const EvxQuoteWords *words, int at)
{
    if (at < 0)
        return NULL;
    const char *number = words->read->pdata[at], *before = at > 0 ? g_hash_table_lookup (reader->units, words->folded->pdata[at - 1]) : NULL;
    if (before != NULL && number[strlen (number) - 1] == ',')
        return before;
    for (guint i = (guint)at; i < words->read->len && i <= (guint)at + 4; i++) {
        const char *unit = g_hash_table_lookup (reader->units, words->folded->pdata[i]);
        if (unit != NULL)
            return unit;
        gboolean other_number = i > (guint)at && evx_quote_figure (words->read->pdata[i]) != EVX_NONE;
        if (evx_quote_ends_clause (words->read->pdata[i]) || other_number)
            break;
    }
    return NULL;
}

static gboolean
is_rate (const EvxQuoteWords *words, guint at)
{
    g_autoptr (GString) after = evx_quote_folded (words, at + 1, at + 6);
    return evx_fold_has_any (after->str,
                             "a month|per month|a day|per day|a week|per week|each month|each day|"
                             "al mes|por mes|al dia|por dia|monthly");
}

/* "turned over eight": the "over" of a verb is no bound. */
static gboolean
ends_in_verb (const char *folded)
{
    return evx_fold_has_any (evx_fold_tail (folded, 2), "turn over|turned over|turning over|turns over|hand over|handed over|"
                                   "handing over|took over|take over|taken over|taking over");
}

/* "told ICE about 75 persons": the "about" of telling is no estimate. */
static gboolean
is_about_somebody (const char *folded)
{
    return evx_fold_has_any (evx_fold_tail (folded, 2), "ice about|dhs about|ero about|agents about|immigration about|"
                                                     "them about|asked about|notices about|notifications about|"
                                                     "told about|know about|knew about|called about|inquired about|inquiries about");
}

const char *
evx_quote_qualifier (const EvxQuoteReader *reader, const EvxQuoteWords *words, int at)
{
    if (at < 0)
        return NULL;
    if (is_rate (words, (guint)at))
        return "average";
    g_autoptr (GString) before = evx_quote_folded (words, (guint)MAX (0, at - 4), (guint)at);
    const char *qualifier = NULL;
    gsize longest = 0; /* "no more than" is not "more than" */
    for (guint q = 0; q < G_N_ELEMENTS (qualifiers); q++)
        for (guint i = 0; i < reader->qualifiers[q]->len; i++) {
            const char *form = reader->qualifiers[q]->pdata[i];
            if (strlen (form) <= longest || !g_str_has_suffix (before->str, form))
                continue;
            longest = strlen (form);
            qualifier = qualifiers[q][0];
        }
    return qualifier == NULL || ends_in_verb (before->str) || is_about_somebody (before->str) ? NULL : qualifier;
}
