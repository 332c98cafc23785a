// Ten decisions as municipalities word them are recorded through the form, and read back whole in the overview; and the
// form shows a list of which more is asked.
import { realDecisions } from '../support/real-decisions.js';
import { Track } from '../support/council-track.js';
import { hiddenIn, pagesAt, textOf } from '../support/pages.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

let server: TestServer;
let track: Track;
let base: string;
beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
  track = await Track.start(server);
  base = `/trajecten/${track.id}`;
  for (const gate of ['ontwerp', 'keuze', 'visie', 'ondertekening']) await track.put(gate, '2024-01-04');
});
afterAll(() => server.stop());
const { look, send } = pagesAt(() => server.url);

const recorder = (body: string): Promise<string> =>
  server.cookieOf(body.endsWith('/raad') ? 'clerk' : 'secretary', body);

it.each(realDecisions.map((one) => [one.from, one] as const))('%s', async (_, { gate, body, sent, reads, also }) => {
  const cookie = await recorder(body);
  const form = `${base}/momenten/${gate}/besluit`;
  for (const fields of sent) {
    const { text } = await look(form, cookie);
    const answer = await send(form, cookie, { ...hiddenIn(text), ...fields });
    expect([answer.status, answer.status === 303 ? '' : textOf(answer.text)]).toEqual([303, '']);
    const names = Object.keys(fields).filter((name) => !name.endsWith('/number') && name !== 'gezien');
    for (const name of names.filter((one) => !/\/[1-9]/.test(one))) expect(text).toContain(`name="${name}"`);
  }
  const overview = textOf((await look(`${base}/besluiten`, cookie)).text);
  const written = sent.flatMap((fields) =>
    Object.entries(fields).flatMap(([name, value]) =>
      /(text|title|to|movers|reference|reason|number|group|object|power)$|^(points|commitments)/.test(name)
        ? [value]
        : [],
    ),
  );
  for (const part of [...written, ...reads]) expect(overview).toContain(part);
  if (!also) return;
  const other = `${base}/${also.form}`;
  const given = await send(other, cookie, { ...hiddenIn((await look(other, cookie)).text), ...also.sent });
  expect([given.status, given.status === 303 ? '' : textOf(given.text)]).toEqual([303, '']);
  const page = textOf((await look(`${base}/${also.page}`, cookie)).text);
  const texts = Object.entries(also.sent).flatMap(([name, value]) =>
    /holder|source|covers/.test(name) ? [value] : [],
  );
  for (const part of [...texts, ...also.reads]) expect(page).toContain(part);
});

it('asks for one more of a list, and keeps what was filled in', async () => {
  const cookie = await recorder('west/college');
  const form = `${base}/momenten/ondertekening/besluit`;
  const hidden = hiddenIn((await look(form, cookie)).text);
  const typed = { decision: 'signed', 'decisionPoints/0/text': 'Het eerste.', 'decisionPoints/0/verdict': 'agreed' };
  const { text } = await send(form, cookie, { ...hidden, ...typed, meer: 'decisionPoints' });
  expect(text).toContain('Het eerste.');
  expect(text).toContain('name="decisionPoints/1/text"');
  const lacking = { ...hidden, decision: 'signed', decidedOn: '2024-01-16', 'decisionPoints/0/verdict': 'agreed' };
  const clerk = (await look(`${base}/momenten/visie/besluit`, await recorder('west/raad'))).text;
  expect(clerk).toMatch(/class="sluis-when[^"]* sluis-when--no-view[^"]*"[^]*?name="remarks\/0"/); // wel kanttekeningen
  const refused = await send(form, cookie, lacking);
  expect(refused.status).toBe(400);
  expect(refused.text).toContain('Tekst van beslispunt 1 ontbreekt');
});
