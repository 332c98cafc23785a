// Papers that are uploaded: what is taken and what is refused, who may refer to one, and who may open it.
import type { PersonView } from '../../src/domain/views/person-view.js';
import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { paperMax } from '../../src/domain/papers.js';
import { refusal, type Client } from '../support/client.js';
import { accepted, college, withOpenGate } from '../support/drenthe.js';
import {
  docx,
  docxLast,
  encryptedOffice,
  jpeg,
  multipart,
  odt,
  pdf,
  png,
  upload,
  webp,
  xlsx,
  zip,
} from '../support/papers.js';
import { abo, TestServer } from '../support/server.js';

let server: TestServer;
let lead: Client;
let id: string;

beforeAll(async () => {
  server = await TestServer.start();
  lead = await server.lead();
  id = await withOpenGate(server);
});
afterAll(() => server.stop());

const rows = (sql: string) => server.sluis.reader.rows<Record<string, unknown>>(sql);
const open = (who: Client, hash: string, dossier = id) => who.open(`/dossiers/${dossier}/papers/${hash}`);
const decideWith = (who: Client, municipality: string, evidence: object[], more: object = {}) =>
  who.post(`/dossiers/${id}/gates/instemming/decisions`, {
    body: college(municipality),
    decision: 'agree',
    decidedOn: '2024-04-16',
    evidence,
    ...more,
  });

describe('what is taken', () => {
  it.each([
    ['besluit.pdf', pdf('a'), 'application/pdf'],
    ['nota.docx', docx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    [
      'nota van LibreOffice.docx',
      docxLast(),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['cijfers.xlsx', xlsx(), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['nota.odt', odt(), 'application/vnd.oasis.opendocument.text'],
    ['kaart.PNG', png(), 'image/png'],
    ['foto.jpeg', jpeg(), 'image/jpeg'],
    ['foto.webp', webp(), 'image/webp'],
    ['zonder-achtervoegsel', pdf('b'), 'application/pdf'],
    ['Besluit van 16 april (définitief).pdf', pdf('c'), 'application/pdf'],
    ['<b>x & y.pdf', pdf('d'), 'application/pdf'],
  ])('%s, as what is in it', async (name, bytes, type) => {
    const sent = await accepted(upload(lead, id, bytes, name));
    const hash = createHash('sha256').update(bytes).digest('hex');
    expect(sent).toEqual({ hash, name, type, size: bytes.length });
  });
});

describe('what is refused, and leaves nothing', () => {
  it.each([
    ['nothing at all', Buffer.alloc(0), 'leeg.pdf', /leeg bestand/],
    ['a byte more than 25 MB', pdf('te groot', paperMax + 1), 'groot.pdf', /groter dan 25 MB/],
    ['a program that is called a PDF', Buffer.from('MZ this is no paper'), 'brief.pdf', /geen PDF, DOCX/],
    ['an archive', zip({ 'a.txt': 'x' }), 'alles.docx', /geen PDF, DOCX/],
    ['a picture that is called a PDF', png(), 'kaart.pdf', /heet anders/],
    ['a PDF with a password', pdf('x', 0, '/Root 1 0 R /Encrypt 5 0 R'), 'a.pdf', /wachtwoord/],
    ['a document of Office with a password', encryptedOffice(), 'a.docx', /wachtwoord/],
    ['an OpenDocument with a password', odt('<manifest:encryption-data/>'), 'a.odt', /wachtwoord/],
    ['a package of encrypted files', zip({ '[Content_Types].xml': 'x', 'word/document.xml': 'x' }, 1), 'a.docx', /./],
    ['a name of 400 characters', pdf('n'), `${'n'.repeat(396)}.pdf`, /meer dan 200 tekens/],
    ['a name that is read in another order', pdf('n'), 'a\u202efdp.pdf', /naam die hier niet kan/],
  ])('%s', async (_, bytes, name, sentence) => {
    const before = await rows('SELECT COUNT(*) AS n FROM paper_piece');
    const answer = await upload(lead, id, bytes, name);
    expect(refusal(answer)).toBe('400 /file bad-paper');
    expect(answer.body.errors[0]?.detail).toMatch(sentence);
    expect(await rows('SELECT COUNT(*) AS n FROM paper_piece')).toEqual(before);
  });

  it('what breaks off, what is no form, and what brings no file or two', async () => {
    const { body, type } = await multipart({ bytes: pdf('half'), name: 'half.pdf' });
    const call = `/dossiers/${id}/papers`;
    const half = await lead.post(call, body.subarray(0, body.length - 80), { 'content-type': type });
    expect(refusal(half)).toBe('400 /file bad-paper');
    expect(refusal(await lead.post(call, 'x', { 'content-type': 'multipart/form-data' }))).toBe('400 bad-message');
    expect(refusal(await lead.post(call, {}))).toBe('415 unsupported-media-type');
    const other = await multipart({ bytes: pdf('x'), name: 'x.pdf', field: 'stuk' });
    expect(refusal(await lead.post(call, other.body, { 'content-type': other.type }))).toBe(
      '400 /stuk unknown-property',
    );
    const field = await multipart({ bytes: Buffer.alloc(0), name: '' });
    expect(refusal(await lead.post(call, field.body, { 'content-type': field.type }))).toBe('400 /file required');
    const elsewhere = `/dossiers/${id}/gates/instemming/receipts`;
    expect(refusal(await lead.post(elsewhere, body, { 'content-type': type }))).toBe('415 unsupported-media-type');
  });

  it('what its sender stopped sending', async () => {
    const { body, type } = await multipart({ bytes: pdf('weg', 600_000), name: 'weg.pdf' });
    const { token } = await server.addPerson({ role: 'process-lead', body: abo });
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    const head = `POST /api/v1/dossiers/${id}/papers HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n`;
    socket.write(`${head}Content-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`);
    socket.write(body.subarray(0, 500_000));
    const half = () => rows('SELECT COUNT(*) AS n FROM paper WHERE hash IS NULL');
    while ((await half())[0]?.n === 0) await pause(5);
    socket.destroy();
    for (let i = 0; i < 200 && (await half())[0]?.n !== 0; i++) await pause(10);
    expect(await half()).toEqual([{ n: 0 }]);
  });
});

describe('a paper that a fact refers to', () => {
  it('is opened by who sees the fact, as that calls it, and never as a page', async () => {
    const secretary = await server.secretary('assen');
    const paper = await accepted(upload(secretary, id, pdf('Assen'), 'Besluit é 16 april.pdf'));
    const reader = await server.as('reader', abo);
    const unlinked = await reader.get(`/dossiers/${id}/papers/${paper.hash}`);
    expect(refusal(unlinked)).toBe('404 unknown-paper');
    const title = 'Besluit é 16 april';
    const decided = await accepted(decideWith(secretary, 'assen', [{ title, file: paper.hash }]));
    expect(decided).toMatchObject({ evidence: [{ title, url: '', file: paper.hash }] });
    const opened = await open(reader, paper.hash);
    expect(Buffer.from(await opened.arrayBuffer())).toEqual(pdf('Assen'));
    expect(Object.fromEntries(opened.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(paper.size),
      'content-disposition': `attachment; filename="Besluit e_ 16 april.pdf"; filename*=UTF-8''Besluit%20%C3%A9%2016%20april.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      etag: `"0-${paper.hash}"`,
    });
    const again = await reader.open(`/dossiers/${id}/papers/${paper.hash}`, { 'if-none-match': `"0-${paper.hash}"` });
    expect(again.status).toBe(304);
  });

  it('is there for nobody else: not who may not see the dossier, nor in another dossier', async () => {
    const paper = await accepted(upload(lead, id, pdf('hier')));
    const other = await withOpenGate(server);
    expect((await open(lead, paper.hash, other)).status).toBe(404);
    expect((await open(await server.person(), paper.hash)).status).toBe(404);
    const evidence = [{ title: 'x', file: paper.hash }];
    const call = `/dossiers/${other}/gates/instemming/decisions`;
    const decided = { body: college('emmen'), decision: 'agree', decidedOn: '2024-04-16', evidence };
    expect(refusal(await lead.post(call, decided))).toBe('400 /evidence/0/file unknown-paper');
  });

  it('is refused where it is not whole, or is of somebody else who told nobody of it', async () => {
    const secretary = await server.secretary('meppel');
    const strange = { title: 'x', file: 'f'.repeat(64) };
    expect(refusal(await decideWith(secretary, 'meppel', [strange]))).toBe('400 /evidence/0/file unknown-paper');
    const own = await accepted(upload(lead, id, pdf('van de regio')));
    const evidence = [{ title: 'x', file: own.hash }];
    expect(refusal(await decideWith(secretary, 'meppel', evidence))).toBe('400 /evidence/0/file unknown-paper');
    expect(refusal(await decideWith(secretary, 'meppel', [{ title: 'x' }]))).toBe('400 /evidence/0/url required');
    expect((await open(await server.secretary('assen'), own.hash)).status).toBe(404);
  });

  it('is as closed as the decision, in content and in name, and opens with it', async () => {
    const secretary = await server.secretary('emmen');
    const beside = await server.secretary('hoogeveen');
    const bytes = pdf('GEHEIM');
    const paper = await accepted(upload(secretary, id, bytes, 'GEHEIME naam.pdf'));
    const release = { scope: 'own', ground: 'Woo' };
    const evidence = [{ title: 'Nota', file: paper.hash }];
    const decided = await accepted(decideWith(secretary, 'emmen', evidence, { release }));
    expect((await open(secretary, paper.hash)).status).toBe(200);
    for (const other of [beside, lead, await server.chair(), await server.as('reader', abo)])
      expect((await open(other, paper.hash)).status).toBe(404);
    // Who has the hash of what they may not see, does not get it by referring to it.
    expect(refusal(await decideWith(beside, 'hoogeveen', evidence))).toBe('400 /evidence/0/file unknown-paper');
    // Who has the paper itself may bring it, and tells nobody how another called it.
    const own = await accepted(upload(beside, id, bytes, 'Nota.pdf'));
    expect(own.hash).toBe(paper.hash);
    await accepted(decideWith(beside, 'hoogeveen', evidence));
    expect((await open(lead, paper.hash)).headers.get('content-disposition')).toContain('"Nota.pdf"');
    expect(await rows(`SELECT COUNT(DISTINCT content) AS n FROM paper WHERE hash = '${own.hash}'`)).toEqual([{ n: 1 }]);
    const call = `/dossiers/${id}/gates/instemming/decisions/${(decided as unknown as { id: string }).id}/releases`;
    await accepted(secretary.post(call, { on: '2024-04-20', scope: 'region' }));
    expect((await open(lead, paper.hash)).status).toBe(200);
  });
});

describe('a paper of one who recorded two decisions with it', () => {
  it('is called as the decision calls it that is open', async () => {
    const bytes = pdf('twee besluiten');
    const dossier = await withOpenGate(server);
    const both = await server.person(
      { role: 'secretary', body: college('emmen') },
      { role: 'secretary', body: college('assen') },
    );
    const paper = await accepted(upload(both, dossier, bytes, 'GEHEIM verweer.pdf'));
    const decide = (place: string, title: string, more: object) =>
      both.post(`/dossiers/${dossier}/gates/instemming/decisions`, {
        ...{ body: college(place), decision: 'agree', decidedOn: '2024-04-16', ...more },
        evidence: [{ title, file: paper.hash }],
      });
    await accepted(decide('emmen', 'GEHEIM verweer', { release: { scope: 'own', ground: 'Woo' } }));
    expect((await open(lead, paper.hash, dossier)).status).toBe(404);
    await accepted(decide('assen', 'Open nota', {}));
    expect((await open(lead, paper.hash, dossier)).headers.get('content-disposition')).toContain('"Open nota.pdf"');
  });
});

describe('a paper of a closed decision', () => {
  it('is closed to who brought it once their role ended', async () => {
    const secretary = await server.person(
      { role: 'secretary', body: college('de-wolden') },
      { role: 'reader', body: abo },
    );
    const paper = await accepted(upload(secretary, id, pdf('van een vorige rol'), 'Nota.pdf'));
    const release = { scope: 'own', ground: 'Woo' };
    await accepted(decideWith(secretary, 'de-wolden', [{ title: 'Nota', file: paper.hash }], { release }));
    expect((await open(secretary, paper.hash)).status).toBe(200);
    const administrator = await server.as('administrator', null);
    const { items } = (await administrator.get<{ items: PersonView[] }>('/people?limit=100')).body;
    const { assignments } = items.find((one) => one.id === secretary.id) ?? { assignments: [] };
    const ending = `/people/${secretary.id}/assignments/${assignments.find(({ role }) => role === 'secretary')?.id}/endings`;
    await accepted(administrator.post(ending, { until: '2024-06-30' }));
    const address = `${server.url}/trajecten/${id}`;
    const headers = { cookie: await server.signIn(secretary.id), accept: 'text/html' };
    const answers = [address, `${address}/stukken/${paper.hash}`].map((one) => fetch(one, { headers }));
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 404]);
  });
});

describe('a paper that nothing refers to', () => {
  it('goes with who brought it', async () => {
    const dossier = await withOpenGate(server);
    const secretary = await server.person({ role: 'secretary', body: college('assen') });
    const paper = await accepted(upload(secretary, dossier, pdf('van wie gaat')));
    const administrator = await server.as('administrator', null);
    await accepted(administrator.post(`/people/${secretary.id}/erasures`, { reason: 'Verzoek.' }));
    expect(await rows(`SELECT 1 FROM paper WHERE hash = '${paper.hash}'`)).toEqual([]);
  });

  it('goes after a day, with its pieces; what a fact refers to stays', async () => {
    const secretary = await server.secretary('tynaarlo');
    const kept = await accepted(upload(secretary, id, pdf('blijft')));
    await accepted(decideWith(secretary, 'tynaarlo', [{ title: 'x', file: kept.hash }]));
    const idle = await accepted(upload(secretary, id, pdf('gaat', 600_000)));
    await server.sluis.tidying.tidy();
    expect(await rows(`SELECT 1 FROM paper WHERE hash = '${idle.hash}'`)).toHaveLength(1);
    const day = 24 * 3_600_000;
    await server.sluis.work.do(({ connection }) =>
      connection.run('UPDATE paper SET uploaded_at = ?', [new Date(Date.now() - day - 1000).toISOString()]),
    );
    await server.sluis.tidying.tidy();
    expect(await rows('SELECT DISTINCT linked FROM paper')).toEqual([{ linked: 1 }]);
    expect(await rows('SELECT 1 FROM paper_piece WHERE content NOT IN (SELECT content FROM paper)')).toEqual([]);
    expect((await open(lead, kept.hash)).status).toBe(200);
  });
});

it('up to 25 MB is taken in pieces of 256 kB, and who asks or records meanwhile is answered in between', async () => {
  const secretary = await server.secretary('westerveld');
  const times: number[] = [];
  const upon = { done: false };
  const done = upload(lead, id, pdf('groot', paperMax)).finally(() => (upon.done = true));
  while (!upon.done) {
    const begun = performance.now();
    await accepted(secretary.post(`/dossiers/${id}/gates/instemming/agendas`, agenda(times.length)));
    times.push(performance.now() - begun);
  }
  const { hash, size } = await accepted(done);
  const [found] = await rows(
    `SELECT COUNT(*) AS pieces, MAX(LENGTH(bytes)) AS most FROM paper_piece
      WHERE content = (SELECT content FROM paper WHERE hash = '${hash}')`,
  );
  expect([size, found]).toEqual([paperMax, { pieces: 100, most: 256 * 1024 }]);
  // It takes a hundred commits. Were they one, what is recorded beside it would come after all of it.
  expect(times.length).toBeGreaterThan(10);
});

const agenda = (n: number) => ({
  body: college('westerveld'),
  meetingOn: `2024-05-${String(1 + (n % 28)).padStart(2, '0')}`,
  stage: 'college',
});
