/* The reading page. The address holds the whole state, so that every view has a permanent link and the
 * browser's back button works: ?view= q= fuzzy= kind= ... offset= m= (the open mention). Text from
 * documents reaches the page as text nodes only. */
'use strict';

const LABELS = { kind: 'Kind', sense: 'Sense', assertion: 'Assertion', agency: 'Agency', year: 'Year',
                 type: 'Document type', file: 'File' };
const STATUS = { contradiction: 'The numbers differ', agreement: 'The numbers agree',
                 not_comparable: 'Not comparable', bates_gap: 'Gap in the Bates numbers',
                 bates_repeat: 'Bates number used twice', bates_order: 'Bates numbers out of order',
                 near_duplicate_differs: 'Near-duplicates that differ', total_differs: 'Printed total differs from its rows' };
const PAGE_SIZE = 50;
const byId = (id) => document.getElementById(id);
let shown = []; // the results listed now, for previous and next

/* make('a.hit', { href }, 'text', node): an element; strings become text, never markup. */
function make(what, attributes = {}, ...children) {
  const [name, ...classes] = what.split('.');
  const node = document.createElement(name);
  if (classes.length) node.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.filter((c) => c !== null && c !== undefined).map((c) => c instanceof Node ? c : String(c)));
  return node;
}

const state = () => new URLSearchParams(location.search);

/* The address with some parameters changed; null removes one, a list sets several. */
function address(changes) {
  const next = state();
  for (const [key, value] of Object.entries(changes)) {
    next.delete(key);
    for (const each of value === null ? [] : [].concat(value)) next.append(key, each);
  }
  return '?' + next;
}

function go(where, replace) {
  history[replace ? 'replaceState' : 'pushState'](null, '', where);
  return draw();
}

/* ---- mentions ---------------------------------------------------------------------------------- */

/* The quote with its hits marked; marks, start and end count code points, as in the exports. */
function quoteOf(result) {
  const points = [...(result.quote || '')];
  const parts = [];
  let at = 0;
  for (const [start, end] of result.marks || [[result.start, result.end]]) {
    parts.push(points.slice(at, start).join(''), make('mark', {}, points.slice(start, end).join('')));
    at = end;
  }
  return [...parts, points.slice(at).join('')];
}

function tagsOf(mention) {
  const names = [mention.kind, mention.sense, mention.assertion];
  if (mention.evidential === false) names.push('not evidence');
  if (mention.review) names.push(mention.review);
  return make('span.tags', {}, ...names.filter(Boolean).map((name) =>
    make('span.tag.' + name.replaceAll(' ', '-'), {}, name.replaceAll('_', ' '))));
}

/* What opens a result: the mention, or the page on which a passage stands. */
const placeOf = (result) => result.mention_id ? { m: result.mention_id, doc: null, page: null }
                                              : { m: null, doc: result.document_id, page: result.page };
const CLOSED = { m: null, doc: null, page: null };

function isOpen(result, now) {
  return result.mention_id ? result.mention_id === now.get('m')
                           : result.document_id === now.get('doc') && String(result.page) === now.get('page');
}

function hit(result, now) {
  return make('li', { 'aria-current': isOpen(result, now) ? 'true' : null },
    make('a.hit', { href: address(placeOf(result)) },
      make('p.quote', {}, ...quoteOf(result)),
      make('span.cite', {}, result.citation),
      result.mention_id ? tagsOf(result) : make('span.tags', {}, ...(result.tags || []).map((t) => make('span.tag', {}, t)))));
}

/* One value a facet: choosing another replaces it, choosing it again lets it go. */
function drawFilters(facets) {
  const now = state();
  const choice = (facet, { value, count }) => {
    const chosen = now.get(facet) === String(value);
    return make('label', {},
      make('input', { type: 'checkbox', name: facet, checked: chosen,
        onchange: () => go(address({ [facet]: chosen ? null : value, offset: null, ...CLOSED })) }),
      String(value).replaceAll('_', ' '), make('span.n', {}, count));
  };
  byId('filters').replaceChildren(...FACETS.filter((facet) => (facets[facet] || []).length > 0).map((facet) =>
    make('fieldset', {}, make('legend', {}, LABELS[facet]), ...facets[facet].slice(0, 12).map((each) => choice(facet, each)))));
}

function pager(total, offset) {
  if (total <= PAGE_SIZE) return null;
  const at = (o, label) => make('a', { href: address({ offset: o || null, ...CLOSED }) }, label);
  return make('p.summary', {},
    offset > 0 ? at(Math.max(0, offset - PAGE_SIZE), '← previous 50') : '', ' ',
    offset + PAGE_SIZE < total ? at(offset + PAGE_SIZE, 'next 50 →') : '');
}

async function drawMentions() {
  const now = state();
  const { total, facets, results } = await source.search(now);
  const offset = Number(now.get('offset') || 0);
  shown = results;
  drawFilters(facets);
  const what = results.length > 0 && !results[0].mention_id ? 'pages' : 'mentions';
  const summary = total === 0 ? 'Nothing found. Try fewer filters, a word with * at its end, or “misread words too”.'
    : `${total.toLocaleString('en-US')} ${what}; ${offset + 1}–${offset + results.length} shown`;
  byId('results').replaceChildren(make('p.summary', {}, summary),
    make('ol.hits', {}, ...results.map((result) => hit(result, now))), pager(total, offset) || '');
}

/* ---- one mention --------------------------------------------------------------------------------- */

function neighbour(step) {
  const now = state();
  const at = shown.findIndex((result) => isOpen(result, now));
  return at < 0 ? null : shown[at + step] || null;
}

async function copy(text, button) {
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
  } catch {
    button.textContent = text; // no clipboard without permission: show it, to be copied by hand
  }
  setTimeout(() => { button.textContent = before; }, 2000);
}

function barOf(citation) {
  const step = (label, direction, key) => {
    const to = neighbour(direction);
    return make('button', { type: 'button', disabled: !to, title: `${label} (key ${key})`,
                            onclick: () => go(address(placeOf(to))) }, label);
  };
  const zoom = (label, factor) => make('button', { type: 'button', 'aria-label': factor > 1 ? 'Zoom in' : 'Zoom out',
    onclick: () => {
      const paper = document.querySelector('.paper');
      paper.style.width = Math.min(400, Math.max(50, parseFloat(paper.style.width || '100') * factor)) + '%';
      showBox();
    } }, label);
  return make('div.bar', {},
    make('button', { type: 'button', onclick: () => go(address(CLOSED)) }, 'Close'),
    step('Previous', -1, 'k'), step('Next', 1, 'j'), zoom('−', 0.8), zoom('+', 1.25), make('span.spring'),
    make('button', { type: 'button', id: 'copy', onclick: (e) => copy(citation, e.target) }, 'Copy citation'),
    make('button', { type: 'button', onclick: (e) => copy(location.href, e.target) }, 'Copy link'));
}

function percent(part, whole) { return (100 * part / whole).toFixed(3) + '%'; }

function boxOf(mention, page) {
  const box = make('div.box', { title: mention.surface });
  box.style.left = percent(mention.x0, page.width);
  box.style.top = percent(mention.y0, page.height);
  box.style.width = percent(mention.x1 - mention.x0, page.width);
  box.style.height = percent(mention.y1 - mention.y0, page.height);
  return box;
}

/* The page image with a box for each mention; place has document_id, page, file. */
function paperOf(place, page, mentions) {
  const image = make('img', { src: source.pageImage(place), alt: `Page ${place.page} of ${place.file}`, onload: showBox,
    onerror: (e) => e.target.replaceWith(make('p.note', {}, 'The picture of this page cannot be shown; the source file may have moved.')) });
  image.style.aspectRatio = `${page.width} / ${page.height}`;
  return make('div.sheet', { tabindex: 0, 'aria-label': 'Page image' }, make('div.paper', {}, image, ...mentions.map((m) => boxOf(m, page))));
}

function showBox() {
  const sheet = document.querySelector('.sheet');
  const box = document.querySelector('.box');
  if (sheet && box) sheet.scrollTop = Math.max(0, box.offsetTop - sheet.clientHeight / 3);
}

function recordOf(mention, page) {
  const rows = [['Citation', mention.citation], ['File', mention.file], ['Page', mention.page], ['Line', mention.line],
    ['Bates', mention.bates], ['Count', mention.count], ['Year', mention.year], ['Date', mention.date],
    ['Agency', mention.agency], ['Speaker', mention.speaker], ['Cue', mention.cue], ['Rule', mention.rule],
    ['Document', (mention.document_type || '').replaceAll('_', ' ')], ['Read by', page.reading],
    ['Why', page.reason], ['Confidence', mention.confidence]];
  return make('dl', {}, ...rows.filter(([, value]) => value !== null && value !== undefined && value !== '')
    .flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)]));
}

function reviewOf(mention, reviews) {
  const past = reviews.map((r) => make('li', {}, `${r.verdict} by ${r.reviewer}, ${r.at}${r.reason ? ': ' + r.reason : ''}`));
  if (!source.canReview) return make('ul', {}, ...past);
  const name = make('input', { 'aria-label': 'Your name', placeholder: 'Your name', value: localStorage.getItem('reviewer') || '' });
  const reason = make('input', { 'aria-label': 'Reason or correction', placeholder: 'Reason or correction' });
  const said = make('span', { role: 'status' });
  const give = (verdict) => async () => {
    try {
      await source.review({ mention_id: mention.mention_id, verdict, reviewer: name.value, reason: reason.value });
      localStorage.setItem('reviewer', name.value);
      await draw();
    } catch (error) { said.textContent = error.message; }
  };
  return make('form.review', { onsubmit: (e) => e.preventDefault() }, make('strong', {}, 'Review'),
    past.length ? make('ul', {}, ...past) : null, make('div.row', {}, name, reason),
    make('div.row', {}, ...[['Accept', 'accepted'], ['Reject', 'rejected'], ['Correct', 'corrected']].map(([label, verdict]) =>
      make('button', { type: 'button', onclick: give(verdict) }, label)), said));
}

async function mentionDetail(id) {
  const { mention, page, reviews } = await source.mention(id);
  return [barOf(mention.citation), paperOf(mention, page, [mention]),
    make('div.record', {}, make('blockquote', {}, ...quoteOf(mention)), tagsOf(mention), recordOf(mention, page),
      reviewOf(mention, reviews || []))];
}

/* A passage that a search found: the page with all its mentions boxed. */
async function pageDetail(documentId, number) {
  const result = shown.find((each) => isOpen(each, state()));
  const { page, mentions } = await source.page(documentId, number);
  const file = result ? result.file : mentions.length ? mentions[0].file : documentId.slice(0, 12);
  const place = { document_id: documentId, page: number, file };
  return [barOf(result ? result.citation : `${file}, p. ${number}`), paperOf(place, page, mentions),
    make('div.record', {}, make('p', {}, `${file}, page ${number}: ${page.reason || page.reading}`),
      make('ol.hits', {}, ...mentions.map((mention) => hit(mention, state()))))];
}

async function drawDetail() {
  const now = state();
  const open = now.has('m') || now.has('doc');
  byId('detail').hidden = !open;
  document.querySelector('main').classList.toggle('open', open);
  byId('detail').replaceChildren(...(now.has('m') ? await mentionDetail(now.get('m'))
    : open ? await pageDetail(now.get('doc'), Number(now.get('page'))) : []));
}

/* ---- the other views --------------------------------------------------------------------------------- */

function sideOf(title, side, withNumber) {
  if (!side || (side.number === undefined && !side.citation)) return make('div.side', {}, make('div', {}, title), 'nothing to set beside it');
  return make('div.side', {}, make('div', {}, title), withNumber ? make('div.number', {}, side.number ?? '–') : null,
    side.quote ? make('p.quote', {}, '“' + side.quote + '”') : null,
    side.document && side.page
      ? make('a.cite', { href: `?view=mentions&doc=${side.document}&page=${side.page}` }, side.citation)
      : make('span.cite', {}, side.citation || ''));
}

const NUMBERS = ['contradiction', 'agreement', 'not_comparable', 'total_differs'];

function findingOf(finding) {
  const heading = [STATUS[finding.status] || finding.status, finding.what, finding.year].filter(Boolean).join(' · ');
  const counted = (finding.rows || []).map((row) => make('li', {}, row.quote, ' ',
    make('a.cite', { href: `?view=mentions&doc=${row.document_id}&page=${row.page}` }, row.citation)));
  const ofNumbers = NUMBERS.includes(finding.status);
  const [left, right] = ofNumbers ? ['Claimed', counted.length ? 'Counted in the records' : 'Also stated'] : ['Here', 'And here'];
  return make('article.finding', {}, make('h3', {}, heading), make('p', {}, finding.reason),
    make('div.sides', {}, sideOf(left, finding.left, ofNumbers),
      sideOf(right, counted.length ? { ...finding.right, number: finding.rows_counted } : finding.right, ofNumbers)),
    counted.length ? make('details', {}, make('summary', {}, `the ${counted.length} rows that were counted`), make('ol', {}, ...counted)) : null);
}

async function drawFindings() {
  const { findings } = await source.findings();
  const rank = (finding) => NUMBERS.indexOf(finding.status);
  const numbers = findings.filter((f) => rank(f) >= 0).sort((a, b) => rank(a) - rank(b));
  const production = findings.filter((f) => rank(f) < 0);
  const section = (title, list, none) => [make('h2', {}, title), ...(list.length ? list.map(findingOf) : [make('p.summary', {}, none)])];
  byId('results').replaceChildren(
    make('p.summary', {}, 'evidex shows both sides; who is right is for the reader.'),
    ...section('Numbers', numbers, 'No two numbers could be set side by side.'),
    ...section('The production', production, 'No gap, no number used twice, no differing copies.'));
}

async function drawYears() {
  const { years } = await source.years();
  const most = Math.max(1, ...years.map((y) => y.count));
  const row = (y) => make('tr', {}, make('th', { scope: 'row' }, y.year),
    make('td', {}, make('a', { href: `?view=mentions&kind=${encodeURIComponent(y.kind)}&year=${y.year}` }, y.kind)),
    make('td.n', {}, y.count), make('td', { 'aria-hidden': 'true' }, bar(y.count / most)));
  const bar = (share) => { const m = make('span.meter'); m.style.width = (100 * share).toFixed(1) + '%'; return m; };
  byId('results').replaceChildren(make('div.scroll', {}, make('table', {}, make('caption', {}, 'Mentions by the year they speak of'),
    make('thead', {}, make('tr', {}, ...['Year', 'Kind', 'Mentions', ''].map((h) => make('th', { scope: 'col' }, h)))),
    make('tbody', {}, ...years.map(row)))));
}

async function drawUnread() {
  const { failures } = await source.unread();
  const row = (f) => make('tr', {}, ...[f.file, f.page, f.code, f.message].map((value) => make('td', {}, value ?? '')));
  byId('results').replaceChildren(make('div.scroll', {}, make('table', {},
    make('caption', {}, failures.length ? 'What could not be read, or only in part' : 'Every page of every input was read.'),
    make('thead', {}, make('tr', {}, ...['File', 'Page', 'Code', 'Reason'].map((h) => make('th', { scope: 'col' }, h)))),
    make('tbody', {}, ...failures.map(row)))));
}

/* ---- the page as a whole -------------------------------------------------------------------------------- */

const VIEWS = { mentions: drawMentions, findings: drawFindings, years: drawYears, unread: drawUnread };

async function draw() {
  const now = state();
  const view = VIEWS[now.get('view')] ? now.get('view') : 'mentions';
  byId('q').value = now.get('q') || '';
  byId('fuzzy').checked = now.has('fuzzy');
  document.querySelector('main').classList.toggle('wide', view !== 'mentions');
  for (const link of document.querySelectorAll('#views a'))
    link.toggleAttribute('aria-current', new URL(link.href).searchParams.get('view') === view);
  try {
    await VIEWS[view]();
    await drawDetail();
  } catch (error) {
    byId('results').replaceChildren(make('p.note', { role: 'alert' }, error.message));
  }
}

async function noteUnread() {
  const ledger = await source.ledger();
  const unread = ledger.pages_failed + ledger.failed;
  document.title = 'evidex: ' + (ledger.title || 'evidence index');
  byId('unread-note').hidden = unread === 0;
  byId('unread-note').replaceChildren(
    `${ledger.pages_failed} pages and ${ledger.failed} files could not be read; nothing here speaks for them. `,
    make('a', { href: '?view=unread' }, 'Which?'));
}

byId('search').addEventListener('submit', (event) => {
  event.preventDefault();
  go(address({ view: null, q: byId('q').value || null, fuzzy: byId('fuzzy').checked ? '1' : null, offset: null, ...CLOSED }));
});

/* Links within the page change the view without loading it again. */
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="?"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(link.getAttribute('href'));
});

document.addEventListener('keydown', (event) => {
  if (event.target.matches('input, textarea') || event.ctrlKey || event.metaKey || event.altKey) return;
  const open = !byId('detail').hidden;
  const step = { j: 1, k: -1 }[event.key];
  if (step && shown.length) {
    const to = open ? neighbour(step) : shown[0];
    if (to) go(address(placeOf(to)));
  } else if (event.key === 'Escape' && open) {
    go(address(CLOSED));
  } else if (event.key === '/') {
    event.preventDefault();
    byId('q').focus();
  }
});

window.addEventListener('popstate', draw);
noteUnread().catch(() => {});
draw();
