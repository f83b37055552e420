/* Parts of a run: every page belongs to exactly one. */
#include "shard.h"

static const char *const documents[] = {
    "0000000000000000aaaa", "ffffffffffffffffbbbb", "5f1e7c14638204fc1e4a",
};

static void
test_every_page_belongs_to_exactly_one_part (void)
{
    for (guint parts = 1; parts <= 7; parts++)
        for (guint d = 0; d < G_N_ELEMENTS (documents); d++)
            for (guint page = 0; page < 300; page++) {
                guint owners = 0;
                for (guint part = 0; part < parts; part++) {
                    EvxShard shard = { part, parts };
                    owners += evx_shard_has (&shard, documents[d], page);
                }
                g_assert_cmpuint (owners, ==, 1);
            }
}

static void
test_one_long_document_spreads_over_all_parts (void)
{
    for (guint part = 0; part < 4; part++) {
        EvxShard shard = { part, 4 };
        guint n = 0;
        for (guint page = 0; page < 640; page++)
            n += evx_shard_has (&shard, documents[2], page);
        g_assert_cmpuint (n, ==, 160);
    }
}

static void
test_what_is_no_part_is_refused (void)
{
    static const char *const wrong[] = { "4/4", "0/0", "1", "a/b", "-1/3", "1/2/3", "1/" };
    EvxShard shard;
    for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
        g_autoptr (GError) error = NULL;
        g_assert_false (evx_shard_parse (wrong[i], &shard, &error));
        g_assert_error (error, EVX_ERROR, EVX_ERROR_USAGE);
    }
    g_assert_true (evx_shard_parse ("3/4", &shard, NULL));
    g_assert_cmpuint (shard.part, ==, 3);
    g_assert_true (evx_shard_parse ("", &shard, NULL));
    g_assert_cmpuint (shard.parts, ==, 1);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/shard/every page belongs to exactly one part",
                     test_every_page_belongs_to_exactly_one_part);
    g_test_add_func ("/shard/one long document spreads over all parts",
                     test_one_long_document_spreads_over_all_parts);
    g_test_add_func ("/shard/what is no part is refused", test_what_is_no_part_is_refused);
    return g_test_run ();
}
