// A form that somebody may no longer send: nothing is recorded, and everything that was filled in is there to be read,
// copied, and given another day.
import { forms } from '../../src/web/forms/register.js';
import { accepted, agree, conditionOf, decide, gateOf, withOpenGate } from '../support/drenthe.js';
import { hiddenIn, ownPage, pagesAt } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';

let server: TestServer;
let id: string;
let gate: string;

const { look, send } = pagesAt(() => server.url);
const hostile = '</textarea><script>alert("1")</script> & \'Ω\' שלום {{7*7}}\r\nTweede regel.';
const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;');

beforeAll(async () => {
  server = await TestServer.start();
});
beforeEach(async () => {
  id = await withOpenGate(server);
  gate = `/trajecten/${id}/momenten/instemming`;
});
afterAll(() => server.stop());

/** A secretary of Assen, whose role can be ended; their sessions end with it. */
async function secretaryOfAssen() {
  const administrator = await server.as('administrator', null);
  const assignment = { role: 'secretary', body: 'assen/college', from: '2020-01-01' };
  const person = { name: 'Secretaris', email: `${crypto.randomUUID()}@test.example` };
  const { id: whose } = await accepted(administrator.post<{ id: string }>('/people', person));
  const assigned = administrator.post<{ assignments: { id: string }[] }>(`/people/${whose}/assignments`, assignment);
  const [given] = (await accepted(assigned)).assignments;
  return {
    signIn: () => server.signIn(whose),
    end: () =>
      accepted(administrator.post(`/people/${whose}/assignments/${given?.id}/endings`, { until: '2021-01-01' })),
  };
}

const filled = {
  decision: 'agree-with-conditions',
  decidedOn: '16-4-2024',
  reason: hostile,
  reference: 'Z-2024-0423',
  'conditions/0/text': 'Eerst de kosten.',
  'conditions/0/effect': 'suspensive',
  'remarks/0': 'Let op <b>dit</b>.',
  body: 'assen/college',
};
const typed = [
  escaped(hostile.replaceAll('\r\n', '\n')),
  'Z-2024-0423',
  'Eerst de kosten.',
  'opschortend',
  'akkoord onder voorwaarden',
  'Let op &lt;b&gt;dit&lt;/b&gt;.',
];
const nothingIsRecorded = async () => expect((await gateOf(server, id)).decisions).toEqual([]);

describe('a form of somebody', () => {
  it('whose role ended shows what was typed and what can be done, and goes on where the role is there again', async () => {
    const { signIn, end } = await secretaryOfAssen();
    const cookie = await signIn();
    const open = hiddenIn((await look(`${gate}/besluit`, cookie)).text);
    await end();
    const out = await send(`${gate}/besluit`, cookie, { ...open, ...filled });
    const kept = new URLSearchParams(hiddenIn(out.text).ingevuld);
    expect([out.status, kept.get('reason')]).toEqual([401, hostile]);
    const { status, text } = await send(`${gate}/besluit`, await signIn(), Object.fromEntries(kept));
    expect(status).toBe(403);
    for (const part of [
      ...typed.map((one) => one.replaceAll('\n', '\r\n')),
      'Rol niet geldig',
      'Er is niets vastgelegd.',
      'ander account',
    ])
      expect(text.replaceAll(/\r?\n/g, '\r\n')).toContain(part);
    expect(text).not.toContain('<script>');
    await nothingIsRecorded();
    const again = await server.cookieOf('secretary', 'assen/college');
    const resumed = await send(`${gate}/besluit`, again, { ...hiddenIn(text), wijzigen: 'ja' });
    expect([resumed.status, resumed.text]).toEqual([200, expect.stringContaining('value="Z-2024-0423"')]);
    expect((await send(`${gate}/besluit`, again, { ...hiddenIn(text), ...hiddenIn(resumed.text) })).status).toBe(303);
  });

  it.each([
    ['of another body', 'emmen/college', 403],
    ['who may not see the dossier', 'elders/college', 404],
  ])('sent by somebody %s shows what was typed, and nothing of the dossier', async (_, body, expected) => {
    const mine = await server.cookieOf('secretary', 'assen/college');
    const open = hiddenIn((await look(`${gate}/besluit?orgaan=assen/college`, mine)).text);
    const other = await server.cookieOf('secretary', body);
    const { status, text } = await send(`${gate}/besluit?orgaan=assen/college`, other, { ...open, ...filled });
    expect(status).toBe(expected);
    for (const part of ['Z-2024-0423', 'Eerst de kosten.', 'Terug naar het formulier']) expect(text).toContain(part);
    if (expected === 404) expect(text).not.toContain('Robuuste regio');
    await nothingIsRecorded();
  });

  it.each([
    ['the gate was taken back', 'gates/instemming/withdrawn-submissions', 'process-lead', 412, 'is teruggenomen.'],
    ['the dossier was stopped', 'stops', 'chair', 409, 'Bekijk hoe het nu staat'],
  ] as const)('is shown with all of it when %s meanwhile', async (_, call, role, expected, why) => {
    const cookie = await server.cookieOf('secretary', 'assen/college');
    const open = hiddenIn((await look(`${gate}/besluit`, cookie)).text);
    const who = await server.as(role, abo);
    await accepted(who.post(`/dossiers/${id}/${call}`, { on: '2024-04-20', reason: 'Anders.' }));
    const { status, text } = await send(`${gate}/besluit`, cookie, { ...open, ...filled });
    expect(status).toBe(expected);
    for (const part of [...typed, why])
      expect(text.replaceAll('\r\n', '\n').toLowerCase()).toContain(part.toLowerCase());
    expect(text).not.toMatch(/<h2[^>]*>Bewijs</); // its own body decided
    await nothingIsRecorded();
  });

  it('from another site is not shown as if it were typed here, and odd names are no fields', async () => {
    const reader = await server.cookieOf('reader', abo);
    const foreign = await send(`${gate}/besluit`, reader, filled, { ...ownPage, origin: 'https://elders.example' });
    expect([foreign.status, foreign.text]).toEqual([403, expect.not.stringContaining('Eerst de kosten.')]);
    const odd = {
      __proto__x: 'p1',
      constructor: 'p2',
      'conditions/x/y/z': 'p3',
      corrects: 'p4',
      'a/b': 'p5',
      sleutel: 'p6',
    };
    const { status, text } = await send(`${gate}/besluit`, reader, { ...odd, reason: 'Wel.' });
    const told = text.slice(text.indexOf('Wat u invulde</h2>'), text.indexOf('</dl>'));
    expect([status, told]).toEqual([403, expect.stringContaining('Wel.')]);
    expect(told).not.toMatch(/p[1-6]/);
  });

  it('that starts a dossier is kept, too', async () => {
    const reader = await server.cookieOf('reader', abo);
    const { status, text } = await send('/trajecten/nieuw', reader, {
      title: hostile.slice(0, 60),
      startedOn: '1-1-2024',
    });
    expect([status, text]).toEqual([403, expect.stringContaining(escaped(hostile.slice(0, 60)))]);
  });
});

/** The names of the fields of a page in which something can be typed. */
const textsIn = (text: string): string[] => [
  ...[...text.matchAll(/<textarea[^>]*? name="([^"]+)"/g)].map(([, name = '']) => name),
  ...[
    ...text.matchAll(/<input[^>]*? name="([^"]+)"[^>]*? type="text"|<input[^>]*? type="text"[^>]*? name="([^"]+)"/g),
  ].map(([, name, other]) => name ?? other ?? ''),
];

describe('every form', () => {
  it('comes back with every text that was typed in it when the dossier is stopped meanwhile', async () => {
    await agree(server, id, ['emmen']);
    const conditions = [{ text: 'De kosten.', effect: 'elaboration' }];
    await accepted(decide(server, id, 'assen', { decision: 'agree-with-conditions', conditions, remarks: undefined }));
    const condition = (await conditionOf(server, id)).id;
    const decision = (await gateOf(server, id)).decisions.find(({ body }) => body === 'emmen/college')?.id ?? '';
    const cookies = await Promise.all([
      ...(['chair', 'process-lead'] as const).map((role) => server.cookieOf(role, abo)),
      server.cookieOf('secretary', 'emmen/college'),
      server.cookieOf('secretary', 'meppel/college'),
    ]);
    const at = (path: string, phase: string): string =>
      path
        .replace(':gate', 'instemming')
        .replace(':phase', phase)
        .replace(':decision', decision)
        .replace(':condition', condition);
    const open: { path: string; form: string; cookie: string; fields: Record<string, string> }[] = [];
    for (const form of Object.keys(forms))
      for (const cookie of cookies)
        for (const phase of form.includes(':phase') ? ['orientatie', 'instemming', 'themas'] : [''])
          await (async () => {
            const path = `/trajecten/${id}/${at(form, phase)}`;
            const { status, text } = await look(path, cookie);
            if (status !== 200 || open.some((one) => one.form === form)) return;
            const fields = Object.fromEntries(textsIn(text).map((name) => [name, `Getypt in ${name} <hier>`]));
            open.push({ path, form, cookie, fields: { ...hiddenIn(text), ...fields } });
          })();
    expect(open.length).toBeGreaterThan(15);
    await accepted((await server.chair()).post(`/dossiers/${id}/stops`, { on: '2024-04-20', reason: 'Anders.' }));
    for (const { path, cookie, fields } of open) {
      const { status, text } = await send(path, cookie, fields);
      const missing = Object.values(fields).filter((one) => one.startsWith('Getypt') && !text.includes(escaped(one)));
      expect([path, status >= 400, missing]).toEqual([path, true, []]);
    }
  });
});
