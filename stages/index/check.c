/* Does the index add up? What `evidex verify` asks of it, beside the inputs and the quotes. */
#include "index-internal.h"

/* Each gives the names of what breaks the rule; the sentence takes the first of them. */
static const struct {
    const char *sql, *sentence;
} rules[] = {
    { "select file from documents where status = '' limit 1",
      "%s has no state: the run was not finished; run the same command again" },
    { "select file from input group by file having count(*) > 1 limit 1", "%s is listed more than once" },
    { "select file from document d where status in ('done', 'partial') and n_pages <> "
      "(select count(*) from page p where p.doc = d.doc) limit 1",
      "%s: the number of pages stored is not the number it has" },
    { "select file from document d where status = 'done' and exists "
      "(select 1 from page p where p.doc = d.doc and p.reading = 'failed') limit 1",
      "%s is listed as done, but one of its pages failed" },
    { "select file from documents where status in ('partial', 'skipped', 'failed') and code is null limit 1",
      "%s was not read in full, and the reason is missing" },
    { "select d.file || ', p. ' || (p.page + 1) from page p join document d using (doc) where "
      "reading not in ('text', 'ocr', 'region', 'blank', 'failed') or "
      "(reading = 'failed' and p.code is null) limit 1",
      "%s: it is not said how the page was read" },
    { "select d.file || ', p. ' || (p.page + 1) from page p join document d using (doc) "
      "where page_id not in (select page_id from page_content) limit 1",
      "%s: the page's content is missing" },
    { "select d.file || ', p. ' || (p.page + 1) from page p join document d using (doc) "
      "where page_id not in (select id from page_words_docsize) limit 1",
      "%s: the page's words cannot be searched" },
    { "select m.mention_id from mention m left join page p using (page_id) where p.page_id is null limit 1",
      "mention %s stands on no page" },
    { "select c.claim_id from claim c where mention_id is not null and not exists "
      "(select 1 from mention m where m.mention_id = c.mention_id) limit 1",
      "claim %s rests on a mention that is not there" },
    { "select finding_id from finding where (left_claim is not null and left_claim not in "
      "(select claim_id from claim)) or (right_claim is not null and right_claim not in "
      "(select claim_id from claim)) limit 1",
      "finding %s rests on a claim that is not there" },
};

static char *
sentence_about (const char *sentence, const char *name)
{
    g_auto (GStrv) parts = g_strsplit (sentence, "%s", 2);
    return g_strjoinv (name, parts);
}

gboolean
evx_index_breach (EvxIndex *index, char **breach, GError **error)
{
    *breach = NULL;
    g_autoptr (GError) failure = NULL;
    for (guint i = 0; i < G_N_ELEMENTS (rules) && *breach == NULL && failure == NULL; i++) {
        sqlite3_stmt *row = evx_index_statement (index, rules[i].sql, error);
        if (row == NULL)
            return FALSE;
        if (evx_index_row (index, row, &failure))
            *breach = sentence_about (rules[i].sentence, evx_index_text (row, 0));
        sqlite3_reset (row);
    }
    return evx_index_settle (g_steal_pointer (&failure), error);
}
