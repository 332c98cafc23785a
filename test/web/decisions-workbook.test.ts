// Decisions that are taken over from a workbook: what is looked at is what stood in it, with all that was said beside its cells.
import { withOpenGate } from '../support/drenthe.js';
import { abo, TestServer } from '../support/server.js';
import { plain, rowsIn, sendSheet } from '../support/sheet-desk.js';
import { textRow, workbook } from '../support/workbooks.js';

let server: TestServer;
let lead: string;
let id: string;

const path = () => `/trajecten/${id}/besluiten-uit-lijst`;

beforeAll(async () => {
  server = await TestServer.start();
  lead = await server.cookieOf('process-lead', abo);
  id = await withOpenGate(server);
});
afterAll(() => server.stop());

const send = (fields: Record<string, string>, file?: { name: string; bytes: Uint8Array }, as = lead) =>
  sendSheet(server.url + path(), as, fields, file);

const source = { bron: 'Overzicht van de regio', bronLink: 'https://example.org/overzicht' };
const head = 'Gemeente\tFase\tBesluit\tDatum\tKenmerk\tToelichting';
describe('a workbook of decisions', () => {
  it('of a workbook says the same once it is looked at: its texts, its rows, what was hidden and what was not read', async () => {
    const about = 'Instemming met het verzoek';
    const said = '"Akkoord", aldus het college;\tzie blad 2\nen verder => de bijlage';
    const bytes = await workbook(
      `${textRow(1, ['Besluiten van de regio, stand 1 mei, Assen, Emmen'])}${textRow(3, head.split('\t'))}` +
        textRow(4, ['Assen', about, 'akkoord', '16-apr-2024', '"Z-1', said]) +
        textRow(900, ['Emmen', about, '', 'di 23 april 2024', '', '=> zie bijlage'], ' hidden="1"') +
        '</sheetData><mergeCells><mergeCell ref="C4:C900"/></mergeCells><sheetData>',
    );
    const { status, text, html } = await send({ sheet: '', ...source }, { name: 'stand.xlsx', bytes });
    expect([status, text]).toEqual([200, expect.stringContaining('Klopt dit? Er worden 2 besluiten vastgelegd')]);
    expect(rowsIn(html).get(4)).toContain(`Akkoord, 16 april 2024 '"Z-1' en '"Akkoord", aldus het college; zie blad 2`);
    expect(rowsIn(html).get(900)).toContain(
      "Akkoord, 23 april 2024 '=> zie bijlage' Besluit uit een samengevoegde cel",
    );
    expect(text).toContain('Rij 900 is in Excel verborgen of weggefilterd, maar wel gelezen.');
    expect(text).toContain("Alleen het eerste tabblad waar iets op staat is gelezen, niet 'Kosten'.");
  });

  it('with one answer over the columns of several moments is asked of which it is, and a line of text over all is none', async () => {
    const bytes = await workbook(
      textRow(1, ['Gemeente', 'Instemming met het verzoek', 'Voorkeursvariant']) +
        textRow(2, ['Noord-Drenthe']) +
        textRow(3, ['Assen', 'akkoord 16-4-2024']) +
        textRow(4, ['Emmen', 'akkoord 16-4-2024']) +
        '</sheetData><mergeCells><mergeCell ref="A2:C2"/><mergeCell ref="B3:C3"/></mergeCells><sheetData>',
    );
    const { status, html } = await send({ sheet: '', ...source }, { name: 'stand.xlsx', bytes });
    expect(status).toBe(400);
    expect(html).toContain('Aan 1 van de 3 besluiten is iets niet goed');
    expect(plain(html)).toContain("'akkoord 16-4-2024' staat in een cel die over meer kolommen is samengevoegd");
  });

  it('is not told that somebody did not decide who put a mark', async () => {
    const rows = ['✓', '👍', '☒'].map((answer) => `Emmen\tInstemming met het verzoek\t${answer}\t`);
    const { html } = await send({ sheet: [head, ...rows].join('\n'), ...source });
    for (const [i, answer] of ['✓', '👍', '☒'].entries())
      expect(rowsIn(html).get(i + 2)).toContain(`'${answer}' is geen besluit dat Sluis kent`);
  });
});
