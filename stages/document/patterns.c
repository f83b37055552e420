#include "patterns.h"

GRegex **
evx_patterns_new (const char *const *texts, guint n, GRegexCompileFlags flags)
{
    GRegex **patterns = g_new0 (GRegex *, n + 1);
    for (guint i = 0; i < n; i++) {
        g_autoptr (GError) error = NULL;
        patterns[i] = g_regex_new (texts[i], flags, 0, &error);
        g_assert_no_error (error);
    }
    return patterns;
}

void
evx_patterns_free (GRegex **patterns)
{
    for (guint i = 0; patterns[i] != NULL; i++)
        g_regex_unref (patterns[i]);
    g_free (patterns);
}

/* What "\s" is in a pattern: g_unichar_isspace() leaves out a few. */
static gboolean
is_gap (gunichar c)
{
    if (c < 0x80)
        return c == '>' || c == '\v' || g_ascii_isspace ((char)c);
    return c == 0x85 || c == 0x180e || g_unichar_isspace (c);
}

char *
evx_patterns_plain (const char *text, gsize length)
{
    char *plain = g_malloc (length + 1), *end = plain;
    gboolean gap = FALSE;
    for (const char *at = text, *next; at < text + length; at = next) {
        gboolean before = gap;
        next = MIN (g_utf8_next_char (at), text + length);
        gap = is_gap (g_utf8_get_char (at));
        if (gap && !before)
            *end++ = ' ';
        for (; !gap && at < next; at++)
            *end++ = *at;
    }
    *end = '\0';
    return plain;
}
