-- The index of evidex: one SQLite file, OUT/index.db. Everything a reader needs stands in the views at
-- the end, which bear the names and columns of the exports:
--
--     sqlite3 OUT/index.db 'select citation, quote from mentions where kind = "transfer"'
--
-- Pages and lines are counted from 1 in the views and from 0 in the tables. Boxes are in points (1/72
-- inch), origin top left of the page as displayed, y down. Text is UTF-8; start and end count Unicode
-- characters. NULL = not known. A column `doc` or `page_id` is internal to one index and never exported;
-- every exported key is derived from content, so that the same input gives the same rows anywhere.
--
-- PRAGMA user_version is the version of this schema; PRAGMA application_id is 'EVDX'.

-- Facts about the index and its last run: versions, sandbox, input roots.
create table meta (
    name text primary key,
    value text not null
) without rowid;

-- One row for each path that was found, nothing left out. status '' = not finished.
create table input (
    path blob primary key,      -- bytes, as the system knows it; of an unpacked file below the index's folder
    file text not null,         -- printable, relative to the input root
    size integer not null,
    document_id text,           -- SHA-256 of the bytes, hex; NULL where they could not be read
    status text not null,       -- done partial skipped failed, or ''
    code text,                  -- why not done, e.g. password
    reason text,
    parent blob,                -- path of the archive, mailbox, message or PDF that it was unpacked from
    family text                 -- file of the message or PDF that it is attached to, and of that one itself
) without rowid;
create index input_document on input (document_id);

-- One row for each distinct content.
create table document (
    doc integer primary key,
    document_id text not null unique,
    file text not null,         -- first path with these bytes
    size integer not null default 0,
    n_pages integer not null default 0,
    status text not null default '',
    code text,
    reason text,
    type text,
    type_evidence text,
    language text,
    origin text,
    date text,
    agency text,
    bates_first text,           -- this and the next two: set over the whole collection
    bates_last text,
    near_group text,
    sketch blob                 -- min-hash sketch of the text, little-endian 32-bit
);

-- page_id = doc * 2^24 + page, so that the pages of a document lie together.
create table page (
    page_id integer primary key,
    doc integer not null,
    page integer not null,
    label text,
    width real not null,
    height real not null,
    rotation integer not null,
    reading text not null,      -- text ocr region blank failed
    code text,
    reason text,
    n_words integer not null,
    confidence real not null,
    bates text,                 -- the Bates number that the sequence over the production confirms
    n_redactions integer not null,
    image_hash integer not null,
    text_key integer not null,  -- tells whether the words changed
    read_key text not null,     -- what text, ocr and layout were computed from
    tag_key text not null
);
-- Over page + 1, as the views count, so that a page of a view is found at once.
create unique index page_place on page (doc, page + 1);
create index page_failed on page (code) where code is not null;
-- Finds the other file that bears a number, which a citation must then name.
create index page_bates on page (bates) where bates is not null;

-- The page itself: words, boxes, lines, tables, as stages/pack.h writes them, compressed by zstd. The
-- only copy of the page's text.
create table page_content (
    page_id integer primary key,
    packed blob not null
);

-- The words of the text for search; holds no text. Hyphens at line ends are joined.
create virtual table page_words using fts5 (
    body, content = '', tokenize = 'unicode61 remove_diacritics 2'
);
create virtual table page_vocabulary using fts5vocab (page_words, row);

create table mention (
    page_id integer not null,
    n integer not null,         -- order on the page
    mention_id text not null,
    line integer not null,      -- as printed on numbered paper, else counted from the top, from 1
    at integer not null,        -- byte in the page's text
    kind text not null,
    sense text not null,
    evidential integer not null,
    assertion text not null,
    cue text,
    surface text not null,
    quote text not null,
    start integer not null,
    end integer not null,
    x0 real not null, y0 real not null, x1 real not null, y1 real not null,
    count integer,
    year integer,
    date text,
    period_start text,
    period_end text,
    agency text,
    speaker text,
    to_ice integer,
    source text not null,
    confidence real not null,
    rule text,
    primary key (page_id, n)
) without rowid;
create index mention_by_id on mention (mention_id);

-- Recovered tables: the names of their columns, then their rows.
create table page_table (
    page_id integer not null,
    n integer not null,
    columns text not null,      -- JSON list of names
    ruled integer not null,
    continued integer not null, -- continues the last table of the page before
    x0 real not null, y0 real not null, x1 real not null, y1 real not null,
    primary key (page_id, n)
) without rowid;
create table page_row (
    page_id integer not null,
    n integer not null,         -- order on the page
    "table" integer not null,
    "row" integer not null,     -- within its table
    kind text not null,         -- body header total
    cells text not null,        -- JSON object, column name: text
    doubt text not null,        -- names of EvxDoubt, by comma; '' = none
    x0 real not null, y0 real not null, x1 real not null, y1 real not null,
    primary key (page_id, n)
) without rowid;

-- Whatever looks like a Bates number.
create table bates (
    page_id integer not null,
    n integer not null,
    text text not null,
    prefix text not null,
    number integer not null,
    digits integer not null,
    chosen integer not null,
    x0 real not null, y0 real not null, x1 real not null, y1 real not null,
    primary key (page_id, n)
) without rowid;

-- Boxes that hide text, and boxes that fail to.
create table redaction (
    page_id integer not null,
    n integer not null,
    kind text not null,         -- applied unapplied ineffective
    exemption text,
    n_words_under integer not null,
    x0 real not null, y0 real not null, x1 real not null, y1 real not null,
    primary key (page_id, n)
) without rowid;

-- Counts that somebody states.
create table claim (
    doc integer not null,
    n integer not null,
    claim_id text not null,
    number integer not null,
    what text not null,
    unit text,
    qualifier text,
    year integer,
    period_start text,
    period_end text,
    agency text,
    speaker text,
    assertion text,
    quote text,
    mention_id text,
    page integer not null,
    x0 real not null, y0 real not null, x1 real not null, y1 real not null,
    primary key (doc, n)
) without rowid;
create index claim_by_id on claim (claim_id);

-- What happened to one person, read from a row of a log or a form.
create table event (
    doc integer not null,
    n integer not null,
    event_id text not null,
    kind text not null,
    date text,
    year integer,
    person text,
    agency text,
    page integer not null,
    "table" integer,
    "row" integer,
    doubt integer not null,
    quote text,
    x0 real not null, y0 real not null, x1 real not null, y1 real not null,
    primary key (doc, n)
) without rowid;

-- What comparing claims with claims and with rows gave; facts about the production.
create table finding (
    n integer primary key,
    finding_id text not null,
    status text not null,
    left_claim text,
    right_claim text,
    left_number integer,
    right_number integer,
    rows_counted integer,
    what text,
    year integer,
    reason text,
    left_document text,
    right_document text,
    left_page integer,
    right_page integer
);
-- The events that a finding counted.
create table finding_row (
    finding integer not null,
    n integer not null,
    doc integer not null,
    event integer not null,
    primary key (finding, n)
) without rowid;

-- The custody log. hash = SHA-256 over the hash before, seq, at, event and detail, one a line, so that a
-- changed or missing entry breaks the chain.
create table log (
    seq integer primary key,
    at text not null,           -- UTC, ISO 8601
    event text not null,
    detail text not null,
    hash text not null
);

-- ---- views: the records, as exported --------------------------------------------------------------

create view documents as
select i.document_id, i.file, d.type, d.language, d.n_pages as pages, d.origin, d.bates_first,
       d.bates_last, d.date,
       case when i.code = 'duplicate' then i.document_id end as duplicate_of,
       d.near_group as near_duplicate_group,
       coalesce (nullif (i.status, ''), d.status, '') as status,
       coalesce (i.code, d.code) as code,
       coalesce (i.reason, d.reason) as reason,
       i.size, d.agency, d.type_evidence,
       (select p.file from input p where p.path = i.parent) as parent, i.family
from input i left join document d on d.document_id = i.document_id and i.code is not 'duplicate';

create view pages as
select d.document_id, d.file, p.page + 1 as page, p.label, p.width, p.height, p.rotation, p.reading,
       p.code, p.reason, p.n_words as words, p.confidence, p.bates, p.n_redactions as redactions
from page p join document d using (doc);

create view mentions as
select m.mention_id, d.document_id, d.file, p.page + 1 as page, m.line, p.bates, m.kind, m.sense,
       case m.evidential when 1 then 'true' else 'false' end as evidential,
       m.assertion, m.cue, m.surface, m.quote, m.start, m.end, m.x0, m.y0, m.x1, m.y1, m.count, m.year,
       m.date, m.agency, m.speaker, d.type as document_type, m.source, m.confidence, m.rule,
       case when p.bates is not null then p.bates || ' at ' || (p.page + 1)
                || case when exists (select 1 from page q where q.bates = p.bates and q.doc <> p.doc)
                 then ', ' || d.file else '' end
            else d.file || ', p. ' || (p.page + 1) || ', l. ' || m.line end as citation,
       m.period_start, m.period_end,
       case m.to_ice when 1 then 'true' when 0 then 'false' end as to_ice,
       m.at as page_offset
from mention m join page p using (page_id) join document d using (doc);

create view claims as
select c.claim_id, c.number, c.what, c.year, c.period_start, c.period_end, c.agency, c.speaker,
       d.file, c.page + 1 as page, c.quote, c.mention_id, c.unit, c.qualifier, c.assertion,
       d.document_id, c.x0, c.y0, c.x1, c.y1,
       case when p.bates is not null then p.bates || ' at ' || (c.page + 1)
                || case when exists (select 1 from page q where q.bates = p.bates and q.doc <> p.doc)
                 then ', ' || d.file else '' end
            else d.file || ', p. ' || (c.page + 1)
                 || coalesce (', l. ' || (select m.line from mention m
                                          where m.mention_id = c.mention_id limit 1), '')
       end as citation
from claim c join document d using (doc)
     left join page p on p.page_id = d.doc * 16777216 + c.page;

create view findings as
select f.finding_id, f.status, f.left_claim, f.left_number, f.right_claim, f.right_number,
       f.rows_counted, f.reason,
       coalesce ((select c.citation from claims c where c.claim_id = f.left_claim limit 1),
                 (select coalesce (p.bates || ' at ' || (f.left_page + 1)
                  || case when exists (select 1 from page q where q.bates = p.bates and q.doc <> p.doc)
                 then ', ' || d.file else '' end,
                                   d.file || coalesce (', p. ' || (f.left_page + 1), ''))
                  from document d left join page p on p.page_id = d.doc * 16777216 + f.left_page
                  where d.document_id = f.left_document)) as left_citation,
       coalesce ((select c.citation from claims c where c.claim_id = f.right_claim limit 1),
                 (select coalesce (p.bates || ' at ' || (f.right_page + 1)
                  || case when exists (select 1 from page q where q.bates = p.bates and q.doc <> p.doc)
                 then ', ' || d.file else '' end,
                                   d.file || coalesce (', p. ' || (f.right_page + 1), ''))
                  from document d left join page p on p.page_id = d.doc * 16777216 + f.right_page
                  where d.document_id = f.right_document)) as right_citation,
       f.what, f.year,
       (select c.quote from claim c where c.claim_id = f.left_claim limit 1) as left_quote,
       (select c.quote from claim c where c.claim_id = f.right_claim limit 1) as right_quote,
       f.left_document, f.right_document, f.left_page + 1 as left_page, f.right_page + 1 as right_page,
       f.n + 1 as position
from finding f;

create view table_rows as
select d.file, p.page + 1 as page, r."table" + 1 as "table", r."row" + 1 as "row", r.cells,
       r.x0, r.y0, r.x1, r.y1, r.doubt, r.kind, d.document_id, p.bates
from page_row r join page p using (page_id) join document d using (doc)
where r.kind <> 'header';

create view failures as
select file, null as page, code, reason as message, document_id, status
from documents where code is not null
union all
select d.file, p.page + 1, p.code, p.reason, d.document_id,
       case p.reading when 'failed' then 'failed' else 'warning' end
from page p join document d using (doc)
where p.code is not null;

-- ---- views beside the exports ------------------------------------------------------------------------

create view events as
select e.event_id, e.kind, e.date, e.year, e.person, e.agency, d.file, e.page + 1 as page,
       e."table" + 1 as "table", e."row" + 1 as "row", e.doubt, e.quote, d.document_id,
       coalesce (p.bates || ' at ' || (e.page + 1)
                || case when exists (select 1 from page q where q.bates = p.bates and q.doc <> p.doc)
                 then ', ' || d.file else '' end,
                 d.file || ', p. ' || (e.page + 1)) as citation
from event e join document d using (doc)
     left join page p on p.page_id = d.doc * 16777216 + e.page;

create view tables as
select d.file, p.page + 1 as page, t.n + 1 as "table", t.columns,
       (select count(*) from page_row r where r.page_id = t.page_id and r."table" = t.n
        and r.kind <> 'header') as "rows",
       case t.ruled when 0 then 'false' else 'true' end as ruled,
       case t.continued when 0 then 'false' else 'true' end as continued,
       t.x0, t.y0, t.x1, t.y1, d.document_id, p.bates
from page_table t join page p using (page_id) join document d using (doc);

create view redactions as
select d.file, p.page + 1 as page, r.kind, r.exemption, r.n_words_under as words_under,
       r.x0, r.y0, r.x1, r.y1, d.document_id, p.bates
from redaction r join page p using (page_id) join document d using (doc);

-- Evidence by the year it speaks of.
create view years as
select year, kind, count (*) as count from mention where evidential and year is not null
group by year, kind;
