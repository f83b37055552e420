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
const NARROW = window.matchMedia('(max-width: 60rem)'); // as in style.css: one column
const byId = (id) => document.getElementById(id);
let shown = [];   // the results listed now, for previous and next
let listed = null; // the address whose list is drawn
let turn = 0;      // of the latest drawing; an older one that comes late is dropped
let zoom = 100;    // width of the page image, in percent of its place

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

function go(where) {
  history.pushState(null, '', where);
  return draw();
}

/* New content for a part of the page; what had the focus gets it back if it is still there. */
function fill(part, nodes) {
  const held = part.contains(document.activeElement) ? document.activeElement.id : '';
  part.replaceChildren(...nodes);
  if (held && byId(held)) byId(held).focus({ preventScroll: true });
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

const hitId = (result) => 'hit-' + (result.mention_id || `${result.document_id}-${result.page}`);

function hit(result) {
  return make('li', {},
    make('a.hit', { id: hitId(result), href: address(placeOf(result)) },
      make('p.quote', {}, ...quoteOf(result)),
      make('span.cite', {}, result.citation),
      result.mention_id ? tagsOf(result) : make('span.tags', {}, ...(result.tags || []).map((t) => make('span.tag', {}, t.replaceAll('_', ' '))))));
}

/* One value a facet: choosing another replaces it, choosing it again lets it go. */
function choiceOf(facet, { value, count }) {
  const chosen = sameValue(state().get(facet), value);
  return make('label', {},
    make('input', { type: 'checkbox', id: `${facet}-${value}`, checked: chosen,
      onchange: () => go(address({ [facet]: chosen ? null : value, offset: null, ...CLOSED })) }),
    make('span', {}, String(value).replaceAll('_', ' ')), make('span.n', {}, count));
}

function facetOf(facet, values) {
  const chosen = state().get(facet);
  const all = chosen && !values.some((each) => sameValue(each.value, chosen)) ? [{ value: chosen, count: 0 }, ...values] : values;
  const choices = all.map((each) => choiceOf(facet, each));
  return choices.length === 0 ? null : make('fieldset', {}, make('legend', {}, LABELS[facet]), ...choices.slice(0, 10),
    choices.length > 10 ? make('details', {}, make('summary', {}, `${choices.length - 10} more`), ...choices.slice(10)) : null);
}

function filtersOf(facets) {
  const every = make('input', { type: 'checkbox', id: 'every', checked: state().has('distractors'),
    onchange: (e) => go(address({ distractors: e.target.checked ? '1' : null, offset: null, ...CLOSED })) });
  return [...FACETS.map((facet) => facetOf(facet, facets[facet] || [])).filter(Boolean),
    make('label', {}, every, make('span', {}, 'also what is not evidence, such as a wire transfer'))];
}

function pager(total, offset) {
  if (total <= PAGE_SIZE) return null;
  const at = (o, label) => make('a', { href: address({ offset: o || null, ...CLOSED }) }, label);
  return make('p.summary.pager', {},
    offset > 0 ? at(Math.max(0, offset - PAGE_SIZE), '← previous 50') : '', ' ',
    offset + PAGE_SIZE < total ? at(offset + PAGE_SIZE, 'next 50 →') : '');
}

async function listMentions() {
  const { total, facets, results, words, at_least: early, unranked } = await source.search(state());
  const offset = Number(state().get('offset') || 0);
  const what = results.length > 0 && !results[0].mention_id ? 'pages' : 'mentions';
  const said = total === 0 ? 'Nothing found. Try fewer filters, a word with * at its end, or “misread words too”.'
    : `${early ? 'At least ' : ''}${total.toLocaleString('en-US')} ${total === 1 ? what.slice(0, -1) : what}; ${offset + 1}–${offset + results.length} shown`;
  const notes = [early ? 'So many hits that not all were looked at: the numbers beside the filters are “at least”. One more filter or word makes them exact.' : '',
    unranked ? 'More than 5,000 pages match, so the order is by file and page, not by how well they match.' : ''].filter(Boolean);
  return { said, results, filters: filtersOf(facets), nodes: [make('p.summary', {}, said),
    ...notes.map((note) => make('p.summary', {}, note)),
    words && words.length ? make('p.summary', {}, 'Also looked for: ' + words.join(', ')) : '',
    make('ol.hits', {}, ...results.map(hit)), pager(total, offset) || ''] };
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
    setTimeout(() => { button.textContent = before; }, 2000);
  } catch { // no clipboard here: the text, to be copied by hand
    const field = make('input', { readonly: true, value: text, 'aria-label': before });
    button.replaceWith(field);
    field.select();
  }
}

function barOf(citation) {
  const button = (id, label, onclick, more) => make('button', { type: 'button', id, onclick, ...more }, label);
  const step = (id, label, direction, key) => {
    const to = neighbour(direction);
    return button(id, label, () => go(address(placeOf(to))), { disabled: !to, title: `${label} (key ${key})` });
  };
  const scale = (id, label, name, factor) => button(id, label, () => {
    zoom = Math.min(400, Math.max(50, zoom * factor));
    document.querySelector('.paper').style.width = zoom + '%';
    showBox();
  }, { 'aria-label': name });
  return make('div.bar', {},
    button('close', 'Close', () => go(address(CLOSED)), { title: 'Close (key Esc)' }),
    step('previous', 'Previous', -1, 'k'), step('next', 'Next', 1, 'j'),
    scale('smaller', '−', 'Zoom out', 0.8), scale('larger', '+', 'Zoom in', 1.25), make('span.spring'),
    button('copy', 'Copy citation', (e) => copy(citation, e.target)),
    button('link', 'Copy link', (e) => copy(location.href, e.target)));
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
  const lost = async (event) => event.target.parentNode.replaceChildren(
    make('p.lost', { role: 'alert' }, 'This page cannot be shown: ', await source.imageError(place)));
  const image = make('img', { src: source.pageImage(place), alt: `Page ${place.page} of ${place.file}`, onload: showBox, onerror: lost });
  image.style.aspectRatio = `${page.width} / ${page.height}`;
  const paper = make('div.paper', {}, image, ...mentions.map((m) => boxOf(m, page)));
  paper.style.width = zoom + '%';
  return make('div.sheet', { role: 'region', tabindex: 0, 'aria-label': 'Page image' }, paper);
}

function showBox() {
  const sheet = document.querySelector('.sheet');
  const box = document.querySelector('.box');
  if (!sheet || !box) return;
  sheet.scrollTop = Math.max(0, box.offsetTop - sheet.clientHeight / 3);
  sheet.scrollLeft = Math.max(0, box.offsetLeft - sheet.clientWidth / 3);
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
      listed = null; // the list shows the verdict
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

/* A passage that a search found, or one side of a finding: the page with all its mentions boxed. */
async function pageDetail(documentId, number) {
  const result = shown.find((each) => isOpen(each, state()));
  const { page, mentions, file, citation } = await source.page(documentId, number);
  const place = { document_id: documentId, page: number, file };
  return [barOf(result ? result.citation : citation), paperOf(place, page, mentions),
    make('div.record', {}, make('p', {}, `${file}, page ${number}: ${page.reason || page.reading}`),
      make('ol.hits', {}, ...mentions.map(hit)))];
}

function detailOf(now) {
  if (now.has('m')) return mentionDetail(now.get('m'));
  return now.has('doc') ? pageDetail(now.get('doc'), Number(now.get('page'))) : [];
}

/* Opening gives the focus to the detail, closing gives it back to the result that was open. */
function showDetail(nodes, byHand) {
  const detail = byId('detail');
  const opens = detail.hidden && nodes.length > 0, closes = !detail.hidden && nodes.length === 0;
  const before = document.querySelector('#results [aria-current] a');
  const now = shown.find((each) => isOpen(each, state()));
  before?.parentNode.removeAttribute('aria-current');
  if (now) byId(hitId(now))?.parentNode.setAttribute('aria-current', 'true');
  detail.hidden = nodes.length === 0;
  document.querySelector('main').classList.toggle('open', nodes.length > 0);
  fill(detail, nodes);
  if (opens && byHand) detail.focus({ preventScroll: true });
  if (closes && byHand) before?.focus();
  if (opens && NARROW.matches) detail.scrollIntoView();
  else if (now && !closes) byId(hitId(now))?.scrollIntoView({ block: 'nearest' });
}

/* ---- the other views --------------------------------------------------------------------------------- */

function sideOf(title, side, withNumber) {
  if (!side || (side.number === undefined && !side.citation)) return make('div.side', {}, make('div', {}, title), 'nothing to set beside it');
  return make('div.side', {}, make('div', {}, title), withNumber ? make('div.number', {}, side.number ?? '–') : null,
    side.quote ? make('p.quote', {}, '“' + side.quote + '”') : null,
    side.document && side.page
      ? make('a.cite', { href: address({ m: null, doc: side.document, page: side.page }) }, side.citation)
      : make('span.cite', {}, side.citation || ''));
}

const NUMBERS = ['contradiction', 'agreement', 'not_comparable', 'total_differs'];

function findingOf(finding) {
  const heading = [STATUS[finding.status] || finding.status, finding.what, finding.year].filter(Boolean).join(' · ');
  const counted = (finding.rows || []).map((row) => make('li', {}, row.quote, ' ',
    make('a.cite', { href: address({ m: null, doc: row.document_id, page: row.page }) }, row.citation)));
  const ofNumbers = NUMBERS.includes(finding.status);
  const [left, right] = finding.status === 'total_differs' ? ['Printed', 'Sum of the rows above it']
    : ofNumbers ? ['Claimed', counted.length ? 'Counted in the records' : 'Also stated'] : ['Here', 'And here'];
  return make('article.finding', {}, make('h3', {}, heading), make('p', {}, finding.reason),
    make('div.sides', {}, sideOf(left, finding.left, ofNumbers),
      sideOf(right, counted.length ? { ...finding.right, number: finding.rows_counted } : finding.right, ofNumbers)),
    counted.length ? make('details', {}, make('summary', {}, `the ${counted.length} rows that were counted`), make('ol', {}, ...counted)) : null);
}

/* The same two numbers of one thing, told in other places, fold under the first. */
function foldedFindings(list) {
  const groups = new Map();
  for (const finding of list) {
    const { status, what, year, left, right, rows_counted: rows } = finding;
    const key = JSON.stringify(NUMBERS.includes(status) ? [status, what, year, left?.number, right?.number, rows] : [groups.size]);
    groups.set(key, [...(groups.get(key) || []), finding]);
  }
  return [...groups.values()].map(([first, ...others]) => {
    const article = findingOf(first);
    if (others.length)
      article.append(make('details', {}, make('summary', {}, `the same numbers in ${others.length} more ${others.length === 1 ? 'pair' : 'pairs'} of places`),
        ...others.map(findingOf)));
    return article;
  });
}

async function listFindings() {
  const { findings } = await source.findings();
  const kind = (finding) => NUMBERS.indexOf(finding.status);
  const rank = (finding) => 2 * kind(finding) + (finding.rows?.length ? 0 : 1); /* what the records count comes first */
  const numbers = findings.filter((f) => kind(f) >= 0).sort((a, b) => rank(a) - rank(b));
  const production = findings.filter((f) => kind(f) < 0);
  const section = (title, list, none) => [make('h2', {}, title), ...(list.length ? foldedFindings(list) : [make('p.summary', {}, none)])];
  const chart = make('img.chart', { src: source.chart(), onerror: (e) => e.target.remove(),
    alt: 'Chart: the numbers claimed beside the events that the records count, year by year; the same numbers stand below.' });
  return { said: `${findings.length} findings`, nodes: [
    make('p.summary', {}, 'evidex shows both sides; who is right is for the reader.'),
    make('div.scroll', {}, chart),
    ...section('Numbers', numbers, 'No two numbers could be set side by side.'),
    ...section('The production', production, 'No gap, no number used twice, no differing copies.')] };
}

const head = (text, what = 'th') => make(what, { scope: 'col' }, text);

function tableOf(caption, heads, rows) {
  return make('div.scroll', { role: 'region', tabindex: 0, 'aria-label': caption }, make('table', {}, make('caption', {}, caption),
    make('thead', {}, make('tr', {}, ...heads)), make('tbody', {}, ...rows)));
}

async function listYears() {
  const { years } = await source.years();
  const most = Math.max(1, ...years.map((y) => y.count));
  const row = (y) => make('tr', {}, make('th', { scope: 'row' }, y.year),
    make('td.word', {}, make('a', { href: `?view=mentions&kind=${encodeURIComponent(y.kind)}&year=${y.year}` }, y.kind)),
    make('td.n', {}, y.count), make('td.share', { 'aria-hidden': 'true' }, bar(y.count / most)));
  const bar = (share) => { const m = make('span.meter'); m.style.width = (100 * share).toFixed(1) + '%'; return m; };
  return { said: 'Mentions by year', nodes: [years.length
    ? tableOf('Mentions by the year they speak of', [head('Year'), head('Kind'), head('Mentions', 'th.n'), make('td')], years.map(row))
    : make('p.summary', {}, 'No mention speaks of a year.')] };
}

async function listUnread() {
  const { failures } = await source.unread();
  const row = (f) => make('tr', {}, make('td.file', {}, f.file), make('td.n', {}, f.page ?? ''),
    make('td.word', {}, f.code), make('td', {}, f.message ?? ''));
  const table = (caption, list) => tableOf(caption, [head('File'), head('Page', 'th.n'), head('Code'), head('Reason')], list.map(row));
  const copies = failures.filter((f) => f.code === 'duplicate'), unread = failures.filter((f) => f.code !== 'duplicate');
  return { said: `${unread.length} not read`, nodes: [
    unread.length ? table('What was not read, or only in part, and why', unread)
      : make('p.summary', {}, 'Every page of every input was read.'),
    copies.length ? make('details', { open: copies.length <= 10 }, make('summary', {}, `${countOf(copies.length, 'copy', 'copies')} of files that were read`),
      table('Copies of files that were read', copies)) : ''] };
}

/* ---- the page as a whole -------------------------------------------------------------------------------- */

const VIEWS = { mentions: listMentions, findings: listFindings, years: listYears, unread: listUnread };

function drawFrame(now, view) {
  byId('q').value = now.get('q') || '';
  byId('fuzzy').checked = now.has('fuzzy');
  document.querySelector('main').classList.toggle('wide', view !== 'mentions');
  for (const link of document.querySelectorAll('#views a')) {
    const here = new URL(link.href).searchParams.get('view') === view;
    if (here) link.setAttribute('aria-current', 'page'); else link.removeAttribute('aria-current');
    if (here) document.title = [now.get('q'), link.textContent, 'evidex'].filter(Boolean).join(' · ');
  }
}

async function draw() {
  const mine = ++turn, now = state(), list = address(CLOSED);
  const view = VIEWS[now.get('view')] ? now.get('view') : 'mentions';
  const failed = (error) => [make('p.lost', { role: 'alert' }, error.message)];
  drawFrame(now, view);
  if (list !== listed) {
    const drawn = await VIEWS[view]().catch((error) => ({ said: error.message, nodes: failed(error) }));
    if (mine !== turn) return;
    listed = list;
    shown = drawn.results || [];
    fill(byId('results'), drawn.nodes);
    fill(byId('filters-of'), drawn.filters || []);
    byId('said').textContent = drawn.said;
  }
  const nodes = await Promise.resolve(detailOf(now)).catch((error) => [barOf(''), ...failed(error)]);
  if (mine !== turn) return;
  showDetail(nodes, mine > 1);
  document.body.dataset.drawn = location.search;
}

const countOf = (n, what, many = what + 's') => `${n.toLocaleString('en-US')} ${n === 1 ? what : many}`;

async function noteUnread() {
  const ledger = await source.ledger();
  const files = ledger.failed + ledger.unsupported, pages = ledger.pages_failed;
  const unread = [files && countOf(files, 'file'), pages && countOf(pages, 'page')].filter(Boolean).join(' and ');
  const waiting = ledger.unfinished ? `${countOf(ledger.unfinished, 'file')} ${ledger.unfinished === 1 ? 'is' : 'are'} not read yet. ` : '';
  const pictures = ledger.unrecognised;
  const blind = pictures ? `${countOf(pictures, 'file')} ${pictures === 1 ? 'has' : 'have'} scanned pages that were not recognised (--ocr never). ` : '';
  byId('unread-note').hidden = !unread && !waiting && !blind;
  byId('unread-note').replaceChildren(
    (unread ? `${unread} could not be read; nothing here speaks for ${files + pages === 1 ? 'it' : 'them'}. ` : '') + waiting + blind,
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
  if (event.target.matches('input:not([type=checkbox]), textarea') || event.ctrlKey || event.metaKey || event.altKey) return;
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

byId('filters').open = !NARROW.matches;
byId('fuzzy').parentNode.hidden = !source.canForgive;
if (source.hint) byId('q').placeholder = source.hint;
window.addEventListener('popstate', draw);
noteUnread().catch(() => {});
draw();
