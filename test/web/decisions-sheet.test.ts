// Decisions that are taken over from a sheet: each kind of mistake has a sentence of its own, nothing is recorded before it is
// confirmed, and then all of them are at once, waiting for the word of each body.
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import type { GateView } from '../../src/wording/gates/views.js';
import { inSlices } from '../../src/app/slices.js';
import { sheetPart, xlsxOf } from '../../src/http/out/xlsx.js';
import { accepted, decide, municipalities, withOpenGate } from '../support/drenthe.js';
import { hiddenIn, pagesAt } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';
import { plain, rowsIn, sendSheet } from '../support/sheet-desk.js';

let server: TestServer;
let lead: string;
let id: string;

const pages = pagesAt(() => server.url);
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
const lengthNow = async (): Promise<number> =>
  (await (await server.lead()).get<DossierView>(`/dossiers/${id}`)).body.version;

describe('a sheet of decisions', () => {
  it('has a sentence for each mistake, with its row, and records nothing', async () => {
    await accepted(decide(server, id, 'westerveld'));
    const cases: [row: string, sentence: string][] = [
      ['\tInstemming met het verzoek\takkoord\t16-4-2024', 'Wie besloot ontbreekt; vul de gemeente in.'],
      [
        'Midden Drente\tInstemming met het verzoek\takkoord\t16-4-2024',
        "'Midden Drente' doet niet mee in dit traject; bedoelt u Midden-Drenthe?",
      ],
      [
        'Groningen\tInstemming met het verzoek\takkoord\t16-4-2024',
        "'Groningen' doet niet mee in dit traject; schrijf de naam",
      ],
      [
        'Assen\tInstemmming met verzoek\takkoord\t16-4-2024',
        'is geen moment van dit traject; bedoelt u Instemming met het verzoek?',
      ],
      [
        'Assen\tKoffiedrinken\takkoord\t16-4-2024',
        "'Koffiedrinken' is geen moment van dit traject; schrijf de naam van de fase.",
      ],
      ['Assen\tVoorkeursvariant\takkoord\t16-4-2024', 'Voorkeursvariant is nog niet voorgelegd; leg dat eerst vast'],
      [
        'Raad van Assen\tInstemming met het verzoek\takkoord\t16-4-2024',
        "'Raad van Assen' besluit niet mee over Instemming met het verzoek",
      ],
      [
        'Emmen\tInstemming met het verzoek\takoord\t16-4-2024',
        "'akoord' is geen besluit dat Sluis kent; bedoelt u akkoord?",
      ],
      [
        'Emmen\tInstemming met het verzoek\thoera hoera\t16-4-2024',
        "'hoera hoera' is geen besluit dat Sluis kent; schrijf bijvoorbeeld",
      ],
      [
        'Emmen\tInstemming met het verzoek\takkoord / niet akkoord\t16-4-2024',
        'is meer dan één besluit; schrijf het besluit dat geldt',
      ],
      ['Emmen\tInstemming met het verzoek\takkoord\t', 'De datum van het besluit ontbreekt; vul die in.'],
      [
        'Emmen\tInstemming met het verzoek\t\t16-4-2024',
        'Het besluit ontbreekt; vul in wat er is besloten, of haal de datum weg.',
      ],
      [
        'Emmen\tInstemming met het verzoek\takkoord\t31-2-2024',
        "Datum '31-2-2024' is geen bestaande datum; schrijf dag, maand en jaar",
      ],
      [
        'Emmen\tInstemming met het verzoek\takkoord\t16-4-24',
        "Datum '16-4-24' is geen bestaande datum; schrijf het jaar met vier cijfers",
      ],
      [
        'Emmen\tInstemming met het verzoek\takkoord\t16-4-2024 of 23-4-2024',
        'noemt meer dan één dag; schrijf de dag van het besluit',
      ],
      ['Borger-Odoorn\tInstemming met het verzoek\takkoord\t16-4-2124', 'Datum ligt in de toekomst'],
      ['De Wolden\tInstemming met het verzoek\takkoord\t16-4-2020', 'Datum is te vroeg'],
      ['Hoogeveen\tInstemming met het verzoek\tzienswijze\t16-4-2024', 'Besluit kan hier niet'],
      [
        'Hoogeveen\tInstemming met het verzoek\tonder voorbehoud\t16-4-2024',
        'hoort meer dan in een lijst past; haal deze regel weg',
      ],
      [
        'Hoogeveen\tInstemming met het verzoek\takkoord mits\t16-4-2024',
        'hoort een tekst; zet in de kolom Toelichting',
      ],
      ['=A1&B2\tInstemming met het verzoek\takkoord\t16-4-2024', 'is een formule zonder uitkomst'],
      ['Emmen\tInstemming met het verzoek\t#N/B\t16-4-2024', "Besluit '#N/B' is een formule met een fout"],
      ['CoÃ«vorden\tInstemming met het verzoek\takkoord\t16-4-2024', 'heeft letters die onderweg zijn veranderd'],
      ['Meppel\tInstemming met het verzoek\takkoord\t16-4-2024', ''],
      ['gemeente Meppel\tInstemming met het verzoek\tja\t16 april 2024', 'Deze regel zegt hetzelfde als rij 25'],
      [
        'Meppel\tInstemming met het verzoek\tniet akkoord\t23-4-2024',
        'Hetzelfde orgaan staat ook in rij 25, met akkoord',
      ],
      [
        'Westerveld\tInstemming met het verzoek\tniet akkoord\t23-4-2024',
        'Er is al vastgelegd: akkoord, 16 april 2024. Haal deze regel weg',
      ],
      ['Noordenveld\tInstemming met het verzoek\takkoord\t16-4-2024\t' + 'k'.repeat(300), 'Kenmerk is te lang'],
    ];
    const before = await lengthNow();
    const { status, html } = await send({ sheet: [head, ...cases.map(([row]) => row)].join('\n'), ...source });
    expect(status).toBe(400);
    const rows = rowsIn(html);
    for (const [i, [, sentence]] of cases.entries())
      if (sentence !== '') expect(`${i}: ${rows.get(i + 2)}`).toContain(sentence);
    expect(await lengthNow()).toBe(before);
  });

  it('that cannot be read says why, and what its columns hold can be said', async () => {
    const cases: [string, string][] = [
      ['', 'Plak rijen, of kies een bestand.'],
      ['zomaar\niets', 'De regel met kopjes ontbreekt.'],
      ['Besluit\tDatum\nakkoord\t16-4-2024', 'Geen kolom zegt wie besloot.'],
      ['Gemeente\tDatum\nAssen\t16-4-2024', 'Geen kolom zegt wat er is besloten.'],
      ['Gemeente\tBesluit\tAntwoord\nAssen\takkoord\tja', 'Twee kolommen zeggen hetzelfde.'],
      [head, 'De lijst heeft geen regels onder de kopjes'],
      [`${head}\nAssen\tInstemming met het verzoek\tnog niet`, 'De lijst noemt alleen organen die nog niet besloten'],
    ];
    for (const [sheet, sentence] of cases) {
      const { status, text } = await send({ sheet, ...source });
      expect([status, text]).toEqual([400, expect.stringContaining(sentence)]);
    }
    const many = Buffer.from(`${head}\n${'Assen\n'.repeat(10_000)}`);
    const long = await send({ sheet: '', ...source }, { name: 'lang.csv', bytes: many });
    expect([long.status, long.text]).toEqual([
      400,
      expect.stringContaining('De lijst heeft meer dan 2000 regels; deel het op'),
    ]);
    const sheet = 'Plaats\tUitspraak\tWanneer\nAssen\takkoord\t16-4-2024';
    const unknown = await send({ sheet, ...source });
    expect([unknown.status, unknown.html]).toEqual([400, expect.stringContaining('name="kolom/2"')]);
    const mapped = await send({ sheet, ...source, 'kolom/0': 'body', 'kolom/1': 'answer', 'kolom/2': 'on' });
    expect([mapped.status, mapped.text]).toEqual([
      200,
      expect.stringContaining('Klopt dit? Er wordt 1 besluit vastgelegd'),
    ]);
    expect(mapped.text).toContain('Rij 2 College van Assen Instemming met het verzoek Akkoord, 16 april 2024');
  });

  it('that is too long for its field says how long it can be, and comes back with its beginning', async () => {
    for (const n of [61_000, 70_000, 300_000]) {
      const rows = Array.from(
        { length: n / 200 },
        (_, i) => `nummer ${i}\tFase 0\takkoord\t16-4-2024\t${'x'.repeat(180)}`,
      );
      const { status, html, text } = await send({ sheet: [head, ...rows].join('\n'), ...source });
      expect([n, status, text]).toEqual([
        n,
        400,
        expect.stringContaining('De lijst is te lang: hoogstens 60.000 tekens'),
      ]);
      expect([html.includes('nummer 3'), html.includes('<textarea')]).toEqual([true, true]);
      expect(html).toContain(source.bron);
    }
  });

  it('says once from what all of it appears', async () => {
    const sheet = `${head}\nAssen\tInstemming met het verzoek\takkoord\t16-4-2024`;
    const lacking = await send({ sheet, bron: '', bronLink: '' });
    expect([lacking.status, lacking.text]).toEqual([
      400,
      expect.stringContaining('Geef antwoord op de vraag "Waaruit blijken deze besluiten?".'),
    ]);
    const linked = await send({
      sheet: 'Gemeente\tBesluit\tDatum\tLink\nAssen\tja\t16-4-2024\thttps://example.org/a',
      bron: 'Lijst',
      bronLink: '',
    });
    expect(linked.status).toBe(200);
  });

  it('with a column for each gate, as a workbook, is recorded once confirmed, once also when it is sent twice', async () => {
    const columns = ['Gemeente', 'Instemming met het verzoek', 'Datum', 'Voorkeursvariant', 'Opmerking'].map(
      (name) => ({ head: name, kind: 'text' as const }),
    );
    const answers: Record<string, [string, string]> = {
      assen: ['akkoord', '16-4-2024'],
      emmen: ['aangehouden', '2024-04-23'],
      coevorden: ['akkoord onder voorwaarde', '23 april 2024'],
      hoogeveen: ['nog niet', ''],
      meppel: ['akkoord 16-4-2024', ''],
      westerveld: ['akkoord', '16-4-2024'],
    };
    const rows = Object.entries(answers).map(([town, [answer, on]]) => [town, answer, on, '', '']);
    const sheet = { title: 'Stand', about: ['van de regio'], standOn: '2024-05-01', columns, rows };
    const bytes = await xlsxOf(sheet, [await inSlices(sheetPart(sheet, { cut: '…' }))]);
    const conditional = await send({ sheet: '', ...source }, { name: 'stand.xlsx', bytes });
    expect([conditional.status, conditional.text]).toEqual([
      400,
      expect.stringContaining('hoort een tekst; zet in de kolom Toelichting'),
    ]);
    const mended = rows.map((row) =>
      row[0] === 'coevorden' ? ['coevorden', 'akkoord mits', '23 april 2024', '', 'De kosten blijven gelijk.'] : row,
    );
    const text = [columns.map((one) => one.head), ...mended]
      .map((row) => row.join('\t'))
      .join('\n')
      .replace('Voorkeursvariant', 'Anders');
    const looked = await send({ sheet: text, ...source });
    expect([looked.status, looked.text]).toEqual([
      200,
      expect.stringContaining('Klopt dit? Er worden 4 besluiten vastgelegd'),
    ]);
    expect(looked.text).toContain('1 regel staat er al. 1 keer is nog niet besloten; dat wordt overgeslagen.');
    const before = await lengthNow();
    const given = { ...hiddenIn(looked.html), bevestigd: 'ja' };
    const [done, again] = await Promise.all([send(given), send(given)]);
    expect([done.status, again.status, again.location]).toEqual([303, 303, done.location]);
    expect(await lengthNow()).toBe(before + 4);
    const { decisions, conditions } = (await (await server.lead()).get<GateView>(`/dossiers/${id}/gates/instemming`))
      .body;
    const said = decisions.map(({ body, decision, decidedOn, confirmation }) => [
      body,
      decision,
      decidedOn,
      confirmation,
    ]);
    expect(said).toEqual(
      expect.arrayContaining([
        ['assen/college', 'agree', '2024-04-16', 'unconfirmed'],
        ['emmen/college', 'deferred', '2024-04-23', 'unconfirmed'],
        ['meppel/college', 'agree', '2024-04-16', 'unconfirmed'],
      ]),
    );
    expect(conditions.map((one) => [one.text, one.effect])).toEqual([['De kosten blijven gelijk.', 'elaboration']]);
    const after = await pages.look(done.location ?? '', lead);
    expect(plain(after.text)).toContain('4 besluiten zijn vastgelegd.');
    expect((await send({ sheet: text, ...source })).text).toContain('Alles in deze lijst staat er al.');
  });

  it('is looked at anew where somebody decided meanwhile', async () => {
    const sheet = `${head}\nTynaarlo\tInstemming met het verzoek\takkoord\t23-4-2024`;
    const looked = await send({ sheet, ...source });
    await accepted(decide(server, id, 'tynaarlo'));
    const late = await send({ ...hiddenIn(looked.html), bevestigd: 'ja' });
    expect([late.status, late.text]).toEqual([
      400,
      expect.stringContaining('Er is al vastgelegd: akkoord, 16 april 2024.'),
    ]);
  });

  it('is for who records decisions: a secretary for the own body, and nobody else', async () => {
    const secretary = await server.cookieOf('secretary', 'noordenveld/college');
    const rows = ['Noordenveld', 'De Wolden'].map((town) => `${town}\tInstemming met het verzoek\takkoord\t23-4-2024`);
    const both = await send({ sheet: [head, ...rows].join('\n'), ...source }, undefined, secretary);
    expect([both.status, both.text]).toEqual([
      400,
      expect.stringContaining('U kunt dit alleen voor uw eigen orgaan doen'),
    ]);
    expect((await pages.look(path(), await server.cookieOf('reader', abo))).status).toBe(403);
    expect((await pages.look(path(), await server.cookieOf('process-lead', 'twente/overleg'))).status).toBe(404);
    expect(municipalities).toHaveLength(12);
  });
});
