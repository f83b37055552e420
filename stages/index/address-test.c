#include "address.h"

static char *
split (const char *address, char **schema)
{
    char *conninfo = NULL;
    g_autoptr (GError) error = NULL;
    if (evx_address_split (address, &conninfo, schema, &error))
        return conninfo;
    g_assert_error (error, EVX_ERROR, EVX_ERROR_USAGE);
    g_assert_null (g_strrstr (error->message, "hush"));
    return g_strdup ("refused");
}

static void
assert_split (const char *address, const char *conninfo, const char *schema)
{
    g_autofree char *named = NULL;
    g_autofree char *plain = split (address, &named);
    g_assert_cmpstr (plain, ==, conninfo);
    g_assert_cmpstr (named, ==, schema);
}

static void
assert_shown (const char *address, const char *wanted)
{
    g_autofree char *shown = evx_address_shown (address);
    g_assert_cmpstr (shown, ==, wanted);
}

static void
test_addresses_are_told_from_folders (void)
{
    g_assert_true (evx_address_is ("postgresql://host/news"));
    g_assert_true (evx_address_is ("postgres://"));
    g_assert_false (evx_address_is ("postgresql"));
    g_assert_false (evx_address_is ("./postgresql://host"));
    g_assert_false (evx_address_is ("case"));
}

static void
test_schema_is_taken_out (void)
{
    assert_split ("postgresql://host/news", "postgresql://host/news", NULL);
    assert_split ("postgresql://host/news?schema=case", "postgresql://host/news", "case");
    assert_split ("postgresql://host/news?sslmode=require&schema=my%20case&connect_timeout=3",
                  "postgresql://host/news?sslmode=require&connect_timeout=3", "my case");
    assert_split ("postgresql://host/news?schema=a&schema=b", "postgresql://host/news", "b");
    assert_split ("postgresql://host/news?schema=%zz", "postgresql://host/news", "");
}

static void
test_what_could_show_a_password_is_refused (void)
{
    assert_split ("postgresql://user:hu@sh-hush@host/news", "refused", NULL);
    assert_split ("postgresql://user:hush/hush@host/news", "refused", NULL);
    assert_split ("postgresql://user:hush?hush@host/news", "refused", NULL);
    assert_split ("postgresql://user:hush%zz@host/news", "refused", NULL);
    assert_split ("postgresql://user:hush@host/news?password=a@hush", "refused", NULL);
    assert_split ("postgresql://host/news?hush=1", "refused", NULL);
    assert_split ("hush", "refused", NULL);
}

static void
test_shown_addresses_have_no_password (void)
{
    assert_shown ("a folder", "a folder");
    assert_shown ("postgresql://host/news", "postgresql://host/news");
    assert_shown ("postgresql://user@host:5432/news", "postgresql://user@host:5432/news");
    assert_shown ("postgresql://user:hush@host:5432/news?schema=case", "postgresql://user@host:5432/news?schema=case");
    assert_shown ("postgresql://user:hush@/news?host=/run/pg&password=hush", "postgresql://user@/news?host=/run/pg");
    assert_shown ("postgresql://host/news?password=hush&sslpassword=hush", "postgresql://host/news");
    assert_shown ("postgresql://host:5432", "postgresql://host:5432");
    assert_shown ("postgresql://user:hu@sh@host/news", "postgresql://...");
    assert_shown ("postgresql://", "postgresql://");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/index/address/addresses are told from folders", test_addresses_are_told_from_folders);
    g_test_add_func ("/index/address/a schema is taken out for libpq", test_schema_is_taken_out);
    g_test_add_func ("/index/address/what could show a password is refused", test_what_could_show_a_password_is_refused);
    g_test_add_func ("/index/address/an address is shown without its password", test_shown_addresses_have_no_password);
    return g_test_run ();
}
