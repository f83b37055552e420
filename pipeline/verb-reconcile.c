/* evidex reconcile: claims beside claims, claims beside what the records count, and what the production
 * itself gives away (gaps, repeats). */
#include "deliver/answers.h"
#include "deliver/export.h"
#include "deliver/json.h"
#include "open.h"

#include <string.h>

/* What one looks for first stands first; findings about the production (NULL) come last. */
static const char *const order[] = { "contradiction", "total_differs", "not_comparable", "agreement", NULL };

/* For the line that counts them, parallel to order. */
static const struct {
    const char *one, *many;
} names[] = { { "contradiction", "contradictions" },
              { "printed total differs", "printed totals differ" },
              { "not comparable", "not comparable" },
              { "agreement", "agreements" },
              { "about the production itself", "about the production itself" } };

typedef struct {
    EvxIndex *index;
    GHashTable *files;  /* document id -> file */
    const char *status; /* of the findings to print; NULL = those of no other group */
    gboolean of_rows;   /* those with rows counted, or those of two claims */
    GHashTable *told;   /* what and which numbers -> how many findings say so */
    gboolean places;    /* the line printed last is one of places alone */
    guint n;
} Group;

static gboolean
is_about_counts (const char *status)
{
    return g_strv_contains (order, status);
}

static gboolean
print_json (const EvxRecord *record, G_GNUC_UNUSED gpointer user, G_GNUC_UNUSED GError **error)
{
    g_autoptr (GString) line = g_string_new ("{\"type\":\"finding\"");
    evx_json_record (line, record);
    g_print ("%s}\n", line->str);
    return TRUE;
}

/* The citation, and the file where it does not name it. */
static char *
place_of (const Group *group, const char *citation, const char *document_id)
{
    const char *file = document_id != NULL ? g_hash_table_lookup (group->files, document_id) : NULL;
    gboolean named = file == NULL || g_str_has_prefix (citation, file) || g_str_has_suffix (citation, file);
    g_autofree char *place = named ? g_strdup (citation) : g_strconcat (citation, "  ", file, NULL);
    return evx_verb_printable (place);
}

/* "    17  "quote"" and below it the citation. */
static void
print_side (const Group *group, const EvxRecord *record, const char *side)
{
    g_autofree char *number = g_strconcat (side, "_number", NULL), *quote = g_strconcat (side, "_quote", NULL);
    g_autofree char *citation = g_strconcat (side, "_citation", NULL), *document = g_strconcat (side, "_document", NULL);
    gint64 value = evx_record_integer (record, number);
    const char *said = evx_record_text (record, quote), *place = evx_record_text (record, citation);
    if (value == EVX_NONE && said == NULL && place == NULL)
        return;
    g_autofree char *figure = value != EVX_NONE ? g_strdup_printf ("%" G_GINT64_FORMAT, value) : g_strdup ("");
    g_autofree char *shown = evx_verb_printable (said != NULL ? said : "");
    g_autofree char *cited = place_of (group, place != NULL ? place : "", evx_record_text (record, document));
    if (*shown == '\0' && *cited == '\0')
        g_print ("  %8s  sum of the rows above it\n", figure); /* the one number that nobody wrote */
    else if (*shown != '\0')
        g_print ("  %8s  \"%s\"\n            %s\n", figure, shown, cited);
    else
        g_print ("  %8s  %s\n", figure, cited);
}

enum { PLACES_SHOWN = 3 };

typedef struct {
    const Group *group;
    GPtrArray *places; /* of the rows, each once */
} Places;

static gboolean
note_place (const EvxRecord *record, gpointer user, G_GNUC_UNUSED GError **error)
{
    Places *places = user;
    const char *citation = evx_record_text (record, "citation");
    g_autofree char *place = place_of (places->group, citation != NULL ? citation : "",
                                       evx_record_text (record, "document_id"));
    if (!g_ptr_array_find_with_equal_func (places->places, place, g_str_equal, NULL))
        g_ptr_array_add (places->places, g_steal_pointer (&place));
    return TRUE;
}

/* What is counted, and of which year: "transfers 2020"; "" where the finding is of no count. */
static char *
subject_of (const EvxRecord *record)
{
    const char *what = evx_record_text (record, "what");
    gint64 year = evx_record_integer (record, "year");
    return year != EVX_NONE ? g_strdup_printf ("%s %" G_GINT64_FORMAT, what != NULL ? what : "", year)
                            : g_strdup (what != NULL ? what : "");
}

/* The pages on which the counted rows stand. */
static gboolean
print_rows (const Group *group, const EvxRecord *record, gint64 rows, GError **error)
{
    g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
    Places places = { group, found };
    const char *id = evx_record_text (record, "finding_id");
    if (!evx_index_finding_rows (group->index, id, note_place, &places, error))
        return FALSE;
    g_print ("  %8" G_GINT64_FORMAT "  rows of the records\n", rows);
    for (guint i = 0; i < MIN (found->len, (guint) PLACES_SHOWN); i++)
        g_print ("            %s\n", (char *) found->pdata[i]);
    if (found->len > PLACES_SHOWN)
        g_print ("            and %u more pages\n", found->len - PLACES_SHOWN);
    return TRUE;
}

static void
print_title (const EvxRecord *record, gboolean colour)
{
    static const char *const titles[][2] = {
        { "contradiction", "CONTRADICTION" },   { "agreement", "Agreement" },
        { "not_comparable", "Not comparable" }, { "bates_gap", "Gap in the Bates numbers" },
        { "bates_repeat", "Bates number used twice" }, { "bates_order", "Bates numbers out of order" },
        { "near_duplicate_differs", "Near-duplicates that differ" },
        { "total_differs", "A printed total differs from its rows" },
    };
    const char *status = evx_record_text (record, "status"), *title = status;
    for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
        if (strcmp (titles[i][0], status) == 0)
            title = titles[i][1];
    gboolean loud = colour && strcmp (status, "contradiction") == 0;
    g_autofree char *subject = subject_of (record);
    g_print ("%s%s%s%s%s\n", loud ? "\033[1;31m" : colour ? "\033[1m" : "", title, colour ? "\033[0m" : "",
             *subject != '\0' ? ": " : "", subject);
}

/* The two numbers of one thing, which several documents may state. */
static char *
numbers_of (const EvxRecord *record)
{
    g_autofree char *subject = subject_of (record);
    return g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, subject,
                            evx_record_integer (record, "left_number"), evx_record_integer (record, "right_number"),
                            evx_record_integer (record, "rows_counted"));
}

enum { TOLD_WHOLE = 2 }; /* so many findings of the same two numbers are told whole, of the rest the places alone */

/* One line for a finding whose numbers have been told already. */
static void
print_places (Group *group, const EvxRecord *record)
{
    const char *left = evx_record_text (record, "left_citation"), *right = evx_record_text (record, "right_citation");
    g_autofree char *a = place_of (group, left != NULL ? left : "", evx_record_text (record, "left_document"));
    g_autofree char *b = right != NULL ? place_of (group, right, evx_record_text (record, "right_document")) : NULL;
    gint64 numbers[] = { evx_record_integer (record, "left_number"), evx_record_integer (record, "right_number") };
    g_autofree char *subject = subject_of (record);
    if (b != NULL)
        g_print ("  also %s, %" G_GINT64_FORMAT ": %s; %" G_GINT64_FORMAT ": %s\n", subject, numbers[0], a, numbers[1], b);
    else
        g_print ("  also %s, %" G_GINT64_FORMAT ": %s\n", subject, numbers[0], a);
    group->places = TRUE;
}

static gboolean
print_finding (const EvxRecord *record, gpointer user, GError **error)
{
    Group *group = user;
    const char *status = evx_record_text (record, "status");
    if (group->status != NULL ? strcmp (group->status, status) != 0 : is_about_counts (status))
        return TRUE;
    if (group->status != NULL && group->of_rows != (evx_record_integer (record, "rows_counted") != EVX_NONE))
        return TRUE;
    char *numbers = numbers_of (record);
    guint told = GPOINTER_TO_UINT (g_hash_table_lookup (group->told, numbers)) + 1;
    g_hash_table_replace (group->told, numbers, GUINT_TO_POINTER (told));
    if (group->status != NULL && told > TOLD_WHOLE) {
        print_places (group, record);
        group->n++;
        return TRUE;
    }
    if (group->places)
        g_print ("\n");
    group->places = FALSE;
    print_title (record, evx_verb_colour ());
    print_side (group, record, "left");
    print_side (group, record, "right");
    gint64 rows = evx_record_integer (record, "rows_counted");
    if (rows != EVX_NONE && group->status != NULL && !print_rows (group, record, rows, error))
        return FALSE;
    const char *reason = evx_record_text (record, "reason");
    g_autofree char *shown = evx_verb_printable (reason != NULL ? reason : "");
    g_print ("  %s\n\n", shown);
    group->n++;
    return TRUE;
}

static gboolean
note_file (const EvxRecord *record, gpointer user, G_GNUC_UNUSED GError **error)
{
    const char *id = evx_record_text (record, "document_id");
    if (id != NULL && !g_hash_table_contains (user, id))
        g_hash_table_insert (user, g_strdup (id), g_strdup (evx_record_text (record, "file")));
    return TRUE;
}

/* @counts: parallel to order */
static gboolean
print_groups (EvxIndex *index, guint *counts, GError **error)
{
    g_autoptr (GHashTable) files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    if (!evx_index_records (index, "documents", note_file, files, error))
        return FALSE;
    for (guint i = 0; i < 2 * G_N_ELEMENTS (order); i++) {
        g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
        Group group = { index, files, order[i / 2], i % 2 == 0, told, FALSE, 0 };
        if (group.status == NULL && i % 2 == 1)
            break;
        if (!evx_index_records (index, "findings", print_finding, &group, error))
            return FALSE;
        if (group.places)
            g_print ("\n");
        counts[i / 2] += group.n;
    }
    return TRUE;
}

static void
say_counts (const guint *counts)
{
    guint total = 0;
    g_autoptr (GString) parts = g_string_new (NULL);
    for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
        total += counts[i];
        if (counts[i] > 0)
            g_string_append_printf (parts, "%s %u %s", parts->len > 0 ? "," : "", counts[i],
                                    counts[i] == 1 ? names[i].one : names[i].many);
    }
    if (total > 0)
        g_printerr ("%u finding%s:%s.\n", total, total == 1 ? "" : "s", parts->str);
}

/* Whatever was not read may hold more claims, and more rows. */
static void
say_unread (const EvxLedger *ledger)
{
    guint64 pages = ledger->pages_failed, files = ledger->failed + ledger->unsupported + ledger->unfinished;
    if (pages > 0)
        g_printerr ("%" G_GUINT64_FORMAT " page%s could not be read; what stands there is not counted.\n", pages,
                    pages == 1 ? "" : "s");
    if (files > 0)
        g_printerr ("%" G_GUINT64_FORMAT " file%s could not be read, or not yet; what stands there is not counted.\n",
                    files, files == 1 ? "" : "s");
}

static int
reconcile (EvxIndex *index, gboolean json, GError **error)
{
    guint counts[G_N_ELEMENTS (order)] = { 0 };
    g_autoptr (EvxLedger) ledger = evx_index_ledger (index, error);
    if (ledger == NULL || !(json ? evx_index_records (index, "findings", print_json, NULL, error)
                                 : print_groups (index, counts, error)))
        return -1;
    say_counts (counts);
    if (ledger->findings == 0)
        g_printerr ("%" G_GUINT64_FORMAT " claim%s, and nothing to hold against each other.\n", ledger->claims,
                    ledger->claims == 1 ? "" : "s");
    say_unread (ledger);
    return EVX_EXIT_DONE;
}

/* The chart as SVG to @path, or to standard output. */
static int
draw_chart (EvxIndex *index, const char *path, gboolean force, GError **error)
{
    g_autofree char *svg = evx_answer_chart (index, error);
    if (svg != NULL && strcmp (path, "-") == 0)
        g_print ("%s", svg);
    else if (svg == NULL || !evx_verb_write (path, svg, strlen (svg), force, error))
        return -1;
    return EVX_EXIT_DONE;
}

int
evx_verb_reconcile (int argc, char **argv)
{
    gboolean json = FALSE, force = FALSE;
    g_autofree char *csv = NULL;
    g_autofree char *chart = NULL;
    const GOptionEntry entries[] = {
        { "json", 0, 0, G_OPTION_ARG_NONE, &json, "one JSON object a line", NULL },
        { "csv", 0, 0, G_OPTION_ARG_FILENAME, &csv, "write the findings as CSV; - = standard output", "FILE" },
        { "chart", 0, 0, G_OPTION_ARG_FILENAME, &chart, "draw what is claimed beside what is counted; - = standard output",
          "FILE.svg" },
        { "force", 0, 0, G_OPTION_ARG_NONE, &force, "replace FILE", NULL },
        { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    };
    g_autoptr (GError) error = NULL;
    if (!evx_verb_parse (&argc, &argv, "OUT",
                         "Every stated count beside the other statements about the same thing and beside what the\n"
                         "rows of logs and forms count, each with its quote and citation; then what the production\n"
                         "itself gives away: gaps and repeats of Bates numbers, copies that differ.",
                         entries, &error))
        return evx_verb_fail ("reconcile", error);
    if (argc != 2 || json + (csv != NULL) + (chart != NULL) > 1)
        return evx_verb_usage ("reconcile", argc != 2 ? "one index is needed" : "one of --json, --csv and --chart");
    int status;
    g_autoptr (EvxIndex) index = evx_open_index ("reconcile", argv[1], &status);
    if (index == NULL)
        return status;
    status = chart != NULL ? draw_chart (index, chart, force, &error)
             : csv == NULL ? reconcile (index, json, &error)
             : evx_export_table (index, "findings", csv, force, &error) ? EVX_EXIT_DONE
                                                                        : -1;
    return status >= 0 ? status : evx_verb_fail ("reconcile", error);
}
