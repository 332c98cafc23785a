// A real browser for tests of the pages: Chromium from an npm package with the libraries and the fonts that it brings
// along, so that a bare machine will do; and what is looked for on a page: findings of axe, and what is too wide.
import type axe from 'axe-core';
import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core';

const modules = resolve(import.meta.dirname, '../../node_modules');
const packed = join(modules, '@sparticuz/chromium');

/** So many milliseconds may anything on a page take; what does not come by then is not there. */
const actionMax = 8_000;

/** Where pictures of the pages are kept; undefined when none are asked. */
export const pictures = process.env.SLUIS_SCREENSHOTS;

/** As before a release. */
export const isEverywhere = process.env.SLUIS_AXE === 'everywhere';

/** Both widths that pages are made for; in every run the narrow one alone, where things break first. */
export const widths = isEverywhere || pictures ? [1366, 390] : [390];

export interface PageOptions {
  width: number;
  height?: number;
  /** Whether the page's own scripts run; off by default, as the pages have to work without. */
  scripts?: boolean;
  colorScheme?: 'light' | 'dark';
  forcedColors?: 'active' | 'none';
}

/** One for the whole process: a start, and what is only done for a first page, take longer than ten pages do. */
let running: Promise<Browser> | undefined;

export class TestBrowser {
  private readonly contexts: BrowserContext[] = [];

  private constructor(private readonly browser: Browser) {}

  /** Starts a browser where none runs; the first start after an installation takes a few seconds more, for unpacking. */
  static async start(): Promise<TestBrowser> {
    const known = await running;
    if (known?.isConnected()) return new TestBrowser(known);
    running = unpacked().then((folder) => launched(folder, 3));
    return new TestBrowser(await running);
  }

  /** An empty page in a context of its own, so with its own cookies. */
  async page({ width, height = 800, scripts = false, ...colors }: PageOptions): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width, height },
      javaScriptEnabled: scripts,
      locale: 'nl-NL',
      ...colors,
    });
    this.contexts.push(context);
    context.setDefaultTimeout(actionMax);
    return context.newPage();
  }

  /** Closes every page that was opened; the browser itself ends with the process. */
  async stop(): Promise<void> {
    for (const context of this.contexts.splice(0)) await context.close();
  }
}

/**
 * What axe finds wrong with the page as it stands, also when it came by POST.
 *
 * It is given to the inspector itself, as the same text each time: Chromium then compiles it once for all pages of a window,
 * which is as much work as what axe does on one of them.
 *
 * Neither a strict CSP nor disabled scripts stop what the test itself evaluates and its promises, but with scripts
 * disabled no timer ever fires. So axe gets a `setTimeout` of its own, made of promises: what it postpones by 0 ms runs
 * at once, and its real timeouts, for frames and media that do not load, never come. The page itself is not changed.
 *
 * @returns a line for each element that breaks a rule
 */
export async function axeFindings(page: Page): Promise<string[]> {
  const inspector = await inspectorOf(page);
  const asked = { expression: await axeRun, awaitPromise: true, returnByValue: true };
  const { result, exceptionDetails } = await inspector.send('Runtime.evaluate', asked);
  if (exceptionDetails) throw new Error(`axe did not come to an end: ${JSON.stringify(exceptionDetails)}`);
  const { violations } = result.value as axe.AxeResults; // of the expression above
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => {
      return `${id}: ${target.flat().join(' ')} ${failureSummary.replace(/\s+/g, ' ').trim()}`;
    }),
  );
}

/** Axe takes five times as long as a page: of five it looks at one, another in each run, and before a release at all of them. */
export const axeFindingsOfSome = async (page: Page): Promise<string[]> =>
  isEverywhere || Math.random() < 1 / 5 ? axeFindings(page) : [];

const axeOptions: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};
const axeRun = readFile(join(modules, 'axe-core/axe.min.js'), 'utf8').then(
  (source) => `((setTimeout) => {
    ${source};
    return axe.run(${JSON.stringify(axeOptions)});
  })((run, delay) => void (delay > 0 || Promise.resolve().then(run)))`,
);

const inspectors = new WeakMap<Page, Promise<CDPSession>>();

function inspectorOf(page: Page): Promise<CDPSession> {
  const known = inspectors.get(page) ?? page.context().newCDPSession(page);
  inspectors.set(page, known);
  return known;
}

/** Takes most of what a page repeats a hundred times from it, since axe takes a tenth of a second for each; nothing before a release. */
export const fewOf =
  (selector: string) =>
  async (page: Page): Promise<void> => {
    if (isEverywhere) return;
    await page.locator(selector).evaluateAll((found: unknown[]) => {
      for (const [i, one] of found.entries()) if (i % 29 !== 0) (one as { remove(): void }).remove(); // an element of the page
    });
  };

/** The elements, by tag and classes, that make the document wider than the viewport; none when it fits. */
export async function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const isBeyond = (right: number) => right + root.scrollLeft > root.clientWidth + 0.5; // widths are rounded
    /** From the outside in: a box that sticks out is named itself, and not what it contains. */
    const search = (element: PageElement): string[] => {
      const { left, right } = element.getBoundingClientRect();
      const name = [element.localName, ...element.classList].join('.');
      if (element !== root && isBeyond(right)) return [name];
      if (element !== root && getComputedStyle(element).overflowX !== 'visible') return []; // it scrolls by itself
      const within = [...element.children].flatMap(search);
      return within.length === 0 && isBeyond(left + element.scrollWidth) ? [name] : within; // by its text alone
    };
    return search(root);
  });
}

/** How many sheets of paper the page takes, as it says itself that it is to be printed. */
export async function pagesOf(page: Page): Promise<number> {
  const printed = await page.pdf({ preferCSSPageSize: true });
  return Number(/\/Count (\d+)/.exec(printed.toString('latin1'))?.[1]);
}

/** The cells of the table of bodies that scroll out of sight, or show more than they have room for. */
export const cutCells = (page: Page): Promise<string[]> =>
  page.locator('.sluis-scroll:has(> .sluis-bodies)').evaluate((found: unknown) => {
    const box = found as PageElement; // the sources are compiled without the types of the DOM
    const cells = [...box.querySelectorAll('tbody :is(th, td)')];
    const isCut = (one: PageElement) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight + 1;
    const cut = cells.filter(isCut).map(({ textContent }) => textContent);
    return box.scrollWidth > box.clientWidth ? ['the table scrolls', ...cut] : cut;
  });

/** Fields that are required and that their form can hide: a browser lets no form through while one is empty, seen or unseen. */
export const hiddenAndRequired = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const fields = document.querySelectorAll('form :is(.sluis-when, details) :required');
    return [...fields].map(({ name }) => name);
  });

/** The title above what is shown: asked of the page itself, since a locator of Playwright costs as much as the page. */
export const headingOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('h1')?.textContent ?? '');

/** As much of an element as is looked at, in the page: the sources are compiled without the types of the DOM. */
interface PageElement {
  localName: string;
  /** Of a field. */
  name: string;
  classList: Iterable<string>;
  children: Iterable<PageElement>;
  clientWidth: number;
  scrollWidth: number;
  scrollLeft: number;
  clientHeight: number;
  scrollHeight: number;
  textContent: string;
  querySelectorAll(selector: string): Iterable<PageElement>;
  getBoundingClientRect(): { left: number; right: number };
}
declare const document: {
  documentElement: PageElement;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
};
declare const getComputedStyle: (element: PageElement) => { overflowX: string };

/** Tries more than once: now and then Chromium falls over while it starts on a busy machine, before it has seen a page. */
async function launched(folder: string, triesMax: number): Promise<Browser> {
  const starting = chromium.launch({
    executablePath: join(folder, 'chromium'),
    chromiumSandbox: false, // it refuses to run as root, and in many containers; only our own pages are opened
    env: { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_PATH: folder },
  });
  return triesMax === 1 ? starting : starting.catch(() => launched(folder, triesMax - 1));
}

/** fontconfig reads this rather than what the machine has: every text is set in the same font everywhere. */
const fonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir></fontconfig>
`;

/**
 * The folder with the unpacked browser, made when it is not there. Each process that needs it unpacks into a folder of
 * its own and renames that; the first wins, and the others use what it made.
 */
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8')) as { version: string };
  const folder = join(modules, '.cache', `chromium-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(dirname(folder), { recursive: true });
  const fresh = await mkdtemp(`${folder}-`);
  await pipeline(
    createReadStream(join(packed, 'bin/chromium.br')),
    createBrotliDecompress(),
    createWriteStream(join(fresh, 'chromium'), { mode: 0o755 }),
  );
  for (const archive of ['al2023', 'fonts']) {
    const input = brotliDecompressSync(await readFile(join(packed, `bin/${archive}.tar.br`)));
    execFileSync('tar', ['-x', '-f', '-', '--no-same-owner', '-C', fresh], { input });
  }
  await writeFile(join(fresh, 'fonts.conf'), fonts);
  await rename(fresh, folder).catch(async (error: unknown) => {
    await rm(fresh, { recursive: true });
    if (!existsSync(folder)) throw error;
  });
  return folder;
}
