/* Where the records come from: the server that sent this page, or, in a published site, the file
 * index.js beside it (window.EVIDEX). Both answer the same questions with the same objects. */
'use strict';

/* Capitals make no other value of a facet. */
const foldValue = (value) => String(value ?? '').toLowerCase();
const sameValue = (a, b) => foldValue(a) === foldValue(b);

const FACETS = ['kind', 'sense', 'assertion', 'agency', 'year', 'type', 'file'];

class ServerSource {
  constructor() {
    this.token = document.querySelector('meta[name=evidex-token]').content;
    this.canReview = this.token !== '';
    this.canForgive = true;
  }

  async ask(path, options) {
    const answer = await fetch(path, options);
    const body = await answer.json().catch(() => ({ error: `the server answered ${answer.status}` }));
    if (!answer.ok) throw new Error(body.error || `the server answered ${answer.status}`);
    return body;
  }

  ledger() { return this.ask('api/ledger'); }
  search(query) { return this.ask('api/search?' + query); }
  mention(id) { return this.ask('api/mention?id=' + encodeURIComponent(id)); }
  page(document, page) { return this.ask('api/page?' + new URLSearchParams({ document, page })); }
  findings() { return this.ask('api/findings'); }
  years() { return this.ask('api/years'); }
  unread() { return this.ask('api/unread'); }
  chart() { return 'api/chart.svg'; }
  imageError(record) { return this.ask(this.pageImage(record)).then(() => 'try again.', (error) => error.message); }
  pageImage(record) { return `page/${record.document_id}/${record.page}.png`; }

  review(review) {
    return this.ask('api/review', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Evidex-Token': this.token },
      body: JSON.stringify(review),
    });
  }
}

class SiteSource {
  constructor(data) {
    this.data = data;
    this.mentions = Object.values(data.pages).flatMap((page) => page.mentions);
    this.canReview = false;
    this.canForgive = false;
    this.hint = 'Search the quotes, e.g. "released to ICE" or detainer*';
    const verdicts = new Map(data.reviews.map((review) => [review.mention_id, review.verdict])); // the last one counts
    for (const mention of this.mentions) mention.review = verdicts.get(mention.mention_id);
  }

  async ledger() { return this.data.ledger; }
  async findings() { return this.data.findings; }
  async years() { return this.data.years; }
  async unread() { return this.data.unread; }
  chart() { return 'chart.svg'; }
  async imageError() { return 'its picture is not part of this site.'; }
  pageImage(record) { return `pages/${record.document_id}-${record.page}.png`; }

  async page(document, page) {
    const found = this.data.pages[`${document}/${page}`];
    if (!found) throw new Error('This page has no mention and is not part of the published site.');
    return found;
  }

  async mention(id) {
    const found = this.mentions.find((m) => m.mention_id === id);
    if (!found) throw new Error('There is no mention with this id.');
    const { page } = await this.page(found.document_id, found.page);
    return { mention: found, page, reviews: this.data.reviews.filter((r) => r.mention_id === id) };
  }

  static value(mention, facet) { return mention[facet === 'type' ? 'document_type' : facet] ?? ''; }

  /* All words must stand in the quote; "a phrase" as it is; word* by its beginning. */
  static matcher(query) {
    const parts = query.toLowerCase().match(/"[^"]*"?|\S+/g) || [];
    return (text) => parts.every((part) => {
      if (part.startsWith('"')) return text.includes(part.replaceAll('"', ''));
      const word = part.replace(/[^\p{L}\p{N}*'-]/gu, '');
      const end = word.endsWith('*') ? '' : '(?![\\p{L}\\p{N}])';
      const plain = word.replaceAll('*', '').replace(/[-/\\^$+?.()|[\]{}]/g, '\\$&');
      return new RegExp(`(?<![\\p{L}\\p{N}])${plain}${end}`, 'u').test(text);
    });
  }

  async search(query) {
    const matches = SiteSource.matcher(query.get('q') || '');
    const passes = (m, skip) => FACETS.every((f) =>
      f === skip || !query.get(f) || sameValue(query.get(f), SiteSource.value(m, f)));
    const found = this.mentions.filter((m) => (m.evidential || query.get('sense') || query.get('distractors')) && matches(m.quote.toLowerCase()));
    const facets = {};
    for (const facet of FACETS) {
      const counts = new Map();
      for (const m of found.filter((each) => passes(each, facet))) {
        const value = SiteSource.value(m, facet), { value: known, count } = counts.get(foldValue(value)) || { value, count: 0 };
        const shouts = known === String(known).toUpperCase(); // the way to write it that is not all in capitals
        if (value !== '') counts.set(foldValue(value), { value: shouts ? value : known, count: count + 1 });
      }
      facets[facet] = [...counts.values()].sort((a, b) => b.count - a.count);
    }
    const results = found.filter((m) => passes(m));
    const offset = Number(query.get('offset') || 0);
    return { total: results.length, facets, results: results.slice(offset, offset + 50) };
  }
}

const source = window.EVIDEX ? new SiteSource(window.EVIDEX) : new ServerSource();
