// The first day of a region, from an empty database: everything that has to be done before the first conclusion, by those who do
// it, on the pages on which they do it. SLUIS_TAKEN=tell says what each step took.
import { readFileSync } from 'node:fs';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { axeFindings, pagesOf, TestBrowser } from '../support/browser.js';
import { textOf } from '../support/pages.js';
import { Person } from '../support/person.js';
import { png } from '../support/pictures.js';
import { environment, run, ServerProcess, surroundings, type Surroundings } from '../support/process.js';
import { aPdf } from './journeys/job.js';

const password = 'een lang en eigen wachtwoord';
const municipalities = [
  ...['Aa en Hunze', 'Assen', 'Borger-Odoorn', 'Coevorden', 'De Wolden', 'Emmen', 'Hoogeveen', 'Meppel'],
  ...['Midden-Drenthe', 'Noordenveld', 'Tynaarlo', 'Westerveld'],
];
const emailOf = (name: string): string => `${name.toLowerCase().replaceAll(' ', '-')}@drenthe.example`;
const halfMinute = 30_000;
/** Many pages are come to one after another, on a machine that does other things too. */
const patience = 30_000;
const today = new Date().toISOString().slice(0, 10);

let browser: TestBrowser;
let where: Surroundings;
let server: ServerProcess;
let page: Page;
let base: string;
/** The one-time link of each, by address. */
const links = new Map<string, string>();
let dossier = '';
/** Of the first administrator. */
let first: string;
const admin = 'beheer@drenthe.example';

beforeAll(async () => {
  browser = await TestBrowser.start();
  where = await surroundings({ SECOND_FACTOR_ROLES: 'process-lead' });
  base = `http://localhost:${where.port}`;
  page = await browser.page({ width: 1366 });
  page.setDefaultTimeout(patience);
  const made = run('bin/sluis.mjs', ['administrator', 'create', admin], environment(where));
  first = /http\S+/.exec(made.output)?.[0] ?? '';
  server = await ServerProcess.start('serve', where);
}, 120_000);
afterAll(async () => {
  await browser.stop();
  await server.end('SIGKILL');
});

/** What somebody does, from the address where they begin. */
async function does(what: string, at: string, steps: (person: Person) => Promise<void>): Promise<void> {
  const began = performance.now();
  const person = new Person(page, { width: 1366, hands: 'mouse', scripts: false });
  try {
    await person.goTo(at);
    await steps(person);
  } catch (error) {
    throw new Error(`${what}, on ${page.url()}: ${String(error)}\n${(await person.reads()).slice(0, 2_500)}`, {
      cause: error,
    });
  }
  const { presses, fields, words, wordsOfForms } = person.taken;
  const read = [wordsOfForms, words].map((n) => `${Math.round(n / 4)} s`).join(' | ');
  const took = ((performance.now() - began) / 1_000).toFixed(1);
  if (process.env.SLUIS_TAKEN === 'tell')
    process.stdout.write(`| ${what} | ${presses} + ${fields} | ${read} | ${took} s |\n`);
}

/** By their link: a password, and in. */
async function comesIn(person: Person, email: string): Promise<void> {
  await person.type('Nieuw wachtwoord', password);
  await person.press('Wachtwoord opslaan');
  await person.type('E-mailadres', email);
  await person.type('Wachtwoord', password);
  await person.press('Aanmelden');
}

const leaves = () => page.context().clearCookies();
const linkOf = (email: string): string => links.get(email) ?? '';
const sees = async (person: Person, ...words: string[]): Promise<void> => {
  const text = await person.reads();
  expect(words.filter((one) => !text.includes(one)).map((one) => `${one} is not in: ${text.slice(0, 3_000)}`)).toEqual(
    [],
  );
};

it('the first administrator comes from the command line, and gives the region its style', async () => {
  await does('beheerder: komt binnen met de link van de opdrachtregel', first, (person) => comesIn(person, admin));
  await does('beheerder: geeft de regio een huisstijl', `${base}/beheer`, async (person) => {
    await person.press('Huisstijl');
    await person.press('Jeugdhulpregio Drenthe');
    await person.type('Naam bovenaan elke bladzijde', 'Jeugdhulpregio Drenthe');
    await person.attach('Logo (niet verplicht)', { name: 'logo.png', mimeType: 'image/png', buffer: png(180, 60) });
    await person.type('Kleur van knoppen en links', '#154273');
    await person.press('Bekijk hoe het wordt');
    await person.press('Gebruik deze huisstijl');
    await sees(person, 'De huisstijl is ingesteld.');
  });
}, 120_000);

it('lets everybody in by a sheet', async () => {
  const rows = [
    'Naam\tE-mail\tOrgaan\tRol',
    'Tweede Beheerder\ttweede@drenthe.example\t\tbeheerder',
    'Karin Kwartier\tkarin@drenthe.example\tABO Jeugd\tkwartiermaker',
    'Victor Voorzitter\tvictor@drenthe.example\tABO Jeugd\tvoorzitter',
    ...municipalities.map((name) => `Secretaris ${name}\t${emailOf(name)}\tCollege van ${name}\tsecretaris`),
  ];
  await does('beheerder: laat vijftien mensen toe met een lijst', `${base}/beheer`, async (person) => {
    await person.press('Lijst toevoegen');
    await person.type('Rijen', rows.join('\n'));
    await person.press('Bekijken wat er gebeurt');
    await person.press(/rijen toevoegen/);
    for (const line of (await page.getByLabel('Om te kopiëren naar Excel of een mail').inputValue()).split('\n')) {
      const [, email = '', link = ''] = line.split('\t');
      links.set(email, link);
    }
  });
  expect(links.size).toBe(rows.length - 1);
  await leaves();
}, 120_000);

it('the process lead signs in in two steps, and starts the dossier and its first question', async () => {
  const karin = 'karin@drenthe.example';
  await does('kwartiermaker: komt binnen en stelt de tweede stap in', linkOf(karin), async (person) => {
    await comesIn(person, karin);
    expect(await axeFindings(page)).toEqual([]);
    const [, secret = ''] = /sleutel in de app:\s+((?:[A-Z2-7]{4} ?)+)/.exec(await person.reads()) ?? [];
    const left = halfMinute - (Date.now() % halfMinute);
    if (left < 3_000) await page.waitForTimeout(left);
    await person.type(
      'Code uit de app',
      new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate(),
    );
    await person.press('Code nakijken en aanzetten');
    expect(await axeFindings(page)).toEqual([]);
    await person.press('Ik heb ze bewaard, verder');
  });
  await does('kwartiermaker: start het traject', `${base}/trajecten`, async (person) => {
    await person.press('Nieuw traject starten');
    await person.press(/Bekijk dit plan en start ?: Robuuste jeugdhulpregio/);
    await person.type('Naam van het traject', 'Robuuste jeugdhulpregio Drenthe');
    await person.date('Datum van de start', '2024-04-11');
    await person.press('Controleren');
    await person.press('Traject starten');
    dossier = page.url().replace(/\?.*/, '');
  });
  await does('kwartiermaker: start de fase en legt voor, met de brief', dossier, async (person) => {
    await person.press('Fase starten');
    await person.date('Datum van de start', '2024-04-11');
    await person.press('Fase starten');
    await person.press('Voorleggen');
    await person.date('Datum van de voorlegging', '2024-04-11');
    await person.date('Uiterste datum voor het antwoord', '2024-05-16');
    await person.type('Naam van het stuk', 'Brief aan de colleges');
    await person.attach('Het stuk zelf, als bestand', aPdf('Brief.pdf'));
    await person.press('Voorleggen');
    await person.press('Voorleggen');
    await sees(person, 'Nog geen go: 12 van 12 ontbreken', 'Brief aan de colleges');
  });
}, 120_000);

/** As somebody else does it, on the same day: by the forms of the pages, with what their fields begin with, and without looking. */
async function confirmsByForm(name: string): Promise<void> {
  const [email, link] = [emailOf(name), linkOf(emailOf(name))];
  let cookie = '';
  const asked = (more: RequestInit) =>
    ({ redirect: 'manual', headers: { origin: base, accept: 'text/html', cookie }, ...more }) as const;
  const look = async (path: string): Promise<string> => (await fetch(base + path, asked({}))).text();
  const send = async (address: string, form: string, filledIn: Record<string, string>): Promise<Response> => {
    const body = new URLSearchParams({ ...fieldsOf(form), ...filledIn });
    const answer = await fetch(address, asked({ method: 'POST', body }));
    if (answer.status !== 303) throw new Error(`${address}: ${answer.status} ${textOf(await answer.text())}`);
    return answer;
  };
  await send(link, await (await fetch(link)).text(), { password });
  const opened = await send(`${base}/aanmelden`, await look('/aanmelden'), { email, password });
  cookie = opened.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const step = /href="([^"]*)"[^>]*aria-label="Bevestigen/.exec(await look('/taken'))?.[1] ?? '';
  await send(base + step, await look(step), { confirmed: 'ja' });
}

/** What a form sends of itself: what is hidden in it, and what its fields begin with. */
const fieldsOf = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/<input [^>]*>/g)].flatMap(([input]) => {
      const [type = '', name = '', value = ''] = ['type', 'name', 'value'].map(
        (one) => new RegExp(` ${one}="([^"]*)"`).exec(input)?.[1] ?? '',
      );
      return name !== '' && ['hidden', 'date', 'text'].includes(type) && value !== '' ? [[name, value]] : [];
    }),
  );

it('what colleges decided before is recorded by the region, and each confirms its own', async () => {
  await does('kwartiermaker: neemt de oude lijst over, met elf besluiten', dossier, async (person) => {
    const rows = municipalities.map(
      (name) => `${name}\tFase 0\t${name === 'Emmen' ? 'nog niet' : 'akkoord'}\t14-5-2024`,
    );
    await person.press('Besluiten uit een lijst overnemen');
    await person.type('Rijen', ['Gemeente\tFase\tBesluit\tDatum', ...rows].join('\n'));
    await person.type(/^Waaruit blijken/, 'Overzicht van de regio, mei 2024');
    await person.type(/^Link daarnaartoe/, 'https://drenthe.example/overzicht');
    await person.press('Bekijken wat er gebeurt');
    await person.press('11 besluiten vastleggen');
    await sees(person, '11 besluiten zijn vastgelegd.');
  });
  await leaves();
  await does('secretaris: komt binnen en bevestigt', linkOf(emailOf('Assen')), async (person) => {
    await comesIn(person, emailOf('Assen'));
    await person.goTo(`${base}/taken`);
    await person.press(/^Bevestigen.*Assen/);
    await person.choose('Ja, dit klopt');
    await person.press('Antwoord vastleggen');
    await sees(person, 'De bevestiging is vastgelegd.');
  });
  await leaves();
  await does('secretaris: komt binnen en legt het eigen besluit vast', linkOf(emailOf('Emmen')), async (person) => {
    await comesIn(person, emailOf('Emmen'));
    await person.goTo(`${base}/taken`);
    await person.press(/^Vastleggen/);
    await person.choose('Akkoord: onderschreven');
    await person.date('Datum van het besluit', '2024-05-14');
    await person.press('Besluit vastleggen');
    await sees(person, 'Het besluit is vastgelegd.');
  });
  await leaves();
  for (const name of municipalities.filter((one) => one !== 'Emmen' && one !== 'Assen')) await confirmsByForm(name);
}, 120_000);

it('the chair concludes, prints the page for the meeting, and takes along what goes to others', async () => {
  const victor = 'victor@drenthe.example';
  await does('voorzitter: komt binnen en concludeert', linkOf(victor), async (person) => {
    await comesIn(person, victor);
    await person.goTo(`${base}/taken`);
    await person.press(/^(Conclu|Vastleggen)/);
    await person.choose(/^Go/);
    await person.date('Datum van de conclusie', today);
    await person.press('Controleren');
    await person.press('Conclusie vastleggen');
    await sees(person, 'De conclusie is vastgelegd.');
  });
  await does(
    'voorzitter: drukt de oplegger af en neemt bestanden mee',
    `${dossier}/momenten/instemming`,
    async (person) => {
      await person.press('Oplegger op één A4');
      expect(await pagesOf(page)).toBe(1);
      expect((await takes(person, 'Download als PDF')).subarray(0, 5).toString()).toBe('%PDF-');
      await person.goTo(dossier);
      await person.press('Exporteer');
      expect((await takes(person, 'Matrix als Excel')).subarray(0, 2).toString()).toBe('PK');
      const whole = (await takes(person, 'één bestand om te lezen, met logboek en stukken')).toString();
      for (const name of municipalities) expect(whole).toContain(`College van ${name}`);
      expect((await takes(person, 'ZIP voor een archief (MDTO)')).subarray(0, 2).toString()).toBe('PK');
    },
  );
}, 120_000);

/** A file, as it is handed over. */
async function takes(person: Person, name: string): Promise<Buffer> {
  const handed = page.waitForEvent('download');
  person.taken.presses++;
  await page.getByRole('link', { name }).first().click(); // which leads to no other page
  return readFileSync(await (await handed).path());
}
