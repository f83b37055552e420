/* The gold answers: what a perfect reader would say about each page, written while the page is set.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
    GString *documents, *pages, *mentions, *claims, *redactions; /* CSV, header first */
    GPtrArray *files; /* GoldFile: what belongs to one document */
} Gold;

typedef struct {
    char *name;    /* path below expected/ */
    GString *text; /* its content */
} GoldFile;

Gold *gold_new (void);
void gold_free (Gold *gold);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Gold, gold_free)

/** Appends one CSV record: @n fields, NULL as empty, quoted where RFC 4180 asks for it. */
void gold_record (GString *csv, guint n, const char *const *fields);

/** Returns: (transfer none): the content of a new file below expected/, to be filled by the caller.
 */
GString *gold_file (Gold *gold, const char *name);

/** Writes all of it into @folder (made if missing). */
gboolean gold_write (const Gold *gold, const char *folder, GError **error);

G_END_DECLS
