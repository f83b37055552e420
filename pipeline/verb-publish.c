/* evidex publish: copies an index into PostgreSQL. */
#include "open.h"

#include "index/publish.h"

static const char about[] =
    "Copies the records and the text of an index into PostgreSQL, for several people to ask at once. Doing\n"
    "it again replaces what stands there, in one transaction. The index itself stays as it is.\n\n"
    "  evidex publish case postgresql://user@host/database\n"
    "  psql database -c \"select citation, quote from evidex.mentions where quote % 'turned over'\"";

int
evx_verb_publish (int argc, char **argv)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *schema = NULL;
    const GOptionEntry entries[] = {
        { "schema", 0, 0, G_OPTION_ARG_STRING, &schema, "schema to write (evidex)", "NAME" },
        { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    };
    if (!evx_verb_parse (&argc, &argv, "OUT postgresql://...", about, entries, &error))
        return evx_verb_fail ("publish", error);
    if (argc != 3)
        return evx_verb_usage ("publish", "needs an index and the address of a database, postgresql://...");
    int status = EVX_EXIT_DONE;
    g_autoptr (EvxIndex) index = evx_open_index ("publish", argv[1], &status);
    if (index == NULL)
        return status;
    if (evx_index_publish (index, argv[2], schema != NULL ? schema : "evidex", &error))
        return EVX_EXIT_DONE;
    return evx_verb_fail ("publish", error);
}
