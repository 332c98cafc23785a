// A person before a browser, and the demonstration that they look at.
import type { Cookie, Page } from 'playwright-core';
import { configure } from '../../src/store/process/configuration.js';
import { Client } from './client.js';
import { accepted } from './drenthe.js';
import { environment, ServerProcess, surroundings } from './process.js';
import { TestServer } from './server.js';

const password = 'demonstratie-sluis';

export interface Demonstration {
  base: string;
  /** The address of its dossier on the pages. */
  dossier: string;
  id: string;
  /** The API as one of its accounts. */
  as(name: string): Promise<Client>;
  stop(): Promise<unknown>;
}

/** The product as it is built, in a process of its own, from that moment on. */
export async function demonstration(clock: string): Promise<Demonstration> {
  const where = await surroundings({ SESSION_SECRET: '', BASE_URL: '', CLOCK: clock });
  const server = await ServerProcess.start('demonstration', where);
  return shownAt(`http://localhost:${where.port}`, await Client.at(server.url), () => server.end('SIGKILL'));
}

/** The same in this process, which has Sluis loaded already. */
export async function demonstrationHere(clock: string): Promise<Demonstration> {
  const where = await surroundings({ SESSION_SECRET: '', BASE_URL: '', CLOCK: clock, LOG_LEVEL: 'silent' });
  const change = configure('demonstration', environment(where));
  const server = await TestServer.start({ folder: where.folder, change });
  await server.sluis.demonstration.load();
  return shownAt(`http://localhost:${where.port}`, server.anyone, () => server.stop());
}

async function shownAt(base: string, client: Client, stop: () => Promise<unknown>): Promise<Demonstration> {
  const bearing = async (name: string): Promise<Client> => {
    const credentials = { email: `${name}@demo.example`, password };
    return client.bearing((await accepted(client.post<{ token: string }>('/tokens', credentials))).token);
  };
  const known = new Map<string, Promise<Client>>(); // a password costs more than most of what is done with it
  const as = (name: string): Promise<Client> => {
    const one = known.get(name) ?? bearing(name);
    known.set(name, one);
    return one;
  };
  const { body } = await (await as('kwartiermaker')).get<{ items: { id: string }[] }>('/dossiers');
  const id = body.items[0]?.id ?? '';
  return { base, id, as, stop, dossier: `${base}/trajecten/${id}` };
}

/** One window in which one person after another is signed in: the browser gets used to the pages, and a password is given once. */
export class Visitor {
  private readonly cookies = new Map<string, readonly Cookie[]>();

  constructor(
    readonly page: Page,
    private readonly base: string,
  ) {}

  /** From now on it is this person who looks; nobody is signed in without a name. */
  async become(name?: string): Promise<void> {
    const context = this.page.context();
    const known = this.cookies.get(name ?? '');
    await context.clearCookies();
    if (known) await context.addCookies([...known]);
    else if (name !== undefined) {
      await this.page.goto(`${this.base}/aanmelden`);
      await signIn(this.page, name);
      this.cookies.set(name, await context.cookies());
    }
  }
}

/** Fills in the sign-in page that is shown. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('E-mailadres').fill(`${name}@demo.example`);
  await page.getByLabel('Wachtwoord').fill(password);
  await page.getByRole('button', { name: 'Aanmelden' }).click();
}

/** On the form of a mandate, for the own body. */
export async function recordMandate(page: Page): Promise<void> {
  await page.getByLabel('Wie mag namens het orgaan besluiten?').fill('Regiomanager');
  await page.getByLabel('Eerste dag van het mandaat').fill('2024-05-01');
  await page.getByLabel('Welk besluit gaf het mandaat?').fill('Mandaatbesluit 12 (verzonnen)');
  await page.getByRole('button', { name: 'Mandaat vastleggen', exact: true }).click();
}
