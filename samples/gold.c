/* The gold answers as CSV and text files; samples/README.md describes each column. */
#include "gold.h"

#include <string.h>

static void
gold_file_free (gpointer data)
{
    GoldFile *file = data;
    g_free (file->name);
    g_string_free (file->text, TRUE);
    g_free (file);
}

Gold *
gold_new (void)
{
    Gold *gold = g_new0 (Gold, 1);
    gold->files = g_ptr_array_new_with_free_func (gold_file_free);
    gold->documents = gold_file (gold, "documents.csv");
    gold->pages = gold_file (gold, "pages.csv");
    gold->mentions = gold_file (gold, "mentions.csv");
    gold->claims = gold_file (gold, "claims.csv");
    gold->redactions = gold_file (gold, "redactions.csv");
    g_string_assign (gold->documents, "file,type,language,pages,origin,bates_first,bates_last,date,"
                                      "duplicate_of,near_duplicate_of\n");
    g_string_assign (gold->pages, "file,page,label,rotation,reading,bates,redactions\n");
    g_string_assign (gold->mentions,
                     "file,page,kind,sense,evidential,assertion,surface,count,year\n");
    g_string_assign (gold->claims, "file,page,number,what,year,agency,speaker\n");
    g_string_assign (gold->redactions, "file,page,x0,y0,x1,y1,exemption,text_under\n");
    return gold;
}

void
gold_free (Gold *gold)
{
    if (gold == NULL)
        return;
    g_ptr_array_unref (gold->files);
    g_free (gold);
}

GString *
gold_file (Gold *gold, const char *name)
{
    GoldFile *file = g_new0 (GoldFile, 1);
    file->name = g_strdup (name);
    file->text = g_string_new (NULL);
    g_ptr_array_add (gold->files, file);
    return file->text;
}

void
gold_record (GString *csv, guint n, const char *const *fields)
{
    for (guint i = 0; i < n; i++) {
        const char *field = fields[i] != NULL ? fields[i] : "";
        if (i > 0)
            g_string_append_c (csv, ',');
        if (strpbrk (field, ",\"\n") == NULL) {
            g_string_append (csv, field);
            continue;
        }
        g_string_append_c (csv, '"');
        for (const char *c = field; *c != '\0'; c++) {
            if (*c == '"')
                g_string_append_c (csv, '"');
            g_string_append_c (csv, *c);
        }
        g_string_append_c (csv, '"');
    }
    g_string_append_c (csv, '\n');
}

gboolean
gold_write (const Gold *gold, const char *folder, GError **error)
{
    for (guint i = 0; i < gold->files->len; i++) {
        const GoldFile *file = g_ptr_array_index (gold->files, i);
        g_autofree char *path = g_build_filename (folder, file->name, NULL);
        g_autofree char *parent = g_path_get_dirname (path);
        g_mkdir_with_parents (parent, 0755);
        if (!g_file_set_contents (path, file->text->str, (gssize)file->text->len, error))
            return FALSE;
    }
    return TRUE;
}
