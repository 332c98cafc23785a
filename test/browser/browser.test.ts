// The browser of the tests itself: it shows text, keeps scripts off, and finds what is wrong with a page.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { axeFindings, overflowing, TestBrowser, type PageOptions } from '../support/browser.js';

const csp = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'";
const style = `
  .wide { width: 40rem }
  .faint { color: #ccc; background: #fff }
  .scrolls { overflow-x: auto }
  .unbroken { white-space: nowrap }`;
const good =
  '<h1>Besluit</h1><p><span>WWWW</span> <span>iiii</span></p><form method="post"><button>Stuur</button></form>';
const bodies = new Map([
  ['/good', good],
  ['/script', '<h1>Besluit</h1><script>document.title = "Script"</script>'],
  ['/bad', '<h1>Besluit</h1><img src="/none.png"><p class="faint">Vaag</p>'],
  ['/wide', '<h1>Besluit</h1><div class="wide late"><p>Breed</p></div>'],
  ['/wide-text', `<h1>Besluit</h1><p class="unbroken">${'tekst '.repeat(60)}</p>`],
  ['/scrolls', '<h1>Besluit</h1><div class="scrolls" tabindex="0"><p class="wide">Breed</p></div>'],
]);

let server: Server;
let browser: TestBrowser;

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '', 'http://127.0.0.1');
    const [type, text] =
      pathname === '/style.css' ? ['text/css', style] : ['text/html', html(request.method, pathname)];
    const policy = search === '?free' ? {} : { 'content-security-policy': csp };
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, ...policy }).end(text);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  browser = await TestBrowser.start();
});

afterAll(async () => {
  await browser.stop();
  server.close();
});

/** What is sent by POST is answered with the page that has faults. */
function html(method: string | undefined, pathname: string): string {
  const body = bodies.get(method === 'POST' ? '/bad' : pathname) ?? '';
  return `<!doctype html><html lang="nl"><head><title>Proef</title><meta name="viewport" content="width=device-width">
    <link rel="stylesheet" href="/style.css"></head><body><main>${body}</main></body></html>`;
}

async function open(path: string, options: Partial<PageOptions> = {}): Promise<Page> {
  const page = await browser.page({ width: 320, ...options });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
  return page;
}

describe('the browser', () => {
  it('sets text in a font that it has: wide letters take more room than narrow ones', async () => {
    const spans = (await open('/good')).locator('span');
    const [wide, narrow] = [await spans.nth(0).boundingBox(), await spans.nth(1).boundingBox()];
    expect(narrow?.width).toBeGreaterThan(0);
    expect(wide?.width).toBeGreaterThan(2 * (narrow?.width ?? 0));
  });

  it('runs no script unless asked, and never against the policy of the page', async () => {
    expect(await (await open('/script?free')).title()).toBe('Proef');
    expect(await (await open('/script?free', { scripts: true })).title()).toBe('Script');
    expect(await (await open('/script', { scripts: true })).title()).toBe('Proef');
  });

  it('takes on the colours that a reader asks for', async () => {
    const page = await open('/good', { colorScheme: 'dark', forcedColors: 'active' });
    const asked = '(prefers-color-scheme: dark) and (forced-colors: active)';
    expect(await page.evaluate(`matchMedia('${asked}').matches`)).toBe(true);
  });

  it('gives each page cookies of its own', async () => {
    const [one, other] = [await open('/good'), await open('/good')];
    await one.context().addCookies([{ name: 'session', value: 'one', url: one.url() }]);
    expect(await one.context().cookies()).toHaveLength(1);
    expect(await other.context().cookies()).toEqual([]);
  });
});

describe('axe', () => {
  const faults = [/^color-contrast: p Fix any .* contrast of 1\.6/, /^image-alt: img Fix any .* alt attribute/];

  it.each([false, true])('names each fault of a page, with scripts %s', async (scripts) => {
    const findings = await axeFindings(await open('/bad', { scripts }));
    expect(findings).toEqual(faults.map((fault) => expect.stringMatching(fault)));
  });

  it('finds nothing on a good page, and looks at what a POST answered', async () => {
    const page = await open('/good');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Stuur' }).click();
    expect(await axeFindings(page)).toEqual(faults.map((fault) => expect.stringMatching(fault)));
    expect(await axeFindings(page)).toHaveLength(faults.length);
  });
});

describe('what is too wide', () => {
  it.each([
    ['/wide', ['div.wide.late']],
    ['/wide-text', ['p.unbroken']],
    ['/scrolls', []],
    ['/good', []],
  ])('on %s is %j', async (path, expected) => {
    expect(await overflowing(await open(path))).toEqual(expected);
  });

  it('depends on the width of the window', async () => {
    expect(await overflowing(await open('/wide', { width: 1280 }))).toEqual([]);
  });
});
