// A person before a browser, and the demonstration that they look at.
import type { Page } from 'playwright-core';
import { Client } from './client.js';
import { accepted } from './drenthe.js';
import { ServerProcess, surroundings } from './process.js';

const password = 'demonstratie-sluis';

export interface Demonstration {
  server: ServerProcess;
  base: string;
  /** The address of its dossier on the pages. */
  dossier: string;
  id: string;
  /** The API as one of its accounts. */
  as(name: string): Promise<Client>;
}

/** The product as it is built, in a process of its own, from that moment on. */
export async function demonstration(clock: string): Promise<Demonstration> {
  const where = await surroundings({ SESSION_SECRET: '', BASE_URL: '', CLOCK: clock });
  const server = await ServerProcess.start('demonstration', where);
  const base = `http://localhost:${where.port}`;
  const client = await Client.at(server.url);
  const as = async (name: string): Promise<Client> => {
    const credentials = { email: `${name}@demo.example`, password };
    return client.bearing((await accepted(client.post<{ token: string }>('/tokens', credentials))).token);
  };
  const { body } = await (await as('kwartiermaker')).get<{ items: { id: string }[] }>('/dossiers');
  const id = body.items[0]?.id ?? '';
  return { server, base, id, as, dossier: `${base}/trajecten/${id}` };
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
