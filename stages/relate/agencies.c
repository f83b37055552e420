/* A dump mostly comes from one agency, or each of its folders does: then what names none is taken to be about it.
 * Nothing is taken where several agencies share the folder and the dump. */
#include "agencies.h"

#include "../document/agency.h"

#include <string.h>

/* An agency that so many documents, and this share of all that name one, are about: in the dump, in one folder. */
enum { USUAL_DOCUMENTS = 3, USUAL_IN_FOLDER = 2, USUAL_PERCENT = 75 };
/* Or, of so many documents, this share, and so many times the documents of any other. */
enum { MANY_DOCUMENTS = 8, AHEAD_PERCENT = 60, AHEAD_TIMES = 3 };

/* Documents by the agency that they are about. */
typedef struct {
    GHashTable *counts; /* key -> number of documents */
    guint all, best;
    const char *usual; /* key with the most */
} Poll;

struct _EvxAgencies {
    GHashTable *keys;     /* name as written -> key */
    GStringChunk *strings;
    const char **taken;   /* of each document: the key where it names none */
    const char *usual;    /* key of the agency of the dump; "" if it has no one agency */
    gboolean any;
};

static Poll *
poll_new (void)
{
    Poll *poll = g_new0 (Poll, 1);
    poll->counts = g_hash_table_new (g_str_hash, g_str_equal);
    poll->usual = "";
    return poll;
}

static void
poll_free (gpointer data)
{
    Poll *poll = data;
    g_hash_table_unref (poll->counts);
    g_free (poll);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Poll, poll_free)

static void
poll_add (Poll *poll, const char *key)
{
    guint count = GPOINTER_TO_UINT (g_hash_table_lookup (poll->counts, key)) + 1;
    g_hash_table_insert (poll->counts, (gpointer)key, GUINT_TO_POINTER (count));
    poll->all++;
    if (count > poll->best) {
        poll->best = count;
        poll->usual = key;
    }
}

/* The most documents that any other agency has. */
static guint
poll_second (const Poll *poll)
{
    guint second = 0;
    GHashTableIter iter;
    gpointer key, count;
    g_hash_table_iter_init (&iter, poll->counts);
    while (g_hash_table_iter_next (&iter, &key, &count))
        if (strcmp (key, poll->usual) != 0)
            second = MAX (second, GPOINTER_TO_UINT (count));
    return second;
}

static const char *
poll_usual (const Poll *poll, guint least)
{
    guint share = poll->best * 100;
    gboolean ahead = poll->all >= MANY_DOCUMENTS && share >= poll->all * AHEAD_PERCENT && poll->best >= AHEAD_TIMES * poll_second (poll);
    return poll->best >= least && (share >= poll->all * USUAL_PERCENT || ahead) ? poll->usual : "";
}

static const char *
key_of (EvxAgencies *agencies, const char *name)
{
    const char *key = g_hash_table_lookup (agencies->keys, name);
    if (key == NULL) {
        g_autofree char *made = evx_agency_key (name);
        key = g_string_chunk_insert_const (agencies->strings, made);
        g_hash_table_insert (agencies->keys, g_string_chunk_insert (agencies->strings, name), (gpointer)key);
    }
    return key;
}

/* Adds a document to the poll of each folder that it lies in. */
static void
poll_folders (GHashTable *folders, const EvxDocument *document, const char *key)
{
    g_autofree char *folder = g_path_get_dirname (document->file);
    for (;;) {
        Poll *poll = g_hash_table_lookup (folders, folder);
        if (poll == NULL)
            g_hash_table_insert (folders, g_strdup (folder), poll = poll_new ());
        poll_add (poll, key);
        char *slash = strrchr (folder, '/');
        if (slash == NULL)
            return;
        *slash = '\0';
    }
}

/* The agency of the nearest folder around @document that has one; "" if several share a folder below it. */
static const char *
usual_around (GHashTable *folders, const EvxDocument *document)
{
    g_autofree char *folder = g_path_get_dirname (document->file);
    for (;;) {
        const Poll *poll = g_hash_table_lookup (folders, folder);
        char *slash = strrchr (folder, '/');
        if (poll != NULL && (poll->all >= USUAL_IN_FOLDER || slash == NULL))
            return poll_usual (poll, USUAL_IN_FOLDER);
        if (slash == NULL)
            return "";
        *slash = '\0';
    }
}

EvxAgencies *
evx_agencies_new (const EvxCollection *collection)
{
    EvxAgencies *agencies = g_new0 (EvxAgencies, 1);
    guint n = collection->documents->len;
    agencies->keys = g_hash_table_new (g_str_hash, g_str_equal);
    agencies->strings = g_string_chunk_new (1024);
    agencies->taken = g_new0 (const char *, n + 1);
    g_autoptr (Poll) dump = poll_new ();
    g_autoptr (GHashTable) folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, poll_free);
    for (guint i = 0; i < n; i++) {
        const EvxDocument *document = collection->documents->pdata[i];
        const char *key = document->agency != NULL ? key_of (agencies, document->agency) : "";
        if (*key == '\0')
            continue;
        poll_folders (folders, document, key);
        poll_add (dump, key);
    }
    agencies->any = dump->all > 0;
    agencies->usual = poll_usual (dump, USUAL_DOCUMENTS);
    for (guint i = 0; i < n; i++) {
        const char *usual = usual_around (folders, collection->documents->pdata[i]);
        agencies->taken[i] = *usual != '\0' ? usual : agencies->usual;
    }
    return agencies;
}

void
evx_agencies_free (EvxAgencies *agencies)
{
    if (agencies == NULL)
        return;
    g_hash_table_unref (agencies->keys);
    g_string_chunk_free (agencies->strings);
    g_free (agencies->taken);
    g_free (agencies);
}

const char *
evx_agencies_key (EvxAgencies *agencies, guint document, const char *name)
{
    return name != NULL ? key_of (agencies, name) : agencies->taken[document];
}

gboolean
evx_agencies_by_folder (const EvxAgencies *agencies, guint document)
{
    return strcmp (agencies->taken[document], agencies->usual) != 0;
}

gboolean
evx_agencies_any (const EvxAgencies *agencies)
{
    return agencies->any;
}
