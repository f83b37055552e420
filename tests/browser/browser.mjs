// Debian's chromium, driven by playwright-core, which BROWSER_MODULES/node_modules holds.
import { createRequire } from 'node:module';

const { chromium } = createRequire(process.env.BROWSER_MODULES + '/')('playwright-core');

export const browser = () => chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
         '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

// The page has drawn what its address asks for, and its pictures are there or have failed.
export async function settled(page) {
  await page.waitForFunction(() => document.body.dataset.drawn === location.search &&
    [...document.images].every((image) => image.complete));
}
