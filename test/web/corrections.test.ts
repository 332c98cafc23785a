// A line of the log is corrected by the form by which it was recorded, filled in as it was; and the log tells both.
import { accepted, agree, college, dossierOf, gateOf, rule, withOpenGate } from '../support/drenthe.js';
import { refusal } from '../support/client.js';
import { pagesAt } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';
import { Track } from '../support/track.js';

let server: TestServer;
let track: Track;
const cookies: Record<string, string> = {};
const { look, send } = pagesAt(() => server.url);

beforeAll(async () => {
  server = await TestServer.start();
  track = await Track.on(server);
  cookies.lead = await server.cookieOf('process-lead', abo);
  cookies.chair = await server.cookieOf('chair', abo);
  cookies.secretary = await server.cookieOf('secretary', 'assen/college');
});
afterAll(() => server.stop());

beforeEach(async () => {
  track.id = await withOpenGate(server);
});

const log = () => `/trajecten/${track.id}/logboek`;
const formOf = (sequence: number) => `${log()}/${sequence}/corrigeren`;
const lead = () => cookies.lead ?? '';

/** What the form holds, as a browser would send it: texts, days, what is chosen, boxes that are ticked. */
function heldIn(text: string): Record<string, string> {
  const held: Record<string, string> = {};
  const plain = (one: string) => one.replaceAll('&#x27;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  for (const [tag] of text.matchAll(/<input\b[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
    const [name, type] = [attribute('name'), attribute('type') ?? 'text'];
    if (name === undefined || (['checkbox', 'radio'].includes(type) && !/\bchecked\b/.test(tag))) continue;
    held[name] = plain(attribute('value') ?? '');
  }
  for (const [, name = '', value = ''] of text.matchAll(/<textarea\b[^>]*\bname="([^"]*)"[^>]*>([^<]*)</g))
    held[name] = plain(value);
  for (const [, name = '', options = ''] of text.matchAll(/<select\b[^>]*\bname="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    held[name] = plain(/<option\b(?=[^>]*\bselected)[^>]*\bvalue="([^"]*)"/.exec(options)?.[1] ?? '');
  return held;
}

it('holds what was recorded; changed, it is recorded; refused, it comes back with what was typed', async () => {
  const { text } = await look(formOf(2), lead());
  const held = heldIn(text);
  expect(held).toMatchObject({ on: '2024-04-11', reason: '' });
  const early = await send(formOf(2), lead(), { ...held, on: '2024-04-10', reason: 'Zomaar.' });
  expect(early.status).toBe(400);
  expect(early.text).toContain('Zomaar.');
  const late = await send(formOf(2), lead(), { ...held, on: '2024-04-12', reason: 'Een dag later.' });
  expect([late.status, late.text.includes('een voorlegging')]).toEqual([409, true]);
  const put = heldIn((await look(formOf(3), lead())).text);
  expect(put).toMatchObject({ on: '2024-04-11', replyBy: '2024-05-16' });
  const sent = await send(formOf(3), lead(), { ...put, replyBy: '', on: '2024-04-12', reason: 'Een dag later.' });
  expect([sent.status, sent.location]).toEqual([303, `${log()}#regel-4`]);
  expect(await gateOf(server, track.id)).toMatchObject({ submittedOn: '2024-04-12', replyBy: null });
});

it('tells in the log what was wrong, what is right, who says so and why', async () => {
  const held = heldIn((await look(formOf(3), lead())).text);
  await send(formOf(3), lead(), { ...held, on: '2024-04-12', reason: 'Een dag later.' });
  const { text } = await look(log(), lead());
  const line = (n: number) => text.slice(text.indexOf(`id="regel-${n}"`)).split('</li>')[0] ?? '';
  expect(line(3)).toMatch(/<del>.*Voorgelegd aan 12 organen.*<\/del>/);
  expect(line(3)).toContain('href="#regel-4"');
  expect(line(3)).toMatch(/Onjuist vastgelegd; gecorrigeerd in regel 4 op .* door .*kwartiermaker.*: Een dag later\./);
  expect(line(3)).not.toContain('/corrigeren');
  expect(line(4)).toContain('Gecorrigeerd: Voorgelegd aan 12 organen');
  expect(line(4)).toContain('href="#regel-3"');
  expect(line(4)).toContain('Een dag later.');
  expect(line(4)).toContain(formOf(4));
  expect((await look(formOf(3), lead())).status).toBe(409);
});

it('says that something never was', async () => {
  const held = heldIn((await look(formOf(3), lead())).text);
  const sent = await send(formOf(3), lead(), { ...held, never: 'ja', reason: 'Verkeerd traject.' });
  expect(sent.status).toBe(303);
  expect((await look(log(), lead())).text).toContain('Is er niet geweest: Voorgelegd aan 12 organen');
  expect(await gateOf(server, track.id)).toMatchObject({ status: 'planned' });
});

it('is there for who may, and for no line that is no fact', async () => {
  const { text } = await look(log(), cookies.secretary ?? '');
  expect(text).not.toContain('/corrigeren');
  expect((await look(formOf(2), cookies.secretary ?? '')).status).toBe(403);
  expect((await look(formOf(99), lead())).status).toBe(404);
  await agree(server, track.id, ['assen']);
  expect((await look(formOf(4), lead())).status).toBe(404);
});

it('corrects a conclusion as it was filled in, boxes and meeting too', async () => {
  await agree(server, track.id);
  const meeting = { form: 'in-writing', reference: 'ABO 20 mei' };
  const ruled = { ruling: 'no-go', reason: 'Zo besloten.', meeting, dissent: [college('emmen')] };
  const { recorded } = (await accepted(rule(server, track.id, ruled))) as { recorded: { sequence: number } };
  const chair = cookies.chair ?? '';
  const held = heldIn((await look(formOf(recorded.sequence), chair)).text);
  expect(held).toMatchObject({ ruling: 'no-go', ownReason: 'Zo besloten.', 'meeting/form': 'in-writing' });
  expect(Object.values(held)).toContain(college('emmen'));
  const said = await send(formOf(recorded.sequence), chair, { ...held, reason: 'Niets anders.' });
  expect([said.status, said.location]).toEqual([303, `${log()}#regel-${recorded.sequence + 1}`]);
  const same = await gateOf(server, track.id);
  expect(same.rulings).toMatchObject([
    { ruling: 'no-go', reason: 'Zo besloten.', meeting, dissent: [college('emmen')] },
  ]);
  const again = heldIn((await look(formOf(recorded.sequence + 1), chair)).text);
  expect(again).toMatchObject({ ruling: 'no-go', ownReason: 'Zo besloten.', 'meeting/form': 'in-writing' });
  const sent = await send(formOf(recorded.sequence + 1), chair, {
    ...again,
    ruling: 'go',
    ownReason: '',
    reason: 'Misklik.',
  });
  expect(sent.status).toBe(303);
  const [ruling] = (await gateOf(server, track.id)).rulings;
  expect(ruling).toMatchObject({ ruling: 'go', reason: null, dissent: [college('emmen')] });
});

it('shows the findings of a visit where it is looked for, and keeps them from the chair who corrects its day', async () => {
  await agree(server, track.id);
  await accepted(rule(server, track.id, {}));
  await accepted(track.post('phases/orientatie/starts', { on: '2024-06-01' }));
  const visit = { body: college('assen'), on: '2024-06-20', findings: { zorgen: 'De kosten.' } };
  const made = await track.recorded('phases/orientatie/visits', visit);
  const chair = cookies.chair ?? '';
  const { text } = await look(formOf(made), chair);
  expect(text).not.toContain('De kosten.');
  const seenBy = async (cookie: string) => (await look(`/trajecten/${track.id}`, cookie)).text.includes('De kosten.');
  const [own, other] = await Promise.all(
    ['assen', 'emmen'].map((place) => server.cookieOf('secretary', college(place))),
  );
  expect([await seenBy(lead()), await seenBy(own ?? ''), await seenBy(other ?? ''), await seenBy(chair)]).toEqual([
    ...[true, true, false, false],
  ]);
  const held = heldIn(text);
  expect((await send(formOf(made), chair, { ...held, on: '2024-06-21', reason: 'Een dag later.' })).status).toBe(303);
  expect((await track.phase('orientatie')).visits.find(({ body }) => body === college('assen'))).toMatchObject({
    on: '2024-06-21',
    findings: { zorgen: 'De kosten.' },
  });
});

it('corrects the start of the dossier itself', async () => {
  const held = heldIn((await look(formOf(1), lead())).text);
  expect(held).toMatchObject({ title: 'Robuuste regio (test)', startedOn: '2024-04-11' });
  const sent = await send(formOf(1), lead(), { ...held, title: 'De goede naam', reason: 'Tikfout.' });
  expect(sent.status).toBe(303);
  expect(await dossierOf(server, track.id)).toMatchObject({ title: 'De goede naam' });
});

/** Corrects a line as its form holds it, with something else filled in. @returns where one goes then, or what is refused */
async function sentAgain(sequence: number, cookie: string, said: Record<string, string>): Promise<string> {
  const { status, text } = await look(formOf(sequence), cookie);
  if (status !== 200) return String(status);
  const { status: answer, location, text: page } = await send(formOf(sequence), cookie, { ...heldIn(text), ...said });
  return answer === 303 ? (location ?? '') : `${answer} ${page}`;
}

it('marks what may be left empty as every other form does', async () => {
  const { text } = await look(formOf(3), lead());
  const labelOf = (name: string) =>
    new RegExp(`<label[^>]*for="${name}"[^>]*>(.*?)</label>`, 's').exec(text)?.[1] ?? '';
  expect(labelOf('replyBy')).toContain('(niet verplicht)');
  expect(['on', 'reason'].map((name) => labelOf(name).includes('niet verplicht'))).toEqual([false, false]);
});

it('corrects a rule that was amended, and what else is said of it where its rule is not one of those in the form', async () => {
  const chair = cookies.chair ?? '';
  const amend = async (rule: object) => {
    const meeting = { form: 'session', reference: 'ABO' };
    const said = { on: '2024-04-12', reason: 'Zo.', meeting, rule };
    return track.recorded('gates/instemming/rule-amendments', said, track.chair);
  };
  const plain = await amend({ rule: 'threshold', needed: 8, of: 'colleges' });
  const held = heldIn((await look(formOf(plain), chair)).text);
  expect(held).toMatchObject({ 'rule/rule': 'threshold', 'rule/needed': '8', on: '2024-04-12', ownReason: 'Zo.' });
  expect(await sentAgain(plain, chair, { 'rule/needed': '9', reason: 'Tikfout.' })).toBe(`${log()}#regel-${plain + 1}`);
  const { amendments } = await gateOf(server, track.id);
  expect(amendments.map(({ rule }) => rule)).toEqual(['ten minste 9 van de 12 colleges zijn akkoord']);
  const rules = [
    { rule: 'unanimity', of: 'colleges' },
    { rule: 'threshold', needed: 2, of: 'colleges' },
  ];
  const both = await amend({ rule: 'any-of', rules });
  expect((await look(formOf(both), chair)).text).not.toContain('name="rule/');
  expect(await sentAgain(both, chair, { ownReason: 'Anders.', reason: 'Tikfout.' })).toBe(`${log()}#regel-${both + 1}`);
  const [, second] = (await gateOf(server, track.id)).amendments;
  expect([second?.reason, second?.rule]).toEqual(['Anders.', expect.stringContaining('of')]);
});

it('corrects the day and the reason of a migration, and neither its plan nor that it was once something rests on it', async () => {
  const chair = cookies.chair ?? '';
  const moved = await track.recorded('migrations', { toVersion: 2, on: '2024-05-01', reason: 'De wet.' }, track.chair);
  const { text } = await look(formOf(moved), chair);
  expect([heldIn(text), text.includes('toVersion')]).toEqual([
    expect.objectContaining({ on: '2024-05-01', ownReason: 'De wet.' }),
    false,
  ]);
  expect(await sentAgain(moved, chair, { on: '2024-05-02', reason: 'Een dag later.' })).toBe(
    `${log()}#regel-${moved + 1}`,
  );
  expect((await dossierOf(server, track.id)).migrations).toMatchObject([{ on: '2024-05-02', reason: 'De wet.' }]);
  const to = { corrects: moved + 1, toVersion: 1, reason: 'Terug.' };
  expect(refusal(await track.post('migrations', to, track.chair))).toBe('400 /toVersion unknown-property');
  await agree(server, track.id, ['assen']);
  expect(await sentAgain(moved + 1, chair, { never: 'ja', reason: 'Toch niet.' })).toContain(
    'ga naar het vorige procesplan terug',
  );
});

it('corrects what a body said of its decision: that it took it back, and that what the region recorded is so', async () => {
  const secretary = cookies.secretary ?? '';
  const assen = await server.secretary('assen');
  const evidence = [{ title: 'Lijst', url: 'https://example.org/lijst' }];
  const said = { body: college('assen'), decision: 'agree', decidedOn: '2024-04-16', evidence };
  const path = `/dossiers/${track.id}/gates/instemming`;
  const { id } = await accepted(track.lead.post<{ id: string }>(`${path}/decisions`, said));
  const word = { on: '2024-04-20', confirmed: true };
  const confirmed = await track.recorded(`gates/instemming/decisions/${id}/confirmations`, word, assen);
  expect((await look(formOf(confirmed), secretary)).text).not.toContain('name="confirmed"');
  expect(await sentAgain(confirmed, secretary, { on: '2024-04-21', reason: 'Tikfout.' })).toBe(
    `${log()}#regel-${confirmed + 1}`,
  );
  const other = { corrects: confirmed + 1, confirmed: false, reason: 'Toch niet.' };
  const refused = await track.post(`gates/instemming/decisions/${id}/confirmations`, other, assen);
  expect([refusal(refused), refused.body.errors[0]?.detail]).toEqual([
    '400 /confirmed not-allowed-here',
    expect.stringContaining('zeg dat deze regel er niet is geweest'),
  ]);
  const back = { decision: id, on: '2024-04-25', reason: 'Terug.' };
  const taken = await track.recorded('gates/instemming/withdrawals', back, assen);
  expect(await sentAgain(taken, secretary, { never: 'ja', reason: 'Verkeerd traject.' })).toBe(
    `${log()}#regel-${taken + 1}`,
  );
  const { stands } = await gateOf(server, track.id);
  expect(stands.find(({ body }) => body === college('assen'))).toMatchObject({ side: 'for' });
});
