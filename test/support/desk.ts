// A person before a form in a real browser: signs in as whoever the form is for, fills in what it shows and does not call
// optional, and presses its button, so that the browser judges the form as it does for everyone.
import type { Page } from 'playwright-core';
import type { Role } from '../../src/domain/vocabulary.js';
import { form as words } from '../../src/wording/forms/forms.js';
import type { TestServer } from './server.js';

/** What is said in a form beyond what it asks of everyone, by the names of its fields. */
export type Given = Readonly<Record<string, string>>;

const confirming = 'button[name=bevestigd]';

export class Desk {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly server: TestServer,
    private readonly page: Page,
  ) {}

  /**
   * Opens a form as someone with that role, fills it in and sends it; what is shown once more is confirmed.
   * @param on the day for every date that is asked
   * @returns the address of the page that says that it was recorded
   * @throws Error when the browser or the server did not let it through, with what they said
   */
  async send(who: { role: Role; body: string }, path: string, on: string, given: Given): Promise<URL> {
    await this.signIn(who.role, who.body);
    await this.page.goto(this.server.url + path);
    const invalid = await this.page.evaluate(fillIn, { given, on, optional: words.optional });
    if (invalid.length > 0) throw new Error(`${path}: ${JSON.stringify(given)}: ${invalid.join('; ')}`);
    await this.press('form.sluis-form > .sluis-actions > button');
    if (await this.page.evaluate(isThere, confirming)) await this.press(confirming);
    const url = new URL(this.page.url());
    if (url.searchParams.has('vastgelegd')) return url;
    throw new Error(`${path}: ${JSON.stringify(given)}: ${await this.page.locator('main').innerText()}`);
  }

  /** As a click does it, and the browser then judges the form; looking for where to click takes longer than the rest. */
  private async press(button: string): Promise<void> {
    const [, isPressed] = await Promise.all([this.page.waitForEvent('load'), this.page.evaluate(press, button)]);
    if (!isPressed) throw new Error(`${this.page.url()}: nobody sees ${button}`);
  }

  private async signIn(role: Role, body: string): Promise<void> {
    const name = `${role} ${body}`;
    const cookie = this.cookies.get(name) ?? (await this.server.cookieOf(role, body));
    this.cookies.set(name, cookie);
    const value = cookie.slice(cookie.indexOf('=') + 1);
    await this.page.context().addCookies([{ name: 'sluis', value, url: this.server.url }]);
  }
}

/** As much of a field as is looked at, in the page: the sources are compiled without the types of the DOM. */
interface Control {
  name: string;
  type: string;
  value: string;
  checked?: boolean;
  options?: ArrayLike<{ value: string }>;
  labels: ArrayLike<{ textContent: string }> | null;
  validity: { valid: boolean };
  checkVisibility(): boolean;
  closest(selector: string): { querySelector(selector: string): { textContent: string } | null } | null;
}
interface Found {
  noValidate: boolean;
  elements: ArrayLike<Control>;
  checkVisibility(): boolean;
  click(): void;
}
declare const document: { querySelector(selector: string): Found | null };

// What follows runs in the page.

const isThere = (selector: string): boolean => document.querySelector(selector) !== null;

function press(selector: string): boolean {
  const button = document.querySelector(selector);
  if (!button?.checkVisibility()) return false;
  button.click();
  return true;
}

/** @returns what the browser would not let through, and what is said that nobody can fill in */
function fillIn({ given, on, optional }: { given: Given; on: string; optional: string }): string[] {
  const form = document.querySelector('form.sluis-form');
  if (!form) return ['there is no form'];
  const controls = Array.from(form.elements).filter(({ name, type }) => name !== '' && type !== 'hidden');
  const namesGiven = new Set<string>();
  for (const [name, value] of Object.entries(given)) {
    const named = controls.filter((one) => one.name === name && one.checkVisibility());
    const radio = named.find((one) => one.type === 'radio' && one.value === value);
    if (radio) radio.checked = true;
    else if (named[0] && named[0].type !== 'radio') named[0].value = value;
    else continue;
    namesGiven.add(name);
  }
  const unknown = Object.keys(given).filter((name) => !namesGiven.has(name));
  const isOptional = (one: Control): boolean => {
    const label = one.type === 'radio' ? one.closest('fieldset')?.querySelector('legend') : one.labels?.[0];
    return label?.textContent.includes(optional) ?? false;
  };
  const valueFor = ({ type, options }: Control): string => {
    if (options) return Array.from(options).find(({ value }) => value !== '')?.value ?? '';
    if (type === 'date') return on;
    return type === 'url' ? 'https://example.org/stuk' : 'Verzonnen.';
  };
  const isEmpty = (one: Control) => one.value === '' || (one.type === 'date' && !namesGiven.has(one.name)); // it may hold today
  const isAsked = (one: Control) => isEmpty(one) && one.type !== 'checkbox' && !isOptional(one);
  for (const one of controls) if (isAsked(one) && one.checkVisibility()) one.value = valueFor(one);
  return [
    ...(form.noValidate ? ['it is not judged by the browser'] : []),
    ...unknown.map((name) => `${name} is not asked`),
    ...controls.filter(({ validity }) => !validity.valid).map(({ name }) => `${name} is not let through`),
  ];
}
