// A paper in which something stood that should not be here: its content goes everywhere, title and hash stay with why, and it
// does not come back.
import { refusal, type Client } from '../support/client.js';
import { accepted, college, startDrenthe, withOpenGate } from '../support/drenthe.js';
import { ownPage, pagesAt, textOf } from '../support/pages.js';
import { docx, pdf, upload } from '../support/papers.js';
import { abo, TestServer } from '../support/server.js';

const path = '/beheer/stukken';
const bytes = pdf('INWONER', 600_000);

let server: TestServer;
let administrator: Client;
let cookie: string;
let secretary: Client;
let ids: string[];
const decisions: string[] = [];
let hash: string;
const { look } = pagesAt(() => server.url);

const rows = (sql: string) => server.sluis.reader.rows<Record<string, unknown>>(sql);
const pieces = async () => (await rows('SELECT COUNT(*) AS n FROM paper_piece'))[0]?.n;
const decide = (who: Client, id: string, said: object) =>
  who.post<{ id: string }>(`/dossiers/${id}/gates/instemming/decisions`, {
    ...{ body: college('emmen'), decision: 'agree', decidedOn: '2024-04-16', ...said },
  });
const send = async (fields: Record<string, string>, as = cookie) => {
  const headers = { ...ownPage, cookie: as };
  const sent = { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual', headers } as const;
  const answer = await fetch(`${server.url}${path}/${hash}`, sent);
  return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') };
};

/** The same paper with a decision in two dossiers; another one beside it, that stays. */
beforeAll(async () => {
  server = await TestServer.start();
  administrator = await server.as('administrator', null);
  cookie = await server.cookieOf('administrator', null);
  secretary = await server.secretary('emmen');
  ids = [await withOpenGate(server), await withOpenGate(server)];
  for (const id of ids) {
    hash = (await accepted(upload(secretary, id, bytes, 'brief van J. Inwoner.pdf'))).hash;
    const other = (await accepted(upload(secretary, id, docx(), 'nota.docx'))).hash;
    const evidence = [
      { title: 'Brief', file: hash },
      { title: 'Nota', file: other },
    ];
    decisions.push((await accepted(decide(secretary, id, { evidence }))).id);
  }
});
afterAll(() => server.stop());

it('is for who manages people, finds it by its address, and shows neither name nor content', async () => {
  const lead = await server.cookieOf('process-lead', abo);
  expect((await look(path, lead)).status).toBe(403);
  expect((await send({ reden: 'x' }, lead)).status).toBe(403);
  const found = `${server.url}${path}?stuk=${encodeURIComponent(`https://sluis.example/trajecten/${ids[0]}/stukken/${hash}`)}`;
  expect((await fetch(found, { headers: { cookie }, redirect: 'manual' })).headers.get('location')).toBe(
    `${path}/${hash}`,
  );
  const unknown = await look(`${path}?stuk=${'f'.repeat(64)}`, cookie);
  expect([unknown.status, textOf(unknown.text)]).toEqual([404, expect.stringContaining('geen stuk dat hier staat')]);
  const page = textOf((await look(`${path}/${hash}`, cookie)).text);
  expect(page).toMatch(/PDF, .*2 trajecten/);
  expect(page).not.toMatch(/Brief|Inwoner/);
});

it('asks why, says what is wrong beside it, and then goes on to another page', async () => {
  for (const [reden, sentence] of [
    ['', 'Zeg waarom dit stuk wordt gewist.'],
    ['x'.repeat(4001), 'hoogstens 4.000 tekens'],
    ['a\u202eb', 'tekens in die niet kunnen'],
  ] as const) {
    const wrong = await send({ reden });
    expect([wrong.status, textOf(wrong.text)]).toEqual([400, expect.stringContaining(sentence)]);
    if (reden.startsWith('x')) expect(wrong.text).toContain(reden);
  }
  const before = await pieces();
  const both = await Promise.all([send({ reden: 'Gegevens <b>.' }), send({ reden: 'Gegevens <b>.' })]);
  expect(both.map(({ status, location }) => [status, location])).toEqual([
    [303, `${path}/${hash}?gewist=ja`],
    [303, `${path}/${hash}?gewist=ja`],
  ]);
  expect(textOf((await look(`${path}/${hash}?gewist=ja`, cookie)).text)).toContain('De reden: Gegevens');
  expect([before, await pieces()]).toEqual([4, 1]);
  expect(await rows(`SELECT DISTINCT name FROM paper WHERE hash = '${hash}'`)).toEqual([{ name: '' }]);
  const told = await administrator.get<{ items: object[] }>('/security-log?kind=PaperErased');
  expect(told.body.items).toMatchObject([{ facts: { paper: hash, dossiers: 2 } }]);
});

it('is told in its place on pages and in files, and to nobody who could not see it', async () => {
  const reader = await server.cookieOf('reader', abo);
  for (const [i, id] of ids.entries()) {
    const receipt = textOf((await look(`/trajecten/${id}/momenten/instemming/besluiten/${decisions[i]}`, reader)).text);
    expect(receipt).toMatch(/Brief \(gewist op .* door een beheerder: Gegevens/);
    expect(receipt).toMatch(/Nota \(DOCX/);
    const whole = textOf((await look(`/trajecten/${id}/documenten/traject.html`, reader)).text);
    expect(whole).toMatch(/Brief\.pdf.*gewist op .* door een beheerder: Gegevens/);
    expect(whole).toContain(hash);
    const gone = await look(`/trajecten/${id}/stukken/${hash}`, reader);
    expect([gone.status, textOf(gone.text)]).toEqual([410, expect.stringContaining('De reden: Gegevens')]);
    expect(refusal(await secretary.get(`/dossiers/${id}/papers/${hash}`))).toBe('410 paper-erased');
  }
  const other = await startDrenthe(server);
  expect(refusal(await secretary.get(`/dossiers/${other}/papers/${hash}`))).toBe('404 unknown-paper');
});

it('does not come back: neither uploaded, nor referred to; what has it is corrected all the same', async () => {
  const [id = ''] = ids;
  const again = await upload(secretary, id, bytes, 'weer.pdf');
  expect([refusal(again), again.body.errors[0]?.detail]).toEqual([
    '400 /file bad-paper',
    expect.stringContaining('gewist omdat het hier niet mocht staan'),
  ]);
  expect(await pieces()).toBe(1);
  const gate = await secretary.get<{ decisions: { id: string; evidence: object[] }[] }>(
    `/dossiers/${id}/gates/instemming`,
  );
  const corrects = gate.body.decisions[0]?.id;
  const mended = await accepted(decide(secretary, id, { corrects, reason: 'Nummer.', reference: 'Z-1' }));
  expect(mended).toMatchObject({ evidence: [{ title: 'Brief', file: hash }, {}] });
  const assen = await server.secretary('assen');
  const naming = { body: college('assen'), evidence: [{ title: 'x', file: hash }] };
  expect(refusal(await decide(assen, id, naming))).toBe('400 /evidence/0/file unknown-paper');
  const erase = `/papers/${hash}/erasures`;
  expect((await administrator.post(erase, { reason: 'Nog eens.' })).body).toMatchObject({
    hash,
    reason: 'Gegevens <b>.',
  });
  expect(refusal(await administrator.post(`/papers/${'f'.repeat(64)}/erasures`, { reason: 'x' }))).toBe(
    '404 unknown-paper',
  );
  expect(refusal(await secretary.post(erase, { reason: 'x' }))).toBe('403 not-your-role');
});

it('is erased once, by one of two who ask for it at once, and told once', async () => {
  const [id = ''] = ids;
  const { hash: twice } = await accepted(upload(secretary, id, pdf('TWEEMAAL', 1_000), 'twee.pdf'));
  const colleague = await server.as('administrator', null);
  const answers = await Promise.all(
    [administrator, colleague, administrator].map((one, i) =>
      one.post<{ reason: string }>(`/papers/${twice}/erasures`, { reason: `Reden ${i}.` }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  const reasons = new Set(answers.map(({ body }) => body.reason));
  const kept = await rows(`SELECT reason FROM erased_paper WHERE hash = '${twice}'`);
  expect(kept).toEqual([...reasons].map((reason) => ({ reason })));
  const told = await administrator.get<{ items: { facts: { paper: string } }[] }>('/security-log?kind=PaperErased');
  expect(told.body.items.filter(({ facts }) => facts.paper === twice)).toHaveLength(1);
});
