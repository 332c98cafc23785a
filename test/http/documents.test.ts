// The documents of a dossier that people take along, reopened by other libraries: they say what the pages say, of the day that is
// looked at, and no more than their reader may know.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import readXlsx from 'read-excel-file/node';
import { validateXML } from 'xmllint-wasm';
import { accepted, decide, startDrenthe, withOpenGate } from '../support/drenthe.js';
import { textOf } from '../support/pages.js';
import { pdf as paperOf, upload } from '../support/papers.js';
import { abo, TestServer } from '../support/server.js';
import { factsInRows, rowsOfCsv, rowsOfHtml, type ToldFact } from '../support/told-facts.js';

let server: TestServer;
let id: string;
let cookie: string;
beforeAll(async () => {
  server = await TestServer.start();
  id = await withOpenGate(server);
  const conditions = [{ text: 'Eerst geld & <rust>.', effect: 'elaboration' }];
  const evidence = [{ title: 'Besluitenlijst <é>', file: await uploaded('assen', open) }];
  await accepted(decide(server, id, 'assen', { decision: 'agree-with-conditions', conditions, evidence }));
  await accepted(decide(server, id, 'meppel', { decision: 'disagree', reason: 'Te duur.' }));
  const kept = { release: { scope: 'own', ground: 'Woo' }, reason: 'GEHEIME reden' };
  const hidden = [{ title: 'GEHEIME nota', file: await uploaded('emmen', closed) }];
  await accepted(decide(server, id, 'emmen', { decision: 'disagree', ...kept, evidence: hidden }));
  cookie = await server.cookieOf('reader', abo);
});
afterAll(() => server.stop());

/** One is larger than a piece in which it is stored, and none ends with a piece. */
const open = paperOf('Besluitenlijst van Assen', 600_001);
const closed = paperOf('GEHEIM');
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function uploaded(place: string, bytes: Buffer): Promise<string> {
  return (await accepted(upload(await server.secretary(place), id, bytes))).hash;
}

const get = (path: string, who = cookie) => fetch(`${server.url}/trajecten/${id}${path}`, { headers: { cookie: who } });
const bytesAt = async (path: string, who = cookie) => new Uint8Array(await (await get(path, who)).arrayBuffer());

interface Tagged {
  role?: string;
  children?: Tagged[];
}

describe('the one page for a meeting as PDF', () => {
  const path = '/documenten/oplegger.pdf?moment=instemming';

  it('has a title, a language and a structure, and says what the page says', async () => {
    const pdf = await getDocument({ data: await bytesAt(path) }).promise;
    expect(pdf.numPages).toBe(1);
    const { info } = (await pdf.getMetadata()) as unknown as { info: Record<string, unknown> }; // it says no more of it
    expect(info).toMatchObject({ Language: 'nl' });
    expect(String(info.Title)).toMatch(/^Oplegger voor het ABO/);
    const page = await pdf.getPage(1);
    const roles: string[] = [];
    const look = ({ role, children = [] }: Tagged) => {
      if (role !== undefined) roles.push(role);
      children.forEach(look);
    };
    look((await page.getStructTree()) as Tagged); // what it calls so
    expect(new Set(roles)).toEqual(
      new Set(['Root', 'Document', 'P', 'H1', 'H2', 'H3', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD']),
    );
    const { items } = await page.getTextContent();
    const text = items
      .map((item) => ('str' in item ? item.str : ''))
      .join(' ')
      .replace(/\s+/g, ' ');
    const shown = textOf(await (await get('/momenten/instemming/oplegger')).text()).replace(/\s+/g, ' ');
    expect(text).toContain('Eerst geld & <rust>.');
    expect(text).not.toContain('GEHEIM');
    const main = shown.slice(shown.indexOf('Wat er van u wordt gevraagd'), shown.indexOf('Hulp Contact'));
    for (const word of new Set(main.split(' ').filter((one) => !one.includes('&')))) expect(text).toContain(word);
  });

  it('is of the day that is looked at, in its name, and in the security log', async () => {
    const answer = await get(`${path}&asOf=2024-04-12`);
    expect(answer.headers.get('content-disposition')).toContain('stand van 2024-04-12.pdf');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const administrator = await server.person({ role: 'administrator' });
    const { body } = await administrator.get<{ entries: object[] }>('/security-log?kind=RecordExported');
    expect(JSON.stringify(body)).toContain(`oplegger.pdf ${id}`);
  });
});

it.each(['oplegger.pdf', 'oplegger.docx', 'zomaar.docx', 'constructor', 'oplegger.pdf?moment=zomaar'])(
  '%s is not found',
  async (file) => {
    expect((await get(`/documenten/${file}`)).status).toBe(404);
  },
);

describe('a document to write on from', () => {
  const word = async (path: string) => {
    const buffer = Buffer.from(await bytesAt(`/documenten/${path}`));
    const { value, messages } = await mammoth.convertToHtml({ buffer });
    const faults = messages.filter(({ message }) => !message.startsWith('Unrecognised paragraph style'));
    const parts = Object.values(unzipSync(buffer)).map((bytes) => Buffer.from(bytes).toString());
    return { html: value, text: textOf(value), faults, parts: parts.join() };
  };

  it.each([
    [
      'oplegger.docx?moment=instemming',
      ['Oplegger voor het ABO', 'Wie nog niet meetelt, en waarom', 'Eerst geld & <rust>.'],
    ],
    ['besluitenoverzicht.docx', ['Besluitenoverzicht', 'Go/no-go 0', 'College van Meppel', 'Eerst geld & <rust>.']],
    ['reactienota.docx?moment=instemming', ['Reactienota', 'College van Assen', 'Te duur.', 'nog niet beantwoord']],
    [
      'raadsinformatiebrief.docx?moment=instemming',
      ['Op 11 april 2024 is aan', 'De vragen luiden', 'Voorwaarden die nog lopen'],
    ],
  ])('%s is opened by another program, in its language, and says nothing that is closed', async (path, says) => {
    const { html, text, faults, parts } = await word(path);
    expect(faults).toEqual([]);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    for (const said of [...says, 'Stand van '])
      expect(text.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>')).toContain(said);
    expect(parts).not.toContain('GEHEIM');
    expect(parts).toContain('<w:lang w:val="nl-NL"/>');
    expect(parts).toContain('<dc:language>nl-NL</dc:language>');
  });

  it('has each decision that its page has, also of before the submission, and decided anew since', async () => {
    const early = await startDrenthe(server);
    await accepted(decide(server, early, 'assen', { reason: 'Alvast akkoord.' }));
    const first = await accepted(decide(server, early, 'meppel', { decision: 'disagree', reason: 'Eerst niet.' }));
    const told = async (file: string) => {
      const path = `${server.url}/trajecten/${early}/documenten/${file}`;
      const bytes = await (await fetch(path, { headers: { cookie } })).arrayBuffer();
      return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
    };
    const overview = 'besluitenoverzicht.docx';
    const asked = ['oplegger', 'reactienota'].map((one) => `${one}.docx?moment=instemming`);
    expect(await told(overview)).toContain('Alvast akkoord.');
    const [briefing = '', note = ''] = await Promise.all(asked.map(told));
    expect(briefing).toContain('Nog niets: dit moment is nog niet voorgelegd.');
    expect([note.includes('nog niet voorgelegd'), note.includes('Alvast akkoord.')]).toEqual([true, true]);
    await accepted(decide(server, early, 'meppel', { revises: first.id, decidedOn: '2024-04-23', reason: 'Nu wel.' }));
    const text = await told(overview);
    for (const reason of ['Alvast akkoord.', 'Eerst niet.', 'Nu wel.']) expect(text).toContain(reason);
  });

  it('has tables with heads that are repeated, and is of the day that is looked at', async () => {
    const { html, parts } = await word('besluitenoverzicht.docx?asOf=2024-04-12');
    expect(parts).toContain('<w:tblHeader/>');
    expect(html).toContain('<thead>');
    expect(html).toContain('Stand van 12 april 2024');
    expect(html).not.toContain('Te duur.');
  });
});

describe('the whole dossier as one file', () => {
  it('has what was decided, the log, and the papers byte for byte, with nothing of what is closed', async () => {
    const html = await (await get('/documenten/traject.html')).text();
    const text = textOf(html);
    for (const said of ['Stand van ', 'Eerst geld', 'Te duur.', 'Regel', 'Vingerafdruk']) expect(text).toContain(said);
    const [, name = '', base64 = ''] =
      /<a download="([^"]*)" href="data:application\/pdf;base64,([\w+/=]*)">/.exec(html) ?? [];
    expect(name).toBe('Besluitenlijst &lt;é&gt;.pdf');
    expect(Buffer.from(base64, 'base64').equals(open)).toBe(true);
    expect(html).toContain(hashOf(open));
    expect(html).not.toMatch(/<script|GEHEIM|src=/);
    expect(html).not.toContain(hashOf(closed));
    const log = textOf(await (await get('/logboek')).text());
    const sentences = [...log.matchAll(/College van \w+: [^.]*\./g)].map(([one]) => one.slice(0, 40));
    expect(sentences.length).toBeGreaterThan(1);
    for (const sentence of sentences) expect(text).toContain(sentence);
  });

  it('has for the body itself what it kept, and of a day before that nothing yet', async () => {
    const own = await server.cookieOf('secretary', 'emmen/college');
    const html = await (await get('/documenten/traject.html', own)).text();
    expect(html).toContain('GEHEIME reden');
    expect(html).toContain(closed.toString('base64'));
    const earlier = await (await get('/documenten/traject.html?asOf=2024-04-12', own)).text();
    expect(earlier).toContain('Stand van 12 april 2024');
    expect(earlier).not.toMatch(/GEHEIM|Te duur|base64/);
  });
});

describe('the dossier for an archive', () => {
  /** Ours says what theirs says; theirs where it is given. */
  const schema = readFileSync(process.env.MDTO_XSD ?? new URL('../fixtures/mdto-1.0.1.xsd', import.meta.url), 'utf8');
  let files: Record<string, Uint8Array>;
  beforeAll(async () => {
    files = unzipSync(await bytesAt('/documenten/archief.zip'));
  });
  const metadata = () =>
    Object.entries(files)
      .filter(([name]) => name.endsWith('.MDTO.xml'))
      .map(([name, bytes]) => ({ fileName: name.replaceAll('/', '_'), contents: Buffer.from(bytes).toString() }));

  it('has metadata that its schema takes, beside every file and in every folder', async () => {
    const { errors } = await validateXML({ xml: metadata(), schema: [schema] });
    expect(errors.map(({ rawMessage }) => rawMessage)).toEqual([]);
    const wrong = metadata()[0]?.contents.replace(/<waardering>[^]*<\/waardering>/, '') ?? '';
    expect((await validateXML({ xml: [{ fileName: 'x', contents: wrong }], schema: [schema] })).valid).toBe(false);
    const contents = Object.keys(files).filter((name) => !name.endsWith('.MDTO.xml'));
    expect(contents.map((name) => name.split('/').slice(1).join('/'))).toEqual([
      'overzicht/overzicht.html',
      'stuk-0001/stuk-0001.pdf',
    ]);
    for (const name of contents) {
      expect(files).toHaveProperty([`${name}.bestand.MDTO.xml`]);
      expect(name).toMatch(/^[\w./-]+$/);
    }
  });

  it('says of each file its size and hash as they are, and of whom it all is', () => {
    for (const [name, bytes] of Object.entries(files).filter(([one]) => !one.endsWith('.MDTO.xml'))) {
      const xml = Buffer.from(files[`${name}.bestand.MDTO.xml`] ?? []).toString();
      expect(xml).toContain(`<omvang>${bytes.length}</omvang>`);
      expect(xml).toContain(`<checksumWaarde>${hashOf(bytes)}</checksumWaarde>`);
    }
    const all = metadata().map(({ contents }) => contents);
    expect(all.join()).not.toMatch(/GEHEIM/);
    expect(all[0]).toContain('<verwijzingNaam>Besluitenlijst &lt;é&gt;</verwijzingNaam>');
    expect(all[0]).toContain('<verwijzingNaam>Jeugdhulpregio Drenthe</verwijzingNaam>');
  });

  it('has an overview that leads to its papers', () => {
    const [name = '', bytes] = Object.entries(files).find(([one]) => one.endsWith('overzicht.html')) ?? [];
    const [, href = ''] = /<a href="(\.\.[^"]*)">Besluitenlijst/.exec(Buffer.from(bytes ?? []).toString()) ?? [];
    expect(files).toHaveProperty([new URL(href, `http://x/${name}`).pathname.slice(1)]);
  });
});

describe('every file that is taken along', () => {
  const told = async (path: string): Promise<ToldFact[]> => {
    const bytes = Buffer.from(await bytesAt(path));
    if (path.includes('.docx')) return factsInRows(rowsOfHtml((await mammoth.convertToHtml({ buffer: bytes })).value));
    if (path.includes('.csv')) return factsInRows(rowsOfCsv(bytes.toString()));
    if (path.includes('.html')) return factsInRows(rowsOfHtml(bytes.toString()).slice(0, 60));
    if (path.includes('.zip')) {
      const [, page] = Object.entries(unzipSync(bytes)).find(([name]) => name.endsWith('.html')) ?? [];
      return factsInRows(rowsOfHtml(Buffer.from(page ?? '').toString()).slice(0, 60));
    }
    const [sheet] = (await readXlsx(bytes)) as unknown as { data: string[][] }[]; // as it is since its version 9
    return factsInRows(sheet?.data ?? []);
  };

  it.each(['', 'asOf=2024-04-12', 'asOf=2024-04-16'])(
    'says of every body what its page says, on the same day, reopened by another library (%s)',
    async (moment) => {
      const html = await (await get(`/momenten/instemming?${moment}`)).text();
      const table = html.slice(html.indexOf('sluis-bodies sluis-stacked'));
      const rows = rowsOfHtml(table.slice(0, table.indexOf('</table>')), 'College van ');
      const page = factsInRows(rows).filter(({ body }) => body !== 'College van College'); // its head
      expect(page).toHaveLength(12);
      expect(JSON.stringify(page)).not.toContain('GEHEIM');
      for (const file of [
        `/export/moment.xlsx?moment=instemming&${moment}`,
        `/export/moment.csv?moment=instemming&${moment}`,
        `/documenten/besluitenoverzicht.docx?${moment}`,
        `/documenten/traject.html?${moment}`,
        `/documenten/archief.zip?${moment}`,
      ])
        expect([file, await told(file)]).toEqual([file, page]);
    },
  );
});
