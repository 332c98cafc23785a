// Somebody at work in a browser, with a mouse or by keyboard alone: presses what they read, fills in what is asked, and sees
// what is shown. What it takes is counted: presses, fields, and the words of each page.
import type { ElementHandle, Locator, Page } from 'playwright-core';
import { axeFindings, overflowing } from './browser.js';
import { focusFrom, rememberAtRest } from './focused.js';
import type { Way } from './ways.js';

/** So often is Tab pressed before something is called out of reach. */
const tabsMax = 200;

/** So often, and so many milliseconds each, is waited for a page that is on its way to where the focus went. */
const scrollsMax = 40;
const scrollsFor = 25;

/** What a job took. */
export interface Taken {
  presses: number;
  fields: number;
  /** On the pages that were come to. */
  words: number;
  /** On those of them on which something was filled in. */
  wordsOfForms: number;
}

export interface AFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export class Person {
  taken: Taken = { presses: 0, fields: 0, words: 0, wordsOfForms: 0 };
  /** On the page that is shown, until something is filled in there. */
  private unread = 0;

  constructor(
    readonly page: Page,
    readonly way: Way,
  ) {}

  /** Opens an address, as from a mail or a bookmark. */
  async goTo(address: string): Promise<void> {
    await this.page.goto(address);
    await this.arrive();
  }

  /** A link, a button, or what opens a part of the page, by what it says. */
  async press(name: string | RegExp): Promise<void> {
    const { page } = this;
    const target = page
      .getByRole('link', { name })
      .or(page.getByRole('button', { name }))
      .or(page.locator('summary').filter({ hasText: name }))
      .filter({ visible: true })
      .first();
    this.taken.presses++;
    const leaves = await target.evaluate(isLeaving);
    const act = () => (this.way.hands === 'mouse' ? target.click() : this.key(target, 'Enter'));
    if (!leaves) return act();
    await Promise.all([page.waitForEvent('load'), act()]);
    await this.arrive();
  }

  /** One of several answers, or a box, by its label. */
  async choose(label: string | RegExp): Promise<void> {
    const target = this.labelled(label);
    this.taken.presses++;
    if (this.way.hands === 'mouse') return target.check();
    const isRadio = (await target.getAttribute('type')) === 'radio';
    if (!isRadio) return this.key(target, 'Space');
    await this.tabTo(target, { group: true });
    for (let i = 0; i < tabsMax && !(await target.isChecked()); i++) await this.page.keyboard.press('ArrowDown');
    await this.tabTo(target); // which it is by now, and seen
    if (!(await target.isChecked())) await this.page.keyboard.press('Space');
  }

  async type(label: string | RegExp, text: string): Promise<void> {
    const target = this.labelled(label);
    this.taken.fields++;
    if (this.way.hands === 'mouse') return target.fill(text);
    await this.tabTo(target);
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(text);
  }

  /** @param day such as 2024-05-14 */
  async date(label: string | RegExp, day: string): Promise<void> {
    const target = this.labelled(label);
    this.taken.fields++;
    if (this.way.hands === 'mouse') return target.fill(day);
    await this.tabTo(target);
    const [year = '', month = '', date = ''] = day.split('-');
    await this.page.keyboard.type(month + date + year); // its parts, in the order of this browser
  }

  /** An answer from a list. */
  async pick(label: string | RegExp, option: string): Promise<void> {
    const target = this.labelled(label);
    this.taken.presses++;
    if (this.way.hands === 'mouse') await target.selectOption({ label: option });
    else {
      await this.tabTo(target);
      await this.page.keyboard.type(option);
    }
    if ((await target.locator('option:checked').innerText()) !== option) throw new Error(`${option} was not chosen`);
  }

  async attach(label: string | RegExp, file: AFile): Promise<void> {
    const target = this.labelled(label);
    this.taken.fields++;
    const asked = this.page.waitForEvent('filechooser');
    await (this.way.hands === 'mouse' ? target.click() : this.key(target, 'Space'));
    await (await asked).setFiles(file);
  }

  /** What the page says, as it is read. */
  async reads(): Promise<string> {
    return this.page.locator('body').innerText();
  }

  private labelled(label: string | RegExp): Locator {
    this.taken.wordsOfForms += this.unread;
    this.unread = 0;
    return this.page.getByLabel(label).filter({ visible: true }).first();
  }

  /** A page that was come to: it has a title and a heading, begins at its top, and nothing of it is wider than the screen. */
  private async arrive(): Promise<void> {
    const { page, way } = this;
    if (way.hands === 'keyboard') await page.evaluate(rememberAtRest);
    const { words, ...found } = await page.evaluate(lookedAt);
    this.taken.words += words;
    this.unread = words;
    const faults = [...found.faults, ...(await overflowing(page)).map((what) => `${what} is wider than the screen`)];
    if (process.env.SLUIS_AXE === 'everywhere') faults.push(...(await axeFindings(page)));
    if (faults.length > 0) throw new Error(`${page.url()}: ${faults.join('; ')}`);
  }

  private async key(target: Locator, key: 'Enter' | 'Space'): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.press(key);
  }

  /** Tabs until the focus is there; what has it on the way shows that it has. @param group whether any answer of the same question will do */
  private async tabTo(target: Locator, { group = false } = {}): Promise<void> {
    const wanted = await target.elementHandle();
    for (let i = 0; i < tabsMax; i++) {
      let focus = await wanted.evaluate(focusFrom);
      for (let again = 0; again < scrollsMax && focus.fault !== null; again++) {
        await this.page.waitForTimeout(scrollsFor);
        focus = await wanted.evaluate(focusFrom);
      }
      if (focus.fault !== null) throw new Error(`${this.page.url()}: ${focus.fault}`);
      if (focus.isThere || (group && (await isInGroup(wanted)))) return;
      await this.page.keyboard.press(focus.isAhead ? 'Tab' : 'Shift+Tab');
    }
    throw new Error(`${this.page.url()}: ${await wanted.innerText()} is not reached by Tab`);
  }
}

const isInGroup = (wanted: ElementHandle): Promise<boolean> =>
  wanted.evaluate((one) => {
    const { activeElement } = document;
    return activeElement?.type === 'radio' && activeElement.name === (one as unknown as Field).name;
  });

/** As much of an element as is looked at: the sources are compiled without the types of the DOM. */
interface Field {
  name: string;
  type: string;
}
declare const document: {
  title: string;
  activeElement: Field | null;
  querySelector(selector: string): { innerText: string } | null;
  querySelectorAll(selector: string): Iterable<{ innerText: string }>;
};
declare const location: { href: string; hash: string };
declare const window: { scrollY: number };

// What follows runs in the page.

/** Whether another page comes when it is pressed: none does where a document is handed over. */
function isLeaving(element: unknown): boolean {
  const { localName, type, href } = element as { localName: string; type: string; href: string };
  if (localName === 'a') return !href.includes('/stukken/') && href.split('#')[0] !== location.href.split('#')[0];
  return localName === 'button' && type === 'submit';
}

function lookedAt(): { words: number; faults: string[] } {
  const text = document.querySelector('main')?.innerText ?? '';
  const heading = document.querySelector('h1')?.innerText ?? '';
  const faults = [];
  if (document.title === '' || heading === '') faults.push('it has no title');
  if (heading.startsWith('Fout in Sluis')) faults.push(text);
  if (document.querySelector(':is(span, p) :is(ul, ol, dl, div, p, table)'))
    faults.push('a line of text has a block in it');
  if (window.scrollY > 0 && location.hash === '') faults.push('it does not begin at its top');
  const wordsIn = (one: string) => one.split(/\s+/).filter((word) => word !== '').length;
  const chosenFrom = [...document.querySelectorAll('main option')]; // which nobody reads as long as the list is closed
  const unseen = chosenFrom.reduce((sum, option) => sum + wordsIn(option.innerText), 0);
  return { words: wordsIn(text) - unseen, faults };
}
