/* evidex tag: tags plain passages, one a line, as JSON or as text; needs no index. Lines are read
 * with a bound, so that a hostile one costs no more than its limit; a bad line is named and the
 * next one read. */
#include "verb.h"

#include "tag/tag.h"

#include <errno.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#define LINE_MOST (16u << 20) /* bytes of one line; a page holds some 3 kB */

typedef struct {
    gpointer tagger;
    gboolean plain; /* lines of text in place of JSON */
    guint n_bad;
} Run;

/* ---- input ------------------------------------------------------------------------------------------ */

typedef enum { LINE_READ, LINE_TOO_LONG, LINE_END } LineState;

/* Reads one line without its end; one that is too long is skipped up to its end. */
static LineState
read_line (FILE *in, GString *line)
{
    int c;
    gboolean too_long = FALSE;
    g_string_truncate (line, 0);
    while ((c = getc_unlocked (in)) != EOF && c != '\n') {
        if (line->len < LINE_MOST)
            g_string_append_c (line, (char)c);
        else
            too_long = TRUE;
    }
    if (c == EOF && line->len == 0)
        return LINE_END;
    if (line->len > 0 && line->str[line->len - 1] == '\r')
        g_string_truncate (line, line->len - 1);
    return too_long ? LINE_TOO_LONG : LINE_READ;
}

static void
bad_line (Run *run, guint64 number, const char *reason)
{
    g_autofree char *shown = evx_verb_printable (reason);
    g_printerr ("evidex tag: line %" G_GUINT64_FORMAT ": %s\n", number, shown);
    run->n_bad++;
}

/* ---- output ----------------------------------------------------------------------------------------- */

static void
text_member (JsonBuilder *b, const char *name, const char *value)
{
    json_builder_set_member_name (b, name);
    if (value != NULL)
        json_builder_add_string_value (b, value);
    else
        json_builder_add_null_value (b);
}

static void
int_member (JsonBuilder *b, const char *name, gint64 value, gboolean known)
{
    json_builder_set_member_name (b, name);
    if (known)
        json_builder_add_int_value (b, value);
    else
        json_builder_add_null_value (b);
}

static void
flag_member (JsonBuilder *b, const char *name, gint value)
{
    json_builder_set_member_name (b, name);
    if (value == EVX_NONE)
        json_builder_add_null_value (b);
    else
        json_builder_add_boolean_value (b, value != 0);
}

/* Code points before byte @byte; counts on from the last call, mentions come by their start. */
typedef struct {
    const char *text;
    guint32 byte;
    glong points;
} Counter;

static glong
points_at (Counter *counter, guint32 byte)
{
    if (byte < counter->byte)
        return counter->points - g_utf8_strlen (counter->text + byte, counter->byte - byte);
    counter->points += g_utf8_strlen (counter->text + counter->byte, byte - counter->byte);
    counter->byte = byte;
    return counter->points;
}

static void
build_mention (JsonBuilder *b, const EvxMention *m, Counter *counter)
{
    json_builder_begin_object (b);
    text_member (b, "kind", m->kind);
    text_member (b, "sense", m->sense);
    flag_member (b, "evidential", m->evidential);
    text_member (b, "assertion", m->assertion);
    text_member (b, "cue", m->cue);
    text_member (b, "surface", m->surface);
    text_member (b, "quote", m->quote);
    int_member (b, "start", points_at (counter, m->start), TRUE);
    int_member (b, "end", points_at (counter, m->end), TRUE);
    int_member (b, "count", m->count, m->count != EVX_NONE);
    int_member (b, "year", m->year, m->year != EVX_NONE);
    int_member (b, "relative_year", m->relative_year, m->relative_year != EVX_NONE_RELATIVE);
    text_member (b, "period_start", m->period_start);
    text_member (b, "period_end", m->period_end);
    text_member (b, "date", m->date);
    text_member (b, "agency", m->agency);
    text_member (b, "speaker", m->speaker);
    flag_member (b, "to_ice", m->to_ice);
    text_member (b, "rule", m->rule);
    json_builder_set_member_name (b, "confidence");
    json_builder_add_double_value (b, (double)(int)(m->confidence * 1000 + 0.5) / 1000);
    json_builder_end_object (b);
}

static void
print_node (JsonNode *node)
{
    g_autofree char *text = json_to_string (node, FALSE);
    fputs (text, stdout);
}

/* One line of output, written mention by mention: a passage may hold a million. @id: the record's
 * own id node, or NULL for the line number. */
static void
print_result (const EvxPage *page, JsonNode *id, guint64 number)
{
    Counter counter = { page->text->str, 0, 0 };
    fputs ("{\"id\":", stdout);
    if (id != NULL)
        print_node (id);
    else
        printf ("%" G_GUINT64_FORMAT, number);
    fputs (",\"mentions\":[", stdout);
    for (guint i = 0; i < page->mentions->len; i++) {
        g_autoptr (JsonBuilder) b = json_builder_new ();
        build_mention (b, &g_array_index (page->mentions, EvxMention, i), &counter);
        g_autoptr (JsonNode) root = json_builder_get_root (b);
        if (i > 0)
            putchar (',');
        print_node (root);
    }
    fputs ("]}\n", stdout);
}

/* ---- one line --------------------------------------------------------------------------------------- */

static gboolean
tag_text (Run *run, const char *text, gsize length, JsonNode *id, guint64 number)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (EvxPage) page = evx_page_from_passage (text, length);
    if (!evx_tag_stage.page (run->tagger, NULL, NULL, page, &error)) {
        bad_line (run, number, error->message);
        return FALSE;
    }
    print_result (page, id, number);
    return TRUE;
}

static void
tag_json (Run *run, const GString *line, guint64 number)
{
    g_autoptr (JsonParser) parser = json_parser_new_immutable ();
    g_autoptr (GError) error = NULL;
    if (memchr (line->str, '\0', line->len) != NULL ||
        !g_utf8_validate (line->str, (gssize)line->len, NULL)) {
        bad_line (run, number, "not UTF-8 text; expected {\"id\": ..., \"text\": ...}");
        return;
    }
    if (!json_parser_load_from_data (parser, line->str, (gssize)line->len, &error)) {
        bad_line (run, number, error->message);
        return;
    }
    JsonNode *root = json_parser_get_root (parser);
    JsonObject *record =
        root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
    JsonNode *text = record != NULL ? json_object_get_member (record, "text") : NULL;
    if (text == NULL || !JSON_NODE_HOLDS_VALUE (text) ||
        json_node_get_value_type (text) != G_TYPE_STRING) {
        bad_line (run, number, "no \"text\"; expected {\"id\": ..., \"text\": \"...\"}");
        return;
    }
    const char *passage = json_node_get_string (text);
    tag_text (run, passage, strlen (passage), json_object_get_member (record, "id"), number);
}

static int
tag_lines (Run *run, FILE *in)
{
    g_autoptr (GString) line = g_string_new (NULL);
    LineState state;
    for (guint64 number = 1; (state = read_line (in, line)) != LINE_END; number++) {
        if (state == LINE_TOO_LONG)
            bad_line (run, number, "longer than 16 MiB; split the passage");
        else if (run->plain)
            tag_text (run, line->str, line->len, NULL, number);
        else if (line->len > 0)
            tag_json (run, line, number);
        if (ferror (stdout))
            break;
    }
    if (fflush (stdout) != 0 || ferror (stdout)) {
        g_printerr ("evidex tag: cannot write: %s\n", g_strerror (errno));
        return 4;
    }
    return run->n_bad > 0 ? 3 : 0;
}

static int
check_lexicon (gpointer tagger)
{
    g_autoptr (GString) report = g_string_new (NULL);
    guint n_examples;
    guint n_failed = evx_tag_check_lexicon (tagger, report, &n_examples);
    g_print ("%s%u of %u sentences hold\n", report->str, n_examples - n_failed, n_examples);
    return n_failed > 0 ? 1 : 0;
}

int
evx_verb_tag (int argc, char **argv)
{
    g_autofree char *lexicon = NULL;
    gboolean plain = FALSE, check = FALSE;
    const GOptionEntry entries[] = { { "lexicon", 0, 0, G_OPTION_ARG_FILENAME, &lexicon,
                                       "own lexicon: adds to and overrides tags", "DIR" },
                                     { "text", 0, 0, G_OPTION_ARG_NONE, &plain,
                                       "read plain text, one passage a line", NULL },
                                     { "check-lexicon", 0, 0, G_OPTION_ARG_NONE, &check,
                                       "run the lexicon's own sentences and exit", NULL },
                                     { NULL } };
    g_autoptr (GError) error = NULL;
    if (!evx_verb_parse (&argc, &argv, "< in.jsonl > out.jsonl",
                         "Tags passages: reads {\"id\", \"text\"} a line, writes {\"id\", "
                         "\"mentions\"} a line.\n"
                         "\n"
                         "  echo 'Deputies turned over 12 inmates to ICE.' | evidex tag --text",
                         entries, &error))
        return evx_verb_fail ("tag", error);
    if (argc > 1) {
        g_set_error (&error, EVX_ERROR, EVX_ERROR_USAGE,
                     "'%s': tag reads standard input and takes no argument", argv[1]);
        return evx_verb_fail ("tag", error);
    }
    g_autoptr (EvxOptions) options = evx_options_new ();
    if (lexicon != NULL && !evx_options_set (options, "lexicon", lexicon, "--lexicon", &error))
        return evx_verb_fail ("tag", error);
    Run run = { .tagger = evx_tag_stage.open (options, &error), .plain = plain };
    if (run.tagger == NULL)
        return evx_verb_fail ("tag", error);
    int status = check ? check_lexicon (run.tagger) : tag_lines (&run, stdin);
    evx_tag_stage.close (run.tagger);
    return status;
}
