// Pictures of the reading page for docs/ and for the eye: node shots.mjs ADDRESS FOLDER [all]
import { browser, settled } from './browser.mjs';

const [address, folder, all] = process.argv.slice(2);
const started = await browser();
const shot = async (name, size, scheme, query, act) => {
  const context = await started.newContext({ viewport: size, colorScheme: scheme, hasTouch: size.width < 700 });
  const page = await context.newPage();
  await page.goto(address + query);
  await settled(page);
  if (act) await act(page);
  await page.screenshot({ path: `${folder}/${name}.png` });
  await context.close();
};
const open = async (page) => {
  await page.locator('a.hit').first().click();
  await settled(page);
};
const views = { list: ['?q=ICE', null], open: ['?kind=transfer&assertion=negated', open], findings: ['?view=findings', null],
                years: ['?view=years', null], unread: ['?view=unread', null], none: ['?q=zzzz', null] };
const sizes = { phone: { width: 390, height: 844 }, tablet: { width: 820, height: 1180 }, desk: { width: 1400, height: 900 } };
if (all) {
  for (const scheme of ['light', 'dark'])
    for (const [size, viewport] of Object.entries(sizes))
      for (const [view, [query, act]] of Object.entries(views))
        await shot(`${view}-${size}-${scheme}`, viewport, scheme, query, act);
} else {
  await shot('mention', { width: 1200, height: 700 }, 'light', views.open[0], open);
  await shot('claimed-counted', { width: 1200, height: 700 }, 'light', views.findings[0]);
  await shot('phone-dark', sizes.phone, 'dark', views.open[0], open);
}
await started.close();
