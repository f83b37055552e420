/* evidex publish: copies an index into PostgreSQL. */
#include "open.h"

#include "index/publish.h"

static const char about[] =
    "Puts an index into PostgreSQL, for a newsroom to share: `search`, `serve` and all else that reads an\n"
    "index take the address in place of the folder, and find the same. The records and the text of pages\n"
    "stand there as tables besides, for SQL. Doing it again sends what has changed, in one transaction.\n\n"
    "  evidex publish case postgresql://user@host/newsroom\n"
    "  evidex search postgresql://user@host/newsroom 'turned over'\n"
    "  psql newsroom -c \"select citation, quote from evidex.mentions where 'turned over' <% quote\"\n\n"
    "Passwords belong in ~/.pgpass, PGPASSWORD or a service file. Readers need: grant usage on schema\n"
    "evidex, grant select on all tables in schema evidex.";

int
evx_verb_publish (int argc, char **argv)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *schema = NULL;
    const GOptionEntry entries[] = {
        { "schema", 0, 0, G_OPTION_ARG_STRING, &schema, "schema to write (evidex); readers add ?schema=NAME", "NAME" },
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
    if (evx_index_publish (index, argv[2], schema, &error))
        return EVX_EXIT_DONE;
    return evx_verb_fail ("publish", error);
}
