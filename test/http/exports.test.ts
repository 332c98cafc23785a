// The lists that people take along, reopened by another library: they say what the pages say, of the day that is looked at, and
// nothing that is typed in them is ever a formula.
import readXlsx from 'read-excel-file/node';
import { csvOf } from '../../src/http/out/csv.js';
import type { Sheet } from '../../src/http/out/sheet.js';
import { sheetPart, xlsxOf } from '../../src/http/out/xlsx.js';
import { inSlices } from '../../src/app/slices.js';
import { accepted, decide, withOpenGate } from '../support/drenthe.js';
import { textOf } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

const hostile = [
  '=HYPERLINK("http://evil.example")',
  '+1+1',
  '-2',
  '@SUM(A1)',
  '\t=1',
  '＝1',
  ' =1',
  '|x',
  '%0',
  'a;b"c"\r\nd',
  '_x0041_',
  '’s-Hertogenbosch & <Súdwest>',
  '\u0001\uD800',
  'x'.repeat(40_000),
];
const sheet: Sheet = {
  title: 'Lijst [van]: alles/iets',
  about: ['Stand van 1 mei 2024.'],
  standOn: '2024-05-01',
  columns: [
    { head: 'Tekst', kind: 'text' },
    { head: 'Dag', kind: 'day' },
    { head: 'Getal', kind: 'number' },
  ],
  rows: [...hostile.map((text, i): Sheet['rows'][number] => [text, '2024-02-29', i]), [null, '1899-12-31', null]],
};

async function reopened(bytes: Buffer): Promise<unknown[][]> {
  const [first] = (await readXlsx(bytes)) as unknown as { data: unknown[][] }[]; // as it is since its version 9
  return first?.data ?? [];
}

describe('a sheet', () => {
  it('is opened as a workbook with every text as it was typed, days as days and numbers as numbers', async () => {
    const bytes = await xlsxOf(sheet, [await inSlices(sheetPart(sheet, { cut: '… (ingekort)' }))]);
    const [title, about, , heads, ...rows] = await reopened(bytes);
    expect([title?.[0], about?.[0], heads]).toEqual([sheet.title, sheet.about[0], ['Tekst', 'Dag', 'Getal']]);
    const texts = rows.map(([text]) => text);
    const plain = texts.slice(0, 9).concat(texts.slice(10, 12));
    // This library takes spaces around a text for none of it; the file has them.
    expect(plain).toEqual([...hostile.slice(0, 9), ...hostile.slice(10, 12)].map((text) => text.trim()));
    expect(texts[12]).toBe('\uFFFD\uFFFD');
    expect(String(texts[13])).toMatch(/^x{32755}… \(ingekort\)$/);
    expect(rows.slice(0, 2).map(([, day, n]) => [day, n])).toEqual([
      [new Date('2024-02-29'), 0],
      [new Date('2024-02-29'), 1],
    ]);
    expect(rows.at(-1)).toEqual([null, '1899-12-31', null]);
    expect(bytes.includes('<f>')).toBe(false);
  });

  it('is opened as CSV by a Dutch spreadsheet, and nothing in it is a formula', async () => {
    const [heads, ...lines] = (await inSlices(csvOf(sheet, 'Stand van'))).split(/\r\n(?=")|\r\n$/);
    expect(heads).toBe('\uFEFF"Tekst";"Dag";"Getal";"Stand van"');
    expect(lines[0]).toBe(`"'=HYPERLINK(""http://evil.example"")";"2024-02-29";0;"2024-05-01"`);
    for (const line of lines.slice(0, 9)) expect(line).toMatch(/^"'/);
    expect(lines[9]).toBe('"a;b""c""\r\nd";"2024-02-29";9;"2024-05-01"');
  });
});

describe('what is exported', () => {
  let server: TestServer;
  let id: string;
  let cookie: string;
  beforeAll(async () => {
    server = await TestServer.start();
    id = await withOpenGate(server);
    const more = { reference: '=2024/17', conditions: [{ text: 'Eerst geld.', effect: 'elaboration' }] };
    await accepted(decide(server, id, 'assen', { decision: 'agree-with-conditions', ...more }));
    await accepted(decide(server, id, 'meppel', { decision: 'disagree', reason: 'Te duur.' }));
    cookie = await server.cookieOf('reader', abo);
  });
  afterAll(() => server.stop());

  const get = (path: string) => fetch(`${server.url}${path}`, { headers: { cookie } });
  const sheetAt = async (path: string) => reopened(Buffer.from(await (await get(path)).arrayBuffer()));
  const lists = ['matrix', 'besluiten', 'voorwaarden', 'stukken', 'logboek', 'moment'];

  it('says of each municipality what the page says, beside its day', async () => {
    const page = textOf(await (await get(`/trajecten/${id}?fasen=alle`)).text());
    const [title, about, , , heads = [], ...rows] = await sheetAt(`/trajecten/${id}/export/matrix.xlsx`);
    expect(title?.[0]).toMatch(/^Matrix: /);
    expect(about?.[0]).toMatch(/^Stand van \d+ \w+ \d{4}\. Geëxporteerd op /);
    const at = heads.findIndex((head) => /^0 .*datum$/.test(String(head)));
    const assen = rows.find(([name]) => name === 'Assen') ?? [];
    expect(assen[at - 1]).toMatch(/^Akkoord onder voorwaarden \(voorlopig\); telt nog niet/);
    expect(assen[at]).toBeInstanceOf(Date);
    for (const row of rows) expect(page).toContain(String(row[at - 1]));
    const total = rows.at(-1)?.filter(Boolean).map(String) ?? [];
    expect(total[0]).toBe('Besloten');
    expect(total[1]).toMatch(/^\d+ van \d+ \(\d+ (telt|tellen) nog niet\)$/);
    for (const words of total) expect(page).toContain(words);
  });

  it('has what a decision and its condition say, and its formula is text', async () => {
    const found = await Promise.all(
      lists.map((list) => sheetAt(`/trajecten/${id}/export/${list}.xlsx?moment=instemming`)),
    );
    const [, decisions, conditions, , log, gate] = found.map((rows) => rows.flat().map(String));
    expect(decisions).toEqual(expect.arrayContaining(['=2024/17', 'Te duur.']));
    expect(conditions).toEqual(expect.arrayContaining(['Eerst geld.', 'nog niet beantwoord', 'bij uitwerking']));
    expect(log?.some((text) => text.startsWith('College van Meppel: niet akkoord bij '))).toBe(true);
    expect(gate).toEqual(expect.arrayContaining(['=2024/17', 'Niet akkoord (voorlopig)']));
  });

  it('is of the day that is looked at, in its name and in it', async () => {
    const answer = await get(`/trajecten/${id}/export/matrix.csv?asOf=2024-04-12`);
    expect(answer.headers.get('content-disposition')).toContain('stand van 2024-04-12.csv');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const text = await answer.text();
    expect(text).toContain('"2024-04-12"\r\n');
    expect(text).not.toMatch(/kkoord onder voorwaarden/);
  });

  it('goes for the lists over all dossiers too', async () => {
    const dossiers = (await sheetAt('/export/trajecten.xlsx')).flat().map(String);
    expect(dossiers).toContain('loopt');
    const lead = await server.cookieOf('process-lead', abo);
    const tasks = await (await fetch(`${server.url}/export/taken.csv`, { headers: { cookie: lead } })).text();
    expect(tasks).toContain('"Voor wie"');
    expect(tasks).toMatch(/"Nog te besluiten";.*;"College van /);
  });

  it('is in the security log, with who and which, before it is there', async () => {
    await get(`/trajecten/${id}/export/logboek.csv`);
    const administrator = await server.person({ role: 'administrator' });
    const { body } = await administrator.get<{ entries: { facts: object }[] }>('/security-log?kind=RecordExported');
    expect(JSON.stringify(body)).toContain(`logboek.csv ${id}`);
  });

  it.each(['matrix.pdf', 'matrix', 'zomaar.csv', 'constructor.csv', 'matrix.csv.csv', 'moment.csv'])(
    'is not found as %s',
    async (file) => {
      expect((await get(`/trajecten/${id}/export/${file}`)).status).toBe(404);
    },
  );
});
