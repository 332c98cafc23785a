// Papers that come with a form, without scripts: kept when the form comes back, told at their field when they are not taken, and
// opened from wherever they are named.
import { createHash } from 'node:crypto';
import { refusal, type Client } from '../support/client.js';
import { accepted, college, startDrenthe, withOpenGate } from '../support/drenthe.js';
import { hiddenIn, ownPage, pagesAt } from '../support/pages.js';
import { multipart, pdf, upload } from '../support/papers.js';
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

describe('a form', () => {
  const { look, send: sendPlain } = pagesAt(() => server.url);
  const send = async (
    path: string,
    cookie: string,
    file: Parameters<typeof multipart>[0],
    fields: Record<string, string>,
  ) => {
    const { body, type } = await multipart(file, fields);
    const answer = await fetch(server.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...ownPage, cookie, 'content-type': type },
      body: new Uint8Array(body),
    });
    return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') };
  };

  it('takes a file with the rest, keeps it when it comes back, and says at its field why one is not taken', async () => {
    const dossier = await withOpenGate(server);
    const path = `/trajecten/${dossier}/momenten/instemming/besluit?orgaan=assen/college`;
    const cookie = await server.cookieOf('secretary', 'assen/college');
    const form = await look(path, cookie);
    expect(form.text).toMatch(/ enctype="multipart\/form-data"/i);
    const fields = { ...hiddenIn(form.text), decision: 'agree', 'evidence/0/title': '' };
    const lying = { bytes: Buffer.from('MZ'), name: 'brief.pdf', field: 'evidence/0/file' };
    const refused = await send(path, cookie, lying, { ...fields, decidedOn: '2024-04-16' });
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('is geen PDF, DOCX')]);
    const file = { bytes: pdf('met het formulier'), name: 'Besluit <i>Assen.pdf', field: 'evidence/0/file' };
    const back = await send(path, cookie, file, { ...fields, decidedOn: '' });
    expect(back.status).toBe(400);
    expect(back.text).toContain('Gekozen: Besluit &lt;i&gt;Assen.pdf');
    const empty = { bytes: Buffer.alloc(0), name: '', field: 'evidence/0/file' };
    const without = await send(path, cookie, empty, { ...hiddenIn(back.text), 'evidence/0/fileWeg': 'ja' });
    expect([without.status, without.text.includes('Gekozen:')]).toEqual([400, false]);
    const carried = {
      ...hiddenIn(back.text),
      decision: 'agree',
      decidedOn: '2024-04-16',
      'evidence/0/title': 'Besluit',
    };
    const done = await send(path, cookie, empty, carried);
    expect([done.status, done.text]).toEqual([303, '']);
    const receipt = await look(done.location ?? '', cookie);
    const [, href = ''] = /href="([^"]+\/stukken\/[0-9a-f]{64})"/.exec(receipt.text) ?? [];
    const shown = await fetch(server.url + href, { headers: { cookie, accept: 'text/html' } });
    expect(shown.headers.get('content-disposition')).toMatch(/^inline; /);
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(file.bytes);
  });

  it('misses no name beside a file that is not taken: it would be called as the file', async () => {
    const path = `/trajecten/${id}/momenten/instemming/besluit`;
    const cookie = await server.cookieOf('secretary', 'assen/college');
    const shown = await look(`${path}?orgaan=assen/college`, cookie);
    const fields = { ...hiddenIn(shown.text), decision: 'agree', decidedOn: '2024-04-16', 'evidence/0/title': '' };
    const file = { bytes: pdf('lang'), name: `${'n'.repeat(396)}.pdf`, field: 'evidence/0/file' };
    const { status, text } = await send(`${path}?orgaan=assen/college`, cookie, file, fields);
    expect(status).toBe(400);
    expect(text).toContain('heeft een naam van meer dan 200 tekens; geef het bestand een kortere naam');
    expect(text).not.toContain('ontbreekt; vul dit veld in');
  });

  it('puts a question with its letter, which opens wherever the question is read', async () => {
    const dossier = await startDrenthe(server);
    await accepted(lead.post(`/dossiers/${dossier}/phases/instemming/starts`, { on: '2024-04-11' }));
    const gate = `/trajecten/${dossier}/momenten/instemming`;
    const cookie = await server.cookieOf('process-lead', abo);
    const fields = {
      ...hiddenIn((await look(`${gate}/voorleggen`, cookie)).text),
      on: '2024-04-11',
      'proposal/title': '',
    };
    const file = { bytes: pdf('de brief'), name: 'Brief 20240411.001.pdf', field: 'proposal/file' };
    const { location } = await send(`${gate}/voorleggen`, cookie, file, fields);
    const onceMore = await look(location ?? '', cookie);
    expect(onceMore.text).toContain('Brief 20240411.001.pdf');
    const carried = { ...hiddenIn(onceMore.text), bevestigd: 'ja' };
    expect((await sendPlain(`${gate}/voorleggen`, cookie, carried)).status).toBe(303);
    const hash = createHash('sha256').update(file.bytes).digest('hex');
    const link = `<a class="nl-link" href="/trajecten/${dossier}/stukken/${hash}">`;
    const secretary = await server.cookieOf('secretary', 'assen/college');
    for (const page of [gate, `${gate}/besluit?orgaan=assen/college`])
      expect((await look(page, secretary)).text).toContain(
        `${link}Brief 20240411.001</a><span class="sluis-quiet"> (PDF, 0,1 kB)</span>`,
      );
    expect((await look(`/trajecten/${dossier}/logboek`, secretary)).text).toContain(link);
    const beside = { body: 'emmen/college', decision: 'agree', decidedOn: '2024-04-16', evidence: [] };
    const shown = [{ title: 'Brief', file: hash }];
    await accepted(lead.post(`/dossiers/${dossier}/gates/instemming/decisions`, { ...beside, evidence: shown }));
    const chair = await server.chair();
    const held = { ruling: 'hold', ruledOn: '2024-04-29', reason: 'Nog niet iedereen.', evidence: shown };
    await accepted(chair.post(`/dossiers/${dossier}/gates/instemming/rulings`, held));
    expect((await look(gate, cookie)).text).toContain(`${link}Brief</a>`);
  });

  it('of somebody who was signed out meanwhile keeps what was typed, and no byte of the file', async () => {
    const before = await rows('SELECT COUNT(*) AS n FROM paper');
    const path = `/trajecten/${id}/momenten/instemming/besluit`;
    const file = { bytes: pdf('niemand'), name: 'niemand.pdf', field: 'evidence/0/file' };
    const { status, text } = await send(path, 'sluis=nothing', file, { reference: 'Z-2024-17', decision: 'agree' });
    expect([status, text.includes('Z-2024-17')]).toEqual([401, true]);
    expect(await rows('SELECT COUNT(*) AS n FROM paper')).toEqual(before);
  });

  it('answers at once where a large file is not taken, and keeps the form: signed out, or of another name', async () => {
    const path = `/trajecten/${id}/momenten/instemming/besluit?orgaan=assen/college`;
    const cookie = await server.cookieOf('secretary', 'assen/college');
    const fields = { reference: 'Z-2024-18', decision: 'agree' };
    const bytes = pdf('groot', 2_000_000);
    const begun = Date.now();
    const named = { bytes, name: `${'n'.repeat(400)}.pdf`, field: 'evidence/0/file' };
    const gone = await send(path, 'sluis=nothing', { ...named, name: 'groot.pdf' }, fields);
    const long = await send(path, cookie, named, { ...hiddenIn((await look(path, cookie)).text), ...fields });
    expect([gone.status, long.status]).toEqual([401, 400]);
    for (const { text } of [gone, long]) expect(text).toContain('Z-2024-18');
    expect(Date.now() - begun).toBeLessThan(20_000);
  });

  it('keeps the file that was there when another in its place is not taken', async () => {
    const dossier = await withOpenGate(server);
    const path = `/trajecten/${dossier}/momenten/instemming/besluit?orgaan=assen/college`;
    const cookie = await server.cookieOf('secretary', 'assen/college');
    const fields = { ...hiddenIn((await look(path, cookie)).text), decision: 'agree', decidedOn: '' };
    const good = { bytes: pdf('goed'), name: 'Goed.pdf', field: 'evidence/0/file' };
    const kept = hiddenIn((await send(path, cookie, good, fields)).text);
    expect(kept['evidence/0/fileName']).toBe('Goed.pdf');
    const bad = { bytes: Buffer.from('MZ'), name: 'Fout.exe', field: 'evidence/0/file' };
    const { status, text } = await send(path, cookie, bad, { ...fields, ...kept, decidedOn: '2024-04-16' });
    expect([status, text]).toEqual([400, expect.stringContaining('is geen PDF, DOCX')]);
    expect(text).toContain('Gekozen: Goed.pdf');
    expect(hiddenIn(text)).toMatchObject(kept);
  });

  it('has room for every field of a file that a browser sends empty, and not for what no form sends', async () => {
    const path = `/trajecten/${id}/momenten/instemming/besluit?orgaan=assen/college`;
    const cookie = await server.cookieOf('secretary', 'assen/college');
    const post = async (form: FormData) => {
      const answer = await fetch(server.url + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { ...ownPage, cookie },
        body: form,
      });
      return { status: answer.status, text: await answer.text() };
    };
    const empty = new FormData();
    for (let i = 0; i < 60; i++) empty.append(`evidence/${i}/file`, new Blob([]), '');
    const many = await post(empty);
    expect([many.status, many.text.includes('Verbeter dit eerst')]).toEqual([400, true]);
    const strange = new FormData();
    strange.append('reference', new Blob([new Uint8Array(pdf('x'))]), 'x.pdf');
    expect((await post(strange)).status).toBe(400);
    const heavy = new FormData();
    for (let i = 0; i < 3; i++) heavy.append(`reference${i}`, 'x'.repeat(30_000));
    expect((await post(heavy)).status).toBe(413);
    const nameless = '--b\r\nContent-Disposition: form-data; filename="a.pdf"\r\n\r\n%PDF-1.4\r\n--b--\r\n';
    const odd = '--b\r\nContent-Disposition: form-data; name="reference"\r\n\r\nA\xff\xfe\r\n--b--\r\n';
    for (const [body, status] of [
      [nameless, 400],
      [odd, 415],
    ] as const) {
      const headers = { ...ownPage, cookie, 'content-type': 'multipart/form-data; boundary=b' };
      const answer = await fetch(server.url + path, { method: 'POST', headers, body: Buffer.from(body, 'latin1') });
      expect([body.slice(0, 60), answer.status]).toEqual([body.slice(0, 60), status]);
    }
  });
});

it('what was stopped takes none, and the papers that are there stay readable', async () => {
  const stopped = await withOpenGate(server);
  const { hash } = await accepted(upload(await server.secretary('assen'), stopped, pdf('gestopt')));
  await accepted(
    (await server.secretary('assen')).post(`/dossiers/${stopped}/gates/instemming/decisions`, {
      ...{ body: college('assen'), decision: 'agree', decidedOn: '2024-05-02' },
      evidence: [{ title: 'Besluit', file: hash }],
    }),
  );
  const chair = await server.chair();
  await accepted(chair.post(`/dossiers/${stopped}/stops`, { on: '2024-05-10', reason: 'Verzonnen.' }));
  const before = await rows('SELECT COUNT(*) AS n FROM paper_piece');
  const refused = await upload(lead, stopped, pdf('te laat'));
  expect([refusal(refused), refused.body]).toEqual([
    '409 not-in-this-state',
    expect.objectContaining({ detail: expect.stringContaining('het traject is gestopt') as string }),
  ]);
  expect(await rows('SELECT COUNT(*) AS n FROM paper_piece')).toEqual(before);
  expect((await lead.open(`/dossiers/${stopped}/papers/${hash}`)).status).toBe(200);
});
