// Help and duty: the handbook on screen with every link leading somewhere, whom to ask, and that what nobody filled in is
// told to be missing, on pages that are for everybody.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chapters, pictureNames } from '../../src/help/chapters.js';
import { handbookAddress } from '../../src/http/page/help-paths.js';
import { glossary, glossaryIn } from '../../src/wording/pages/glossary.js';
import { escaped } from '../../src/help/written.js';
import { configure } from '../../src/store/process/configuration.js';
import { quietTrace } from '../../src/store/process/trace-settings.js';
import { productVersion } from '../../src/store/process/version.js';
import { pagesAt } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

const root = join(import.meta.dirname, '../..');
const settings = readFileSync(join(root, 'ops/sluis.env'), 'utf8');
const duties = ['/contact', '/privacy', '/toegankelijkheid'];

let server: TestServer;
const { look, send } = pagesAt(() => server.url);
const textOf = async (path: string, cookie = ''): Promise<string> => {
  const { status, text } = await look(path, cookie);
  expect([path, status]).toEqual([path, 200]);
  return text;
};

beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

describe('the handbook', () => {
  const pathOf = (name: string): string => (name === '' ? '/hulp' : `/hulp/${name}`);

  it('is there whole: each chapter, under its own heading, and reached from the first', async () => {
    const files = readdirSync(join(root, 'docs/handboek')).filter((name) => name.endsWith('.md'));
    expect(chapters).toHaveLength(files.length);
    const first = await textOf('/hulp');
    for (const { name, title } of chapters.slice(1)) {
      expect([name, first.includes(`href="/hulp/${name}"`)]).toEqual([name, true]);
      expect(await textOf(`/hulp/${name}`)).toContain(`<h1 class="nl-heading nl-heading--level-1">${title}</h1>`);
    }
  });

  it('has no link that leads nowhere, each address of a heading once, and every picture', async () => {
    const ids = new Map(
      chapters.map(({ name, html }) => [pathOf(name), [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)]),
    );
    const wrong: string[] = [];
    for (const { name, html } of chapters) {
      const own = ids.get(pathOf(name)) ?? [];
      expect([name, new Set(own).size]).toEqual([name, own.length]);
      for (const [, href = ''] of html.matchAll(/ href="([^"]*)"/g)) {
        const [path = '', mark] = href.split('#');
        const there = ids.get(path === '' ? pathOf(name) : path);
        const leads =
          href.startsWith('https:') || (there !== undefined && (mark === undefined || there.includes(mark)));
        if (!leads) wrong.push(`${name}: ${href}`);
      }
      for (const [, source = ''] of html.matchAll(/<img [^>]*src="\/hulp\/beeld\/([^"]*)"/g))
        if (!pictureNames.includes(source)) wrong.push(`${name}: ${source}`);
    }
    expect(wrong).toEqual([]);
    for (const name of pictureNames) {
      const answer = await fetch(`${server.url}/hulp/beeld/${name}`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
    }
  });

  it('passes on no HTML that somebody wrote in it', () => {
    const tags =
      'h1 h2 h3 h4 p a img ul ol li strong em code pre blockquote div table thead tbody tr th td br hr'.split(' ');
    const found = chapters.flatMap(({ html }) => [...html.matchAll(/<\/?([^\s>]+)/g)].map(([, tag = '']) => tag));
    expect([...new Set(found)].filter((tag) => !tags.includes(tag))).toEqual([]);
    expect(escaped(`<img src=x onerror="a&b('c')">`)).toBe(
      '&lt;img src=x onerror=&quot;a&amp;b(&#39;c&#39;)&quot;&gt;',
    );
  });

  it('finds where words stand, a heading first, and says when they stand nowhere', async () => {
    const page = await textOf('/hulp?zoek=gemeenten+samengaan');
    expect(/<ul[^>]*sluis-found">.*?<a [^>]*href="([^"]*)"/.exec(page)?.[1]).toBe(
      '/hulp/besluiten#als-gemeenten-samengaan',
    );
    const nothing = await textOf(`/hulp?zoek=${encodeURIComponent('<b>xyzzy')}`);
    expect(nothing).toContain('Over “&lt;b&gt;xyzzy” staat niets in het handboek.');
    expect(await textOf('/hulp?zoek=+')).toContain('Wat voor iedereen geldt');
  });

  it('begins, for who is signed in, with the chapter of their role, and shows who that is', async () => {
    const page = await textOf('/hulp', await server.cookieOf('clerk', 'assen/raad'));
    expect(page).toMatch(/Voor uw rol:.*?href="\/hulp\/secretaris".*?<article/s);
    expect(page).toContain('action="/afmelden"');
    expect(await textOf('/hulp', 'sluis=bestaat-niet')).not.toContain('Voor uw rol');
  });
});

describe('a term', () => {
  it('is explained in one line, with a place in the handbook that is there, and once', async () => {
    const page = await textOf('/hulp/begrippen');
    for (const { id, word, text, chapter } of glossary) {
      const [name, heading] = chapter.split('#');
      const { html = '' } = chapters.find((one) => one.name === name) ?? {};
      expect([id, html !== '' && (heading === undefined || html.includes(` id="${heading}"`))]).toEqual([id, true]);
      expect([id, page.includes(`id="${id}"`), text.length < 160, text.endsWith('.')]).toEqual([id, true, true, true]);
      expect(page).toContain(`href="${handbookAddress(chapter)}"`);
      expect(glossary.filter((one) => one.word === word)).toHaveLength(1);
    }
  });

  it.each([
    ['Akkoord (voorlopig)', ['voorlopig']],
    ['opschortend; bij uitwerking; opschortend', ['bij-uitwerking', 'opschortend']],
    ['Wie gaf een tekstmandaat?', ['tekstmandaat']],
    ['zonder mandaat', ['mandaat']],
    ['Conform het voorstel', ['conform']],
    ['Vingerafdruk', ['vingerafdruk']],
    ['Aangehouden tot 23 april; 3 zienswijzen', ['aanhouden']],
    ['Zienswijze', ['zienswijze']],
    ['Akkoord', []],
  ])('is found in "%s"', (text, ids) => {
    expect(glossaryIn(text).map(({ id }) => id)).toEqual(ids);
  });
});

describe('the foot of a page', () => {
  it('is the same on every page, also where one signs in or where there is nothing', async () => {
    const reader = await server.cookieOf('reader', abo);
    const pages = [
      await look('/aanmelden', ''),
      await look('/nergens', ''),
      await look('/trajecten/nergens', reader),
      await look('/taken', reader),
      await look('/problems/csrf', ''),
      await look('/docs', ''),
      await send('/aanmelden', '', { email: 'wie', password: 'wat' }),
    ];
    for (const { text } of pages) {
      const foot = /<footer.*<\/footer>/s.exec(text)?.[0] ?? '';
      for (const path of ['/hulp', ...duties]) expect(foot).toContain(`href="${path}"`);
      expect(foot).toContain(`Sluis ${productVersion}`);
    }
  });
});

/** Every table of the database: what /privacy says of it; null where nothing in it is about people. */
const aboutPeople: Record<string, string | null> = {
  person: 'Uw account: naam, e-mailadres',
  assignment: 'rollen met begin, einde en reden',
  people_event: 'rollen met begin, einde en reden',
  people_event_text: 'rollen met begin, einde en reden',
  invitation: 'Uw wachtwoord, alleen als hash',
  second_factor: 'Waarvan uw app zijn codes maakt',
  recovery_code: 'uw herstelcodes, alleen als hash',
  session: 'Dat u bent aangemeld',
  presence: 'de vorige keer was',
  event: 'Wat u vastlegt',
  event_text: 'Namen die iemand in een tekst typt',
  found_word: 'Namen die iemand in een tekst typt',
  paper: 'Stukken die iemand toevoegt',
  paper_piece: 'Stukken die iemand toevoegt',
  erased_paper: 'Dat u als beheerder de inhoud van een stuk wiste',
  body_note: 'Een notitie die u als kwartiermaker',
  calendar: 'Dat u een kalender invulde',
  house_style: 'Dat u een huisstijl instelde',
  draft: 'Wat u in een formulier invulde',
  kept_answer: 'Het antwoord op wat u verstuurde',
  refused_address: 'of het is bezorgd',
  security_entry: 'Het beveiligingslogboek',
  security_log_begin: null,
  dossier: 'Wat u vastlegt', // made from events, as the next two
  dossier_body: null,
  open_turn: null,
  told_otherwise: null,
  plan: null,
  setting: null,
  mail: 'Mail die Sluis u stuurt',
  calendar_feed: 'Welk agenda-adres van u is',
  personal_link: 'Welke link in een mail van u is',
  webhook: null, // of systems and of events: no person is in it
  webhook_message: null,
  webhook_held: null,
  migrations: null,
  sqlite_sequence: null,
};

describe('what an installation has to tell', () => {
  it('is said to be missing where nobody filled it in, with a setting that there is', async () => {
    for (const path of duties) {
      const named = [...(await textOf(path)).matchAll(/\(instelling ([A-Z_]+)\)/g)].map(([, name = '']) => name);
      expect([path, named.length > 0]).toEqual([path, true]);
      expect(named.filter((name) => !new RegExp(`^#?${name}=`, 'm').test(settings))).toEqual([]);
    }
  });

  it('names everything of people that a table of the database keeps', async () => {
    const rows = await server.sluis.reader.rows<{ name: string }>(
      `SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`,
    );
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(aboutPeople).sort());
    const page = await textOf('/privacy');
    const said = Object.values(aboutPeople).filter((one) => one !== null);
    expect(said.filter((one) => !page.includes(one))).toEqual([]);
  });

  it('is shown where it was filled in', async () => {
    const given = {
      ORGANISATION: 'Gemeente <Proef>',
      CONTACT_NAME: 'Helpdesk',
      CONTACT_PHONE: '+31 (0)88 000 00 00',
      CONTACT_EMAIL: 'help@proef.example',
      CONTACT_URL: 'https://proef.example/hulp',
      CONTACT_SECURITY: 'https://proef.example/melden',
      PRIVACY_OFFICER: 'fg@proef.example',
      PRIVACY_STATEMENT: 'https://proef.example/privacy',
      ACCESSIBILITY_STATEMENT: 'https://www.toegankelijkheidsverklaring.nl/register/0',
      BACKUP_DIR: '/var/backups/sluis',
      BACKUP_KEEP: '21',
      SECURITY_LOG_DAYS: '90',
    };
    const safe = { BASE_URL: 'https://sluis.example', SESSION_SECRET: 'f3'.repeat(7) + 'a secret for this test' };
    const { contact, securityContact, duty, backup, trace } = configure('serve', { ...given, ...safe });
    const told = await TestServer.start({
      change: { contact, securityContact, duty, trace: trace && { ...trace, log: quietTrace.log } },
    });
    try {
      const pages = await Promise.all(duties.map(async (path) => (await fetch(told.url + path)).text()));
      const [first = '', second = '', third = ''] = pages;
      expect(pages.join('\n')).not.toContain('Niet ingevuld');
      for (const href of [
        'tel:+310880000000',
        'mailto:help@proef.example',
        'mailto:fg@proef.example',
        given.CONTACT_SECURITY,
      ])
        expect(first).toContain(`href="${href}"`);
      for (const words of ['Gemeente &lt;Proef&gt;', '90 dagen', given.PRIVACY_STATEMENT])
        expect(second).toContain(words);
      expect(third).toContain(given.ACCESSIBILITY_STATEMENT);
      expect(third).not.toContain('nog geen verklaring van de organisatie');
      expect(backup?.keep).toBe(21);
    } finally {
      await told.stop();
    }
  });

  it.each([
    ['ORGANISATION', 'x'.repeat(201)],
    ['CONTACT_PHONE', 'bel ons'],
    ['PRIVACY_OFFICER', 'de FG'],
    ['PRIVACY_STATEMENT', 'http://proef.example'],
    ['ACCESSIBILITY_STATEMENT', 'proef.example'],
  ])('is refused at start where %s cannot be right', (name, value) => {
    const safe = { BASE_URL: 'https://sluis.example', SESSION_SECRET: 'f3'.repeat(7) + 'a secret for this test' };
    expect(() => configure('serve', { ...safe, [name]: value })).toThrow(new RegExp(`^${name}: [^\\n]+$`));
  });
});
