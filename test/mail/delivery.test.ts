// Mail goes out as it was written, whatever the server on the other side does: it is slow, greylists, refuses, hangs, dies in the
// middle or is not there. None is lost; a second copy has the same Message-ID; what was refused for ever is told, with its cure.
import { setTimeout as pause } from 'node:timers/promises';
import type { NewMail } from '../../src/store/outbox.js';
import { RefusedAddress, refusalOf, StoredMail } from '../../src/store/stored-mail.js';
import { MailServer, silentServer } from '../support/mail-server.js';
import { pagesAt, textOf } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

const pace = { triedFor: 500, firstPause: 20 };
const day = 86_400_000;
const thereMax = 20_000;

let post: MailServer;
let server: TestServer;
const { look, send } = pagesAt(() => server.url);

beforeAll(async () => {
  post = await MailServer.start();
  server = await TestServer.start({ change: { mail: post.settings(pace) } });
});
afterAll(async () => {
  await server.stop();
  await post.stop();
});

const letter = (email: string, more: Partial<NewMail> = {}): NewMail => ({
  kind: 'notice',
  to: { name: 'Iemand', email },
  subject: `Over ${email}`,
  text: 'Beste,\n\nGrüße uit Coevorden.\n',
  worksFor: day,
  ...more,
});
const write = (...mails: NewMail[]): Promise<boolean[]> =>
  server.sluis.work.do(async (tx) => {
    const added: boolean[] = [];
    for (const mail of mails) added.push(await server.sluis.outbox.add(tx, mail));
    return added;
  });
const mails = () => server.sluis.manager.find(StoredMail, { order: { address: 'ASC' } });
const standOf = async (email: string): Promise<StoredMail> => {
  const found = (await mails()).find(({ address }) => address === email);
  if (!found) throw new Error(`nothing was written to ${email}`);
  return found;
};
const cameTo = (email: string) => post.received.filter(({ to }) => to === email);

async function until(isThere: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + thereMax;
  while (!(await isThere())) {
    if (Date.now() > end) throw new Error(`it did not come: ${JSON.stringify(await mails())}`);
    await pause(10);
  }
}
const ends = (email: string) =>
  until(async () => ['sent', 'failed'].includes((await standOf(email)).state)).then(() => standOf(email));

it('sends what was written, to one, as text, with an id that is known beforehand, and says that nobody answers a machine', async () => {
  await write(
    letter('gewoon@test.example', { replyTo: 'lead@test.example', subject: 'Één vraag\r\nBcc: x@test.example' }),
  );
  const { id, answer } = await ends('gewoon@test.example');
  const [came] = cameTo('gewoon@test.example');
  expect(came?.messageId).toBe(`${id}@sluis.example`);
  expect(answer).toContain('Taken');
  const [head = '', ...body] = (came?.text ?? '').split('\r\n\r\n');
  expect(head).toMatch(/^From: Sluis <sluis@sluis\.example>/m);
  expect(head).toMatch(/^Reply-To: lead@test\.example/m);
  expect(head).toMatch(/^Auto-Submitted: auto-generated/im);
  expect(head).not.toMatch(/^Bcc:/im);
  expect(body.join(' ')).toMatch(/Gr=C3=BC=C3=9Fe|Gr=FC=DFe|Grüße/);
});

it('keeps a secret out of the database and off the page, and forgets it when it went', async () => {
  post.slow = () => pause(200);
  await write(
    letter('geheim@test.example', {
      text: 'Ga naar {geheim}.',
      secret: () => Promise.resolve('https://sluis.example/u/$&abc'),
    }),
  );
  const { secret, text } = await standOf('geheim@test.example');
  expect(`${secret} ${text}`).not.toContain('abc');
  const { id } = await ends('geheim@test.example');
  post.slow = () => Promise.resolve();
  expect(cameTo('geheim@test.example')[0]?.text).toContain('Ga naar https://sluis.example/u/$&abc.');
  expect((await standOf('geheim@test.example')).secret).toBeNull();
  const page = await look(`/mail/${id}`, await server.cookieOf('administrator', null));
  expect(textOf(page.text)).toContain('Ga naar (een persoonlijke link, die alleen de ontvanger ziet).');
});

it('tells once what is told once, and what a job takes back was never there', async () => {
  const once = { once: 'instemming 1 emmen/college week' };
  expect(await write(letter('een@test.example', once), letter('een@test.example', once))).toEqual([true, false]);
  expect(await write(letter('een@test.example', once))).toEqual([false]);
  const undone = server.sluis.work.do(async (tx) => {
    await server.sluis.outbox.add(tx, letter('terug@test.example'));
    throw new Error('taken back');
  });
  await expect(undone).rejects.toThrow('taken back');
  await ends('een@test.example');
  expect((await mails()).filter(({ address }) => /^(een|terug)@/.test(address))).toHaveLength(1);
});

it.each(['greylists@test.example', 'dies@test.example', 'hangs@test.example'])(
  'comes through in the end where the server once %s',
  async (email) => {
    await write(letter(email), letter(`naast-${email}`));
    const { id, state, tries } = await ends(email);
    expect([state, tries]).toEqual(['sent', expect.any(Number)]);
    expect(tries).toBeGreaterThan(1);
    expect(new Set(cameTo(email).map(({ messageId }) => messageId))).toEqual(new Set([`${id}@sluis.example`]));
    expect((await ends(`naast-${email}`)).state).toBe('sent');
  },
);

it('gives up at once where it is refused for ever, and blames the address only where that is the reason', async () => {
  await write(...['unknown@test.example', 'policy@test.example', 'spam@test.example'].map((to) => letter(to)));
  const found = [];
  for (const one of ['unknown', 'policy', 'spam']) found.push(await ends(`${one}@test.example`));
  expect(found.map(({ state, why, tries }) => [state, why, tries])).toEqual([
    ['failed', 'address', 1],
    ['failed', 'refused', 1],
    ['failed', 'refused', 1],
  ]);
  const { manager } = server.sluis;
  expect(await refusalOf(manager, 'unknown@test.example')).toMatchObject({ answer: '550 5.1.1 No such user here' });
  expect(await refusalOf(manager, 'policy@test.example')).toBeNull();
});

it('gives up on one that is too large for the server, and takes the server to be there', async () => {
  post.refusesNext = { code: 552, text: '5.3.4 Message size exceeds fixed limit' };
  await write(letter('te-groot@test.example'));
  expect((await ends('te-groot@test.example')).why).toBe('refused');
  await write(letter('daarna@test.example'));
  expect((await ends('daarna@test.example')).tries).toBe(1);
});

it('says at the person that their address refuses mail, until some is delivered there', async () => {
  const cookie = await server.cookieOf('administrator', null);
  const { id, email } = await server.addPerson({ role: 'reader', body: abo });
  const page = async () => textOf((await look(`/mensen/${id}`, cookie)).text);
  await server.sluis.work.do(({ manager }) =>
    manager.insert(RefusedAddress, { address: email, at: '2026-01-02T11:00:00.000Z', answer: '550 weg' }),
  );
  expect(await page()).toContain('Dit adres weigert mail, voor het laatst op 2 januari 2026 om 12:00: 550 weg');
  await write(letter(email));
  await ends(email);
  expect(await page()).not.toContain('weigert mail');
});

it('shows the administrator what was not delivered and what can be done, and tries it again', async () => {
  const cookie = await server.cookieOf('administrator', null);
  const list = textOf((await look('/mail', cookie)).text);
  expect(list).toMatch(
    /Niet bezorgd .*unknown@test\.example.*het adres weigert mail \(550 5\.1\.1 No such user here\)/,
  );
  const { id } = await standOf('spam@test.example');
  const page = textOf((await look(`/mail/${id}`, cookie)).text);
  expect(page).toContain('Vraag de beheerder van de mailserver waarom');
  expect(page).toContain(`${id}@sluis.example`);
  expect((await send(`/mail/${id}/opnieuw`, cookie, {})).status).toBe(303);
  await until(async () => (await standOf('spam@test.example')).tries === 1);
  expect((await ends('spam@test.example')).state).toBe('failed');
  for (const path of ['/mail', `/mail/${id}`]) {
    expect((await look(path, await server.cookieOf('process-lead', abo))).status).toBe(403);
    expect((await look(path, '')).location).toContain('/aanmelden');
  }
  expect((await send(`/mail/${id}/opnieuw`, await server.cookieOf('process-lead', abo), {})).status).toBe(403);
  expect((await look('/mail/onzin', cookie)).status).toBe(404);
});

it('sends at most eight at a time, and holds up nothing else meanwhile', async () => {
  post.slow = () => pause(30);
  await write(...Array.from({ length: 60 }, (_, i) => letter(`veel-${i}@test.example`)));
  await until(async () => (await mails()).every(({ state }) => state === 'sent' || state === 'failed'));
  post.slow = () => Promise.resolve();
  expect(post.received.filter(({ to }) => to.startsWith('veel-'))).toHaveLength(60);
  expect(post.most).toBeLessThanOrEqual(8);
});

it('waits for a server that is not there, says so, and sends when it is; what is too late by then is not sent', async () => {
  const { port } = post;
  await post.stop();
  await write(letter('wacht@test.example'), letter('te-laat@test.example', { worksFor: 1 }));
  expect((await ends('te-laat@test.example')).why).toBe('expired');
  const ready = async () =>
    (await (await fetch(`${server.url}/health/ready`)).json()) as { status: string; mail: string };
  await until(async () => (await ready()).mail === 'unreachable');
  expect((await ready()).status).toBe('ok');
  const page = textOf((await look('/mail', await server.cookieOf('administrator', null))).text);
  expect(page).toContain('neemt niets aan');
  await post.listen(port);
  expect((await ends('wacht@test.example')).state).toBe('sent');
  await until(async () => (await ready()).mail === 'ok');
});

it('does not wait for a moment that only a clock that was set back has before it', async () => {
  const ahead = new Date(Date.now() + 3 * day).toISOString();
  await server.sluis.work.do(async (tx) => {
    await server.sluis.outbox.add(tx, letter('klok@test.example'));
    await tx.manager.update(StoredMail, { address: 'klok@test.example' }, { nextAt: ahead, expiresAt: ahead });
  });
  expect((await ends('klok@test.example')).state).toBe('sent');
});

it('goes with the person it was for', async () => {
  const { id } = await server.addPerson({ role: 'reader', body: abo });
  await write(letter('weg@test.example', { to: { name: 'Weg', email: 'weg@test.example', person: id } }));
  await ends('weg@test.example');
  await server.sluis.work.do(({ manager }) => server.sluis.forgetting.person(manager, id));
  expect((await mails()).some(({ address }) => address === 'weg@test.example')).toBe(false);
});

it('stops while a server hangs, and leaves what it was sending for the next start', async () => {
  const silent = await silentServer();
  const settings = { ...post.settings({ triedFor: 60_000, firstPause: 20 }), server: new URL(silent.url) };
  const hanging = await TestServer.start({ change: { mail: settings } });
  const { outbox } = hanging.sluis;
  await hanging.sluis.work.do((tx) => outbox.add(tx, letter('hangt@test.example')));
  await until(async () => (await hanging.sluis.manager.find(StoredMail))[0]?.state === 'sending');
  const from = Date.now();
  await hanging.stop({ keep: true });
  expect(Date.now() - from).toBeLessThan(8_000);
  silent.stop();
  const next = await TestServer.start({ folder: hanging.folder, change: { mail: post.settings(pace) } });
  await until(() => cameTo('hangt@test.example').length === 1);
  await next.stop();
});

it('is only shown where no server of mail is set, and the page says so', async () => {
  const without = await TestServer.start();
  await without.sluis.work.do((tx) => without.sluis.outbox.add(tx, letter('stil@test.example')));
  const cookie = await without.cookieOf('administrator', null);
  const pages = pagesAt(() => without.url);
  const list = await pages.look('/mail', cookie);
  expect(textOf(list.text)).toMatch(
    /Sluis verstuurt niets: er is geen mailserver ingesteld.*stil@test\.example.*nog niet geprobeerd/,
  );
  const [, href = ''] = /href="(\/mail\/[^"]+)"/.exec(list.text) ?? [];
  expect(textOf((await pages.look(href, cookie)).text)).toContain('Grüße uit Coevorden.');
  expect(await (await fetch(`${without.url}/health/ready`)).json()).toMatchObject({ status: 'ok', mail: 'off' });
  await without.stop();
});
