/* Part I of N: (first 8 bytes of the document's SHA-256 + number of the block of pages) mod N. */
#include "shard.h"

#include <string.h>

/* One worker's share of a document at OCR speed: half a minute. Smaller blocks would open each document
 * in more places for nothing. */
#define PAGES_A_BLOCK 16

gboolean
evx_shard_parse (const char *text, EvxShard *shard, GError **error)
{
    g_auto (GStrv) numbers = g_strsplit (text, "/", 3);
    guint64 part = 0, parts = 1;
    *shard = (EvxShard) { 0, 1 };
    if (*text == '\0')
        return TRUE;
    if (g_strv_length (numbers) != 2 ||
        !g_ascii_string_to_unsigned (numbers[1], 10, 1, 100000, &parts, NULL) ||
        !g_ascii_string_to_unsigned (numbers[0], 10, 0, parts - 1, &part, NULL)) {
        g_set_error (error, EVX_ERROR, EVX_ERROR_USAGE,
                     "--shard is '%s'; it must be I/N with I from 0 to N - 1, e.g. 0/4", text);
        return FALSE;
    }
    *shard = (EvxShard) { (guint) part, (guint) parts };
    return TRUE;
}

gboolean
evx_shard_has (const EvxShard *shard, const char *document_id, guint page)
{
    g_autofree char *head = g_strndup (document_id, 16); /* 8 bytes as hex */
    guint64 hash = g_ascii_strtoull (head, NULL, 16);
    return (hash % shard->parts + page / PAGES_A_BLOCK) % shard->parts == shard->part;
}
