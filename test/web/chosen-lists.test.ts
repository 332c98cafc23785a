// Those who decide at a gate, and tasks: which of them and in which order is in the address, so that it can be sent and comes back the
// same; what it asks and is not there is said and hides nobody; what is taken along is what is shown, and says so.
import readXlsx from 'read-excel-file/node';
import { accepted, college, decide, municipalities, withOpenGate } from '../support/drenthe.js';
import { pagesAt, textOf } from '../support/pages.js';
import { abo, TestServer } from '../support/server.js';
import { turnsIn } from '../support/tasks-page.js';

let server: TestServer;
let id: string;
let lead: string;
const { look } = pagesAt(() => server.url);
const unknown = 'filter of volgorde die er niet (meer) is';

beforeAll(async () => {
  server = await TestServer.start({ change: { clock: '2024-05-20T09:00:00.000Z' } });
  lead = await server.cookieOf('process-lead', abo);
  id = await withOpenGate(server);
  const conditions = [{ text: 'Eerst de begroting.', effect: 'elaboration', owner: 'Werkgroep' }];
  await accepted(decide(server, id, 'emmen', { decision: 'agree-with-conditions', conditions }));
  await accepted(decide(server, id, 'assen', { decidedOn: '2024-05-18' }));
  await accepted(decide(server, id, 'coevorden', { decidedOn: '2024-05-02' }));
  const others = municipalities.filter((one) => !['emmen', 'assen', 'coevorden', 'tynaarlo', 'meppel'].includes(one));
  for (const one of others) await accepted(decide(server, id, one));
  const item = { body: college('tynaarlo'), meetingOn: '2024-05-28', stage: 'college' };
  await accepted((await server.lead()).post(`/dossiers/${id}/gates/instemming/agendas`, item));
});
afterAll(() => server.stop());

const get = (path: string) => fetch(server.url + path, { headers: { cookie: lead } });
const rowsOf = (text: string): string[] => {
  const [, table = ''] = text.split('sluis-bodies sluis-stacked');
  return [...(table.split('</table>')[0] ?? '').matchAll(/<th[^>]*scope="row"[^>]*>(.*?)<\/th>/gs)].map(
    ([, head = '']) =>
      textOf(head)
        .replace(/Notitie .*/, '')
        .trim(),
  );
};
async function bodies(query: string) {
  const { status, text } = await look(`/trajecten/${id}/momenten/instemming?${query}`, lead);
  expect([query, status]).toEqual([query, 200]);
  return { rows: rowsOf(text), text };
}
async function sheet(path: string): Promise<unknown[][]> {
  const [first] = (await readXlsx(Buffer.from(await (await get(path)).arrayBuffer()))) as unknown as {
    data: unknown[][];
  }[]; // as it is since its version 9
  return first?.data ?? [];
}

describe('those who decide', () => {
  it.each([
    ['nodig', ['Emmen', 'Meppel', 'Tynaarlo']],
    ['ontbreekt', ['Meppel', 'Tynaarlo']],
    ['laat', ['Assen', 'Emmen', 'Meppel', 'Tynaarlo']],
    ['voorwaarden', ['Emmen']],
    ['agenda', ['Tynaarlo']],
  ])('are under "%s" those of whom that is so, on the page and in the file', async (filter, expected) => {
    const { rows, text } = await bodies(`toon=${filter}&volgorde=naam`);
    expect(rows).toEqual(expected);
    expect(text).toMatch(new RegExp(`toon=${filter}&amp;volgorde=naam#besluiten" aria-current="page"`));
    expect(text).not.toContain(unknown);
    const [, href = ''] = /href="([^"]*moment\.xlsx[^"]*)"/.exec(text) ?? [];
    const data = await sheet(href.replaceAll('&amp;', '&'));
    expect(data.flat().join('\n')).toMatch(new RegExp(`Alleen: .*\\(${expected.length} van 12\\)`));
    expect(data.filter(([name]) => expected.some((one) => name === `College van ${one}`))).toHaveLength(
      expected.length,
    );
    expect(data.filter(([name]) => String(name).startsWith('College van'))).toHaveLength(expected.length);
  });

  it('are in order by name, or those who decided last first and who did not after them', async () => {
    const byName = (await bodies('volgorde=naam')).rows;
    expect(byName).toEqual([...byName].sort((a, b) => a.localeCompare(b, 'nl')));
    const byDay = (await bodies('volgorde=datum')).rows;
    expect([byDay[0], byDay[1]]).toEqual(['Assen', 'Coevorden']);
    expect(byDay.slice(-2).sort()).toEqual(['Meppel', 'Tynaarlo']);
  });

  it('are all there, and it is said, where a filter or an order is not (any more)', async () => {
    for (const query of ['toon=weg', 'volgorde=kleur', 'toon=constructor', 'toon=%3Cscript%3E']) {
      const { rows, text } = await bodies(query);
      expect([query, rows.length, text.includes(unknown)]).toEqual([query, 12, true]);
      expect(text).not.toContain('<script>a');
      const data = await sheet(`/trajecten/${id}/export/moment.xlsx?moment=instemming&${query}`);
      expect(data.flat().join('\n')).toContain(unknown);
      expect(data.filter(([name]) => String(name).startsWith('College van'))).toHaveLength(12);
    }
  });

  it('are nobody in words, with the way back, where nobody fits', async () => {
    const { rows, text } = await bodies('toon=agenda&asOf=2024-04-12');
    expect(rows).toEqual([]);
    expect(text).toContain('Niemand past bij dit filter.');
    expect(text).toMatch(/\?asOf=2024-04-12#besluiten"[^>]*>Alle 12</);
  });
});

describe('tasks', () => {
  const filters = ['mij', 'anderen', 'laat', 'voorwaarden'];

  it('are under each filter fewer than all, and each names its own in its link and its file', async () => {
    const all = turnsIn((await look('/taken', lead)).text);
    const counts: Record<string, number> = {};
    for (const filter of filters) {
      const { text } = await look(`/taken?toon=${filter}&volgorde=traject`, lead);
      counts[filter] = turnsIn(text);
      expect(text).toContain(`href="/taken?toon=${filter}&amp;volgorde=traject" aria-current="page"`);
      const data = await sheet(`/export/taken.xlsx?toon=${filter}`);
      expect(data.flat().join('\n')).toMatch(new RegExp(`Alleen: .*\\(${counts[filter]} van ${all}\\)`));
    }
    expect((counts.mij ?? 0) + (counts.anderen ?? 0)).toBe(all);
    for (const filter of filters) expect([filter, counts[filter]]).toEqual([filter, expect.any(Number)]);
    expect(counts.laat).toBeGreaterThan(0);
    expect(counts.laat).toBeLessThan(all);
    expect(counts.voorwaarden).toBeGreaterThan(0);
    expect(counts.voorwaarden).toBeLessThan(all);
  });

  it('are all there, and it is said, where a filter is not (any more) or is none for who looks', async () => {
    const plain = turnsIn((await look('/taken', lead)).text);
    for (const query of ['toon=weg', 'volgorde=kleur', 'toon=gemeente']) {
      const { text } = await look(`/taken?${query}`, lead);
      expect([query, turnsIn(text), text.includes(unknown)]).toEqual([query, plain, true]);
    }
    const secretary = await server.cookieOf('secretary', college('meppel'));
    const { text } = await look('/taken?toon=anderen', secretary);
    expect([turnsIn(text) > 0, text.includes(unknown)]).toEqual([true, true]);
  });
});

it.each(['/mensen', '/trajecten?volgorde=titel', 'besluiten', 'logboek', 'logboek?toon=besluiten'])(
  'a list that is shorter than its address asks says so, and has its last page one link away: %s',
  async (list) => {
    const path = list.startsWith('/') ? list : `/trajecten/${id}/${list}`;
    const cookie = list === '/mensen' ? await server.cookieOf('administrator', null) : lead;
    const past = await look(`${path}${path.includes('?') ? '&' : '?'}vanaf=9000`, cookie);
    expect([past.status, textOf(past.text)]).toEqual([
      200,
      expect.stringContaining('Deze bladzijde is er niet (meer)'),
    ]);
    const [, href = ''] = /href="([^"]*)"[^>]*>Naar de laatste bladzijde/.exec(past.text) ?? [];
    const last = await look(href.replaceAll('&amp;', '&'), cookie);
    expect(last.text).not.toContain('Deze bladzijde is er niet');
    expect(last.text.length).toBeGreaterThan(past.text.length);
  },
);
