// People who are let in by a sheet: each kind of mistake has a sentence of its own, nothing is recorded before it is confirmed,
// and then all of them are let in at once, with their links.
import { sheetPart, xlsxOf } from '../../src/http/out/xlsx.js';
import { inSlices } from '../../src/app/slices.js';
import { TestServer } from '../support/server.js';
import { hiddenIn, ownPage, pagesAt } from '../support/pages.js';

let server: TestServer;
let cookie: string;

beforeAll(async () => {
  server = await TestServer.start();
  cookie = await server.signIn((await server.addPerson({ role: 'administrator' })).id);
});
afterAll(() => server.stop());

const path = '/mensen/lijst';
const pages = pagesAt(() => server.url);
const plain = (text: string): string =>
  text
    .replace(/<(head|style)[^]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

async function send(fields: Record<string, string>, file?: { name: string; bytes: Uint8Array }, as = cookie) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (file) form.append('file', new Blob([new Uint8Array(file.bytes)]), file.name);
  const sent = await fetch(`${server.url}${path}`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { ...ownPage, cookie: as },
  });
  const next = sent.headers.get('location');
  const answer = next?.includes('?controle=') ? await fetch(server.url + next, { headers: { cookie: as } }) : sent;
  const html = await answer.text();
  return { status: answer.status, html, text: plain(html) };
}

const head = 'Naam\tE-mail\tOrgaan\tRol\tVan\tTot en met';
const paste = (...rows: string[]) => send({ sheet: [head, ...rows].join('\n') });

describe('a sheet of people', () => {
  it('is for who gives roles alone, also when it brings a file', async () => {
    const lead = await server.cookieOf('process-lead', 'twente/overleg');
    expect((await pages.look(path, lead)).status).toBe(403);
    expect((await send({ sheet: head }, { name: 'a.csv', bytes: Buffer.from(head) }, lead)).status).toBe(403);
    const nobody = await send({ sheet: head }, { name: 'a.csv', bytes: Buffer.from(head) }, '');
    expect([nobody.status, nobody.text]).not.toEqual([200, expect.stringContaining('Klopt dit?')]);
  });

  it('has a sentence for each mistake, with its row, and records nothing', async () => {
    const cases: [row: string, sentence: string][] = [
      ['\ta1@assen.example\tAssen\tsecretaris', 'Naam ontbreekt; vul die in.'],
      ['Jan\t\tAssen\tsecretaris', 'E-mail ontbreekt; vul het adres in, of haal deze rij weg.'],
      ['Jan\tjan.assen.example\tAssen\tsecretaris', "E-mail 'jan.assen.example' is geen e-mailadres"],
      ['Jan\tjan@a.example; piet@a.example\tAssen\tsecretaris', 'is meer dan één adres'],
      ['jan@a.example\tJan\tAssen\tsecretaris', "Naam 'jan@a.example' is een e-mailadres"],
      [
        'Jan\ta2@a.example\tMidden Drente\tsecretaris',
        "Orgaan 'Midden Drente' is geen gemeente of orgaan dat Sluis kent; bedoelt u Midden-Drenthe?",
      ],
      [
        'Jan\ta3@a.example\tAtlantis aan Zee\tsecretaris',
        "Orgaan 'Atlantis aan Zee' is geen gemeente of orgaan dat Sluis kent; schrijf",
      ],
      ['Jan\ta4@a.example\tAssen\tsecretariss', "Rol 'secretariss' is geen rol; bedoelt u secretaris?"],
      ['Jan\ta5@a.example\tAssen\ttoverkol', "Rol 'toverkol' is geen rol; kies uit kwartiermaker of"],
      [
        'Jan\ta6@a.example\tAssen\tsecretaris en contactpersoon',
        'is meer dan één rol; maak voor elke rol een eigen rij',
      ],
      [
        'Jan\ta7@a.example\tCollege van Assen\tgriffier',
        "Orgaan 'College van Assen' heeft geen griffier; een griffier hoort bij een raad",
      ],
      [
        'Jan\ta8@a.example\tAssen\tcontactpersoon',
        "Orgaan 'Assen' kan meer betekenen; schrijf welke: College van Assen of Raad van Assen.",
      ],
      ['Jan\ta9@a.example\t\tsecretaris', 'Orgaan ontbreekt; schrijf van wie deze persoon secretaris is.'],
      ['Jan\tb1@a.example\tAssen\t', 'Rol ontbreekt; schrijf wat deze persoon doet voor Assen.'],
      ['Jan\tb2@a.example\tAssen\tbeheerder', "Orgaan 'Assen' hoort hier niet: een beheerder is dat van heel Sluis"],
      [
        'Jan\tb3@a.example\tAssen\tsecretaris\t31-2-2025',
        "Van '31-2-2025' is geen bestaande datum; schrijf dag, maand en jaar",
      ],
      [
        'Jan\tb4@a.example\tAssen\tsecretaris\t1-2-25',
        "Van '1-2-25' is geen bestaande datum; schrijf het jaar met vier cijfers",
      ],
      ['Jan\tb5@a.example\tAssen\tsecretaris\t1-2-2025\t1-1-2025', 'ligt voor de eerste dag, 1 februari 2025'],
      ['ZoÃ«\tb6@a.example\tAssen\tsecretaris', "Naam 'ZoÃ«' heeft letters die onderweg zijn veranderd"],
      ['Jan\tb7@a.example\t=VERT.ZOEKEN(A1;B:C;2)\tsecretaris', 'is een formule zonder uitkomst'],
      ['Jan\tb8@a.example\t#N/B\tsecretaris', "Orgaan '#N/B' is een formule met een fout"],
      [`${'n'.repeat(300)}\tb9@a.example\tAssen\tsecretaris`, 'is te lang of bevat tekens'],
      ['Jan\tjаn@a.example\tAssen\tsecretaris', ''],
      ['Kees\tc1@a.example\tAssen\tsecretaris', ''],
      ['Cees\tc1@a.example\tAssen\tgriffier', 'E-mail staat ook in rij 25, bij Kees; schrijf overal dezelfde naam'],
      ['Kees\tc1@a.example\tGemeente Assen\tSecretaris', 'Deze rij zegt hetzelfde als rij 25; haal een van beide weg.'],
    ];
    const { status, html } = await paste(...cases.map(([row]) => row));
    expect(status).toBe(400);
    const rows = new Map(
      [...html.matchAll(/<tr[^>]*><th[^>]*>Rij (\d+)<\/th>([^]*?)<\/tr>/g)].map(([, n, rest]) => [
        Number(n),
        plain(rest ?? ''),
      ]),
    );
    for (const [i, [, sentence]] of cases.entries())
      if (sentence !== '') expect(`${i}: ${rows.get(i + 2)}`).toContain(sentence);
    expect((await pages.look('/mensen', cookie)).text).not.toContain('a.example');
  });

  it('that cannot be read as one says why, and what was pasted comes back', async () => {
    const cases: [string, string][] = [
      ['', 'Plak rijen, of kies een bestand.'],
      ['Jan\tjan@a.example\nPiet\tpiet@a.example', 'De regel met kopjes ontbreekt.'],
      ['Naam\tOrgaan\tRol\nJan\tAssen\tsecretaris', 'De kolom E-mail ontbreekt; zet dat kopje erboven.'],
      ['Naam\tE-mial\tRol\nJan\tjan@a.example\tbeheerder', "De kolom E-mail ontbreekt. Is dat de kolom 'E-mial'?"],
      ['Naam\tE-mail\tE-mailadres\nJan\tjan@a.example\t', 'De kolom E-mail staat er twee keer'],
      [head, 'De lijst heeft geen regels'],
      [`${head}\n"Jan\tjan@a.example`, 'De lijst heeft in regel 2 een aanhalingsteken dat niet wordt gesloten'],
      [
        `${head}\n${Array.from({ length: 500 }, (_, i) => `J\tj${i}@a.example`).join('\n')}`,
        'De lijst heeft meer dan 400 regels; deel het op',
      ],
    ];
    for (const [sheet, sentence] of cases) {
      const { status, text } = await send({ sheet });
      expect([status, text]).toEqual([400, expect.stringContaining(sentence)]);
    }
    const kinds: [string, Buffer, string][] = [
      ['oud.xls', Buffer.from('D0CF11E0A1B11AE1', 'hex'), 'van voor Excel 2007'],
      ['stuk.pdf', Buffer.from('%PDF-1.7'), 'is geen Excel-bestand of CSV'],
      ['groot.csv', Buffer.alloc(2 * 1024 * 1024 + 9, 'a'), 'is te groot; hoogstens 2 MB'],
      ['kapot.xlsx', Buffer.from('PK\u0003\u0004'), 'is beschadigd'],
    ];
    for (const [name, bytes, sentence] of kinds) {
      const { status, text } = await send({ sheet: '' }, { name, bytes });
      expect([name, status, text]).toEqual([name, 400, expect.stringContaining(sentence)]);
    }
  });

  it('that is too long for its field says how long it can be, and comes back with its beginning', async () => {
    for (const n of [61_000, 70_000, 300_000]) {
      const rows = Array.from({ length: n / 200 }, (_, i) => `nummer ${i}\tj${i}@a.example\t${'x'.repeat(180)}`);
      const { status, html, text } = await send({ sheet: [head, ...rows].join('\n') });
      expect([n, status, text]).toEqual([
        n,
        400,
        expect.stringContaining('De lijst is te lang: hoogstens 60.000 tekens'),
      ]);
      expect([html.includes('nummer 3'), html.includes('<textarea')]).toEqual([true, true]);
    }
  });

  const town = [
    'Aa en Hunze',
    'Assen',
    'Borger-Odoorn',
    'Coevorden',
    'De Wolden',
    'Emmen',
    'Hoogeveen',
    'Meppel',
    'Midden-Drenthe',
    'Noordenveld',
    'Tynaarlo',
    'Westerveld',
  ];
  const rowsOf = town.flatMap((name, i) => [
    [`Secretaris ${name}`, `s${i}@gemeente.example`, name, 'secretaris'],
    [`Griffier ${name}`, `g${i}@gemeente.example`, name, 'griffier'],
  ]);
  const people = [
    ...rowsOf,
    ['Kim Kwartier', 'kim@regio.example', 'Jeugdhulpregio Drenthe', 'kwartiermaker'],
    ['Vera Voor', 'vera@regio.example', 'ABO Jeugd', 'voorzitter'],
  ];

  it('of twenty-six people is looked at, confirmed once, and gives each their link; sent twice it gives the same', async () => {
    const columns = ['Naam', 'E-mail', 'Gemeente', 'Rol'].map((name) => ({ head: name, kind: 'text' as const }));
    const sheet = { title: 'Mensen', about: ['van de regio'], standOn: '2024-05-01', columns, rows: people };
    const bytes = await xlsxOf(sheet, [await inSlices(sheetPart(sheet, { cut: '…' }))]);
    const looked = await send({ sheet: '' }, { name: 'mensen.xlsx', bytes });
    expect(looked.text).toContain('Klopt dit? Er worden 26 rijen toegevoegd');
    expect(looked.text).toContain('Rij 30 Vera Voor vera@regio.example Voorzitter van het ABO Jeugd');
    expect((await pages.look('/mensen', cookie)).text).not.toContain('gemeente.example');
    const given = { ...hiddenIn(looked.html), bevestigd: 'ja' };
    const begun = performance.now();
    const [done, again] = await Promise.all([send(given), send(given)]);
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect([done.status, done.text]).toEqual([200, expect.stringContaining('26 rijen zijn toegevoegd')]);
    const links = new Set(done.text.match(/\/uitnodiging\/[\w-]{43}/g));
    expect(links.size).toBe(26);
    expect(new Set(again.text.match(/\/uitnodiging\/[\w-]{43}/g))).toEqual(links);
    const [link = ''] = links;
    expect((await pages.look(link, '')).status).toBe(200);
    expect(plain((await pages.look('/beheer?regio=jeugdhulpregio-drenthe', cookie)).text)).toContain(
      'Secretaris Aa en Hunze',
    );
  });

  it('with who has the role already, under another name, or oneself, says so; a known person gets the role beside', async () => {
    const { text } = await paste(
      'Secretaris Assen\ts1@gemeente.example\tAssen\tsecretaris',
      'Iemand Anders\ts2@gemeente.example\tEmmen\tsecretaris',
    );
    expect(text).toContain('valt samen met dezelfde rol, die al geldt vanaf');
    expect(text).toContain('E-mail hoort al bij Secretaris Borger-Odoorn; gebruik die naam, of een ander adres.');
    const looked = await paste('Secretaris Assen\ts1@gemeente.example\tRaad van Assen\tgriffier');
    expect(looked.text).toContain('1 rij geeft een bekende een rol erbij');
    const done = await send({ ...hiddenIn(looked.html), bevestigd: 'ja' });
    expect(done.text).toContain('Iedereen was al bekend en houdt het eigen wachtwoord.');
    const later = await send({ ...hiddenIn(looked.html), sleutel: 'another-key-of-its-own', bevestigd: 'ja' });
    expect([later.status, later.text]).toEqual([409, expect.stringContaining('ondertussen iets veranderd')]);
  });
});
