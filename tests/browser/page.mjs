// The steps of page.t: node page.mjs reading|again|site ADDRESS FOLDER. FOLDER has records/*.jsonl of the same index
// and words.html, the words of the hostile letter as pdftotext sees them.
import { readFileSync } from 'node:fs';
import { browser, settled } from './browser.mjs';

const [part, address, folder] = process.argv.slice(2);
const records = (name) => readFileSync(`${folder}/records/${name}.jsonl`, 'utf8').split('\n').filter(Boolean).map(JSON.parse);
const mentions = records('mentions'), pages = records('pages');
const evidence = mentions.filter((m) => m.evidential);
const hostile = evidence.find((m) => m.file.includes('onerror') && m.kind === 'transfer');

const ok = (holds, name) => console.log((holds ? 'ok ' : 'not ok ') + name);
const is = (got, wanted, name) => {
  ok(got === wanted, name);
  if (got !== wanted) console.log(`got ${JSON.stringify(got)}, wanted ${JSON.stringify(wanted)}`);
};

const started = await browser();
const context = await started.newContext({ viewport: { width: 1400, height: 900 } });
const page = await context.newPage();
const elsewhere = [], errors = [];
page.on('request', (request) => { if (!request.url().startsWith(address.replace(/page\.html$/, '')) && !request.url().startsWith('data:')) elsewhere.push(request.url()); });
page.on('pageerror', (error) => errors.push(error.message));
page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
page.setDefaultTimeout(20000);

const visit = async (query) => { await page.goto(address + query); await settled(page); };
const after = async (act) => { const before = page.url(); await act(); await page.waitForFunction((u) => location.href !== u, before); await settled(page); };
const hits = () => page.locator('#results a.hit');
const total = async () => Number((await page.locator('#results .summary').first().textContent()).match(/^[\d,]+/)?.[0].replace(',', '') ?? 0);

/* The box in fractions of the page image: what is drawn, and what the record says. */
const drawnBox = () => page.evaluate(() => {
  const image = document.querySelector('.paper img').getBoundingClientRect();
  const box = document.querySelector('.paper .box').getBoundingClientRect();
  return [(box.left - image.left) / image.width, (box.top - image.top) / image.height, box.width / image.width, box.height / image.height];
});
const wantedBox = (m) => {
  const { width, height } = pages.find((p) => p.document_id === m.document_id && p.page === m.page);
  return [m.x0 / width, m.y0 / height, (m.x1 - m.x0) / width, (m.y1 - m.y0) / height];
};
const close = (a, b, most) => a.every((value, i) => Math.abs(value - b[i]) <= most);

async function searchAndFilter() {
  await visit('');
  is(await total(), evidence.length, 'at first it shows all evidence');
  await page.fill('#q', 'Hostilius');
  await after(() => page.click('#search button'));
  is(await hits().count(), 1, 'a word of one page finds that page');
  is(new URL(page.url()).searchParams.get('q'), 'Hostilius', 'and the search stands in the address');
  await page.fill('#q', 'zzzzz');
  await after(() => page.click('#search button'));
  ok((await page.locator('#results').textContent()).startsWith('Nothing found'), 'a word that is not there finds nothing, and says what to try');
  await visit('');
  await after(() => page.click('label:has(#kind-transfer)'));
  is(await total(), evidence.filter((m) => m.kind === 'transfer').length, 'a filter leaves the mentions of its kind');
  await after(() => page.click('label:has(#assertion-negated)'));
  const both = evidence.filter((m) => m.kind === 'transfer' && m.assertion === 'negated').length;
  is(await total(), both, 'a second one narrows it');
  is(await page.evaluate(() => document.activeElement.id), 'assertion-negated', 'and keeps the focus');
  await after(() => page.goBack());
  ok(await total() > both, 'the back button takes it away');
}

async function openAndZoom() {
  await visit('?kind=transfer');
  const first = await hits().first().getAttribute('id');
  await after(() => hits().first().click());
  const mention = mentions.find((m) => 'hit-' + m.mention_id === first);
  ok(close(await drawnBox(), wantedBox(mention), 0.003), 'the box stands where the record says');
  await page.click('#larger'); await page.click('#larger');
  ok(close(await drawnBox(), wantedBox(mention), 0.003), 'also when the page is enlarged');
  ok(await page.evaluate(() => { const s = document.querySelector('.sheet').getBoundingClientRect(), b = document.querySelector('.box').getBoundingClientRect();
    return b.left >= s.left && b.right <= s.right && b.top >= s.top && b.bottom <= s.bottom; }), 'and it is in sight');
  is(await page.locator('.paper img').getAttribute('alt'), `Page ${mention.page} of ${mention.file}`, 'the picture says which page it is');
  const second = await hits().nth(1).getAttribute('id');
  await after(() => page.click('#next'));
  is('hit-' + new URL(page.url()).searchParams.get('m'), second, 'Next opens the next one');
  is(await page.evaluate(() => document.activeElement.id), 'next', 'and keeps the focus');
  await after(() => page.click('#previous'));
  is('hit-' + new URL(page.url()).searchParams.get('m'), first, 'Previous the one before');
  return mention;
}

async function copyAndLink(mention) {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.click('#copy');
  await page.waitForFunction(() => document.getElementById('copy').textContent === 'Copied');
  is(await page.evaluate(() => navigator.clipboard.readText()), mention.citation, 'the citation is copied as the export has it');
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await settled(page);
  is(await page.locator('.record blockquote').textContent(), mention.quote, 'its address opens it again');
}

async function review() {
  await visit(`?kind=transfer&m=${hostile.mention_id}`);
  await page.click('text=Reject');
  await page.waitForFunction(() => document.querySelector('.review [role=status]').textContent !== '');
  ok(true, 'a rejection without a name and a reason is refused, and says why');
  await page.fill('[aria-label="Your name"]', 'R. <b>Tester</b>');
  await page.fill('[aria-label="Reason or correction"]', 'a <i>test</i>');
  await page.click('text=Reject');
  await page.waitForSelector('.review li');
  ok((await page.locator('.review li').textContent()).startsWith('rejected by R. <b>Tester</b>'), 'with both it is kept, its text as text');
  is(await page.locator('#results .tag.rejected').count(), 1, 'and the list shows it');
  await visit(`?kind=transfer&m=${evidence.find((m) => m.kind === 'transfer' && m.file !== hostile.file).mention_id}`);
  await page.click('.review button:has-text("Accept")');
  await page.waitForSelector('.review li:has-text("accepted by R. <b>Tester</b>")');
  ok(true, 'an accepted mention needs no reason, and the name is remembered');
  await page.fill('[aria-label="Reason or correction"]', 'it was 14, not 12');
  await page.click('.review button:has-text("Correct")');
  await page.waitForSelector('.review li:has-text("it was 14, not 12")');
  is(await page.locator('.review li').count(), 2, 'a correction stands beside what was said before');
  is(await page.locator('#results .tag.corrected').count(), 1, 'and the list shows the last word');
}

async function keyboard() {
  await visit('');
  await page.keyboard.press('Tab');
  is(await page.evaluate(() => document.activeElement.textContent), 'Skip to the results', 'the first stop of the Tab key skips to the results');
  await page.keyboard.press('/');
  await page.keyboard.type('transferred');
  await after(() => page.keyboard.press('Enter'));
  await page.evaluate(() => document.activeElement.blur());
  await after(() => page.keyboard.press('j'));
  is(await page.locator('#detail').isVisible(), true, 'j opens the first result');
  is(await page.evaluate(() => document.activeElement.id), 'detail', 'and the focus goes there');
  await after(() => page.keyboard.press('j'));
  const current = await page.locator('#results [aria-current] a').getAttribute('id');
  is(current, await hits().nth(1).getAttribute('id'), 'j again opens the second');
  await after(() => page.keyboard.press('Escape'));
  is(await page.locator('#detail').isVisible(), false, 'Esc closes it');
  is(await page.evaluate(() => document.activeElement.id), current, 'and the focus goes back to the result');
}

async function otherViews() {
  await visit('?view=findings');
  const findings = records('findings');
  is(await page.locator('article.finding').count(), findings.length, 'every finding is shown');
  const counted = page.locator('article.finding:has(details)').first();
  const list = counted.locator(':scope > details').first();
  await list.locator(':scope > summary').click();
  const rows = await list.locator('li').count();
  ok(rows > 0 && await counted.locator('.side').nth(1).locator('.number').textContent() === String(rows), 'the counted number is that of the rows below it');
  ok(await page.evaluate(() => document.querySelector('.chart')?.naturalWidth > 0), 'the chart is drawn');
  await after(() => list.locator('li a').first().click());
  ok(await page.locator('.paper img').isVisible(), 'a counted row opens its page');
  is(await page.evaluate(() => document.querySelector('.bar') && new URLSearchParams(location.search).get('view')), 'findings', 'beside the findings');
  const row = await list.locator('li a').first().textContent();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.click('#copy');
  await page.waitForFunction(() => document.getElementById('copy').textContent === 'Copied');
  is(await page.evaluate(() => navigator.clipboard.readText()), row, 'which is cited as the row is, and not by its mentions');
  await after(() => page.click('#close'));
  is(await page.locator('article.finding').count(), findings.length, 'and closing it leaves the findings');
  await visit('?view=unread');
  is(await page.locator('tbody tr').count(), records('failures').length, 'what was not read is listed');
  ok((await page.locator('tbody').first().textContent()).includes('<b>locked.pdf'), 'by its name');
  is(await page.locator('tbody').first().locator('td:text-is("duplicate")').count(), 0, 'apart from copies of what was read');
  ok((await page.locator('#unread-note').textContent()).startsWith('2 files'), 'and counted on every view');
}

/* On paper nothing lies over the words: not even a ground that the screen lets through, which printers make white. */
async function paper() {
  await visit(`?m=${hostile.mention_id}`);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  is(await page.evaluate(() => getComputedStyle(document.querySelector('.box')).backgroundColor), 'rgba(0, 0, 0, 0)', 'in print the box is a line, and hides no word');
  is(await page.locator('header').isVisible() || await page.locator('.bar').isVisible(), false, 'and nothing is there to be clicked');
  is(await page.locator('.paper img').isVisible() && await page.locator('.record blockquote').isVisible(), true, 'but the page and its quote');
  is(await page.evaluate(() => getComputedStyle(document.body).color), 'rgb(27, 27, 24)', 'dark on white, also where the screen is dark');
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
}

/* Text and names of files from strangers stay text; the box agrees with pdftotext. */
async function strangers() {
  await visit(`?q=Hostilius`);
  await after(() => hits().first().click());
  await visit(`?m=${hostile.mention_id}`);
  const word = readFileSync(folder + '/words.html', 'utf8').match(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">transferred</).slice(1).map(Number);
  const wanted = [word[0] / 612, word[1] / 792, (word[2] - word[0]) / 612, (word[3] - word[1]) / 792];
  const drawn = await drawnBox();
  ok(Math.abs(drawn[0] - wanted[0]) < 0.01 && Math.abs(drawn[1] - wanted[1]) < 0.01, 'the box begins where pdftotext finds the word');
  ok((await page.locator('.record').textContent()).includes('<img src=x onerror=window.owned=3>.pdf'), 'a file name that is markup is shown as text');
  is(await page.evaluate(() => window.owned), undefined, 'and nothing of it runs');
  is(await page.locator('#detail script, #results script, #detail b, #results b').count(), 0, 'nor becomes an element');
  await page.setViewportSize({ width: 390, height: 844 });
  for (const query of ['?q=longwinded', '?view=unread', `?m=${evidence.find((m) => m.file.includes('very long')).mention_id}`]) {
    await visit(query);
    ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `a long file name does not widen a phone: ${query.slice(0, 12)}`);
  }
  await page.setViewportSize({ width: 1400, height: 900 });
}

async function lostImage() {
  const expected = errors.length;
  await page.route('**/*.png', (route) => route.fulfill({ status: 404, contentType: 'application/json', body: '{"error":"the file moved"}' }));
  await page.goto(`${address}?m=${hostile.mention_id}`);
  await page.waitForSelector('.lost');
  ok(/cannot be shown/.test(await page.locator('.lost').textContent()), 'a page that cannot be drawn says so');
  is(await page.locator('.record blockquote').textContent(), hostile.quote, 'and the record still stands');
  await page.unroute('**/*.png');
  errors.length = expected; // the browser reports the 404 that was asked for
}

const parts = {
  async reading() {
    await searchAndFilter();
    await copyAndLink(await openAndZoom());
    await keyboard();
    await otherViews();
    await paper();
    await strangers();
    await lostImage();
    is(errors.filter((e) => !/40[034]/.test(e)).join('; '), '', 'no error was thrown, no rule of the policy broken');
    await review();
  },
  async again() {
    await visit(`?m=${hostile.mention_id}`);
    ok((await page.locator('.review li').textContent()).startsWith('rejected by R.'), 'a review survives that the index is made anew');
  },
  async site() {
    await visit('');
    is(await total(), evidence.length, 'the site opens from disk with all evidence');
    await page.fill('#q', '"transferred 12 inmates"');
    await after(() => page.click('#search button'));
    ok(await total() >= 1, 'it can be searched');
    await visit(`?m=${hostile.mention_id}`);
    ok(await page.evaluate(() => document.querySelector('.paper img').naturalWidth > 100), 'it has pictures of its pages');
    ok(close(await drawnBox(), wantedBox(hostile), 0.003), 'with the box in its place');
    is(await page.locator('.review').count(), 0, 'nobody can review there');
    is(await page.evaluate(() => window.owned), undefined, 'markup of strangers does not run there');
    await visit('?view=findings');
    is(await page.locator('article.finding').count(), records('findings').length, 'it has the findings');
    ok(await page.evaluate(() => document.querySelector('.chart')?.naturalWidth > 0), 'and the chart');
    is(errors.join('; '), '', 'no error was thrown');
  },
};
await parts[part]();
is(elsewhere.join(' '), '', `nothing was asked of any other origin (${part})`);
await started.close();
