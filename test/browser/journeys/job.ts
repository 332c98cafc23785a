// What a job is: who does it, where they begin, and step by step what they press, fill in and see.
import { pdf } from '../../support/papers.js';
import type { AFile, Person } from '../../support/person.js';

/** The demonstration in which the jobs are done, one after another. */
export interface Place {
  base: string;
  /** The address of the dossier of its letter. */
  letter: string;
  /** The address of another dossier, by a word of its title. */
  readonly other: (word: string) => Promise<string>;
  /** What somebody else records there, by other means. */
  readonly record: (who: string, dossier: string, call: string, said: object) => Promise<void>;
}

export interface Job {
  /** A sentence of which `who` is the subject. */
  does: string;
  /** An account of the demonstration. */
  who: string;
  /** What others did first. */
  after?: (place: Place) => Promise<void>;
  /** Where they begin. */
  at: (place: Place) => string | Promise<string>;
  /** Whether they sign in on the way; otherwise they are signed in. */
  signsIn?: true;
  steps: readonly Step[];
  /** It takes no more presses than these. */
  pressesMax?: number;
}

export type Step = (person: Person) => Promise<void>;

type Words = string | RegExp;

export const aPdf = (name: string): AFile => ({ name, mimeType: 'application/pdf', buffer: pdf(name) });

export const presses =
  (name: Words): Step =>
  (person) =>
    person.press(name);
export const chooses =
  (label: Words): Step =>
  (person) =>
    person.choose(label);
export const types =
  (label: Words, text: string): Step =>
  (person) =>
    person.type(label, text);
export const dates =
  (label: Words, day: string): Step =>
  (person) =>
    person.date(label, day);
export const picks =
  (label: Words, option: string): Step =>
  (person) =>
    person.pick(label, option);
export const attaches =
  (label: Words, file: AFile): Step =>
  (person) =>
    person.attach(label, file);

/** A document is handed over: this browser shows no PDF. */
export const opens =
  (name: Words, file: string): Step =>
  async (person) => {
    const handed = person.page.waitForEvent('download');
    await person.press(name);
    expect((await handed).suggestedFilename()).toBe(file);
  };

/** What was filled in is still there. */
export const holds =
  (label: Words, text: string): Step =>
  async ({ page }) =>
    expect(await page.getByLabel(label).filter({ visible: true }).first().inputValue()).toBe(text);

/** As after half a day, or by a restart. */
export const losesSession: Step = ({ page }) => page.context().clearCookies();

/** By the button of the browser. */
export const goesBack: Step = async ({ page }) => void (await page.goBack());

export const signsIn = (who: string): Step[] => [
  types('E-mailadres', `${who}@demo.example`),
  types('Wachtwoord', 'demonstratie-sluis'),
  presses('Aanmelden'),
];

/** Where the bar has no room for it, by what the menu opens. */
export const signsOut: Step = async (person) => {
  if (await person.page.getByRole('button', { name: 'Menu', exact: true }).isVisible()) await person.press('Menu');
  await person.press('Afmelden');
};

/** After a form was sent, which comes back. */
export const signsInAgain = (who: string): Step[] => [
  ...signsIn(who),
  sees('U bent weer aangemeld'),
  presses('Terug naar het formulier'),
];

/** A link that another program follows: where it leads. */
export const links =
  (name: Words, href: RegExp): Step =>
  async ({ page }) =>
    expect(decodeURIComponent((await page.getByRole('link', { name }).getAttribute('href')) ?? '')).toMatch(href);

/** On paper it is of so many pages. */
export const prints =
  (pages: number): Step =>
  async ({ page }) => {
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(pages);
  };

/** All of it is on the page, in this order. */
export const sees =
  (...words: (string | RegExp)[]): Step =>
  async (person) => {
    let left = await person.reads();
    for (const one of words) {
      const found = typeof one === 'string' ? left.indexOf(one) : left.search(one);
      expect(found < 0 ? `${String(one)} is not in: ${left}` : '').toBe('');
      left = left.slice(found);
    }
  };

/** As it would be printed. */
export const seesOnPaper =
  (...words: (string | RegExp)[]): Step =>
  async (person) => {
    await person.page.emulateMedia({ media: 'print' });
    await sees(...words)(person);
    await person.page.emulateMedia({ media: null });
  };
