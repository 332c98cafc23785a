// What the handbook says that correction, revision, withdrawal, dispute and confirmation do to a count, played as it stands
// on the page: a dossier for every table, a step for every row.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DecisionView } from '../../src/domain/views/decision-view.js';
import { decisionKinds, type DecisionKind, type Side } from '../../src/domain/vocabulary.js';
import { decisionWords } from '../../src/wording/language/words.js';
import type { Client } from '../support/client.js';
import { Track } from '../support/council-track.js';
import { accepted } from '../support/drenthe.js';
import { TestServer } from '../support/server.js';
import { testWorkflows } from '../support/workflows.js';

const page = readFileSync(join(import.meta.dirname, '../../docs/handboek/besluiten.md'), 'utf8');
const [, chapter = ''] = page.split('\n## Wat er met de telling gebeurt\n');
const sections = (chapter.split('\n## ')[0] ?? '').split('\n### ').slice(1);

/** The rows of every table of a section, as their cells. */
const tablesOf = (section: string): string[][][] =>
  section
    .split('\n\n')
    .filter((part) => part.trim().startsWith('| vastgelegd '))
    .map((part) =>
      part
        .trim()
        .split('\n')
        .slice(2)
        .map((row) =>
          row
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim()),
        ),
    );

const told: [string, string[][]][] = sections.flatMap((section) =>
  tablesOf(section).map((rows): [string, string[][]] => [
    `${section.split('\n')[0] ?? ''}: ${rows.map(([step]) => step).join('; ')}`,
    rows,
  ]),
);

const sides: Record<string, Side> = { vóór: 'for', tegen: 'against', onbeslist: 'undecided', zwijgt: 'silent' };
const months: Record<string, string> = { april: '04', mei: '05' };
const kindCalled = (word: string): DecisionKind => {
  const found = decisionKinds.find((kind) => decisionWords[kind] === word);
  if (!found) throw new Error(`no kind of decision is called "${word}"`);
  return found;
};
const dayIn = (text: string): string | undefined => {
  const [, day = '', month = ''] = /(\d+) (\p{L}+)/u.exec(text) ?? [];
  return months[month] && `2024-${months[month]}-${day.padStart(2, '0')}`;
};

const body = 'oost/college';
const gate = 'ontwerp';
let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start({ workflows: testWorkflows });
});
afterAll(() => server.stop());

/** Records what a row says, on what was recorded last. */
class Teller {
  private last: DecisionView | undefined;

  constructor(private readonly track: Track) {}

  async tell(step: string): Promise<void> {
    const [before = '', said = ''] = step.split(': ');
    if (step === 'betwist' || step === 'bevestigd') await this.answer(step === 'bevestigd');
    else if (before.endsWith(', ingetrokken')) await this.takeBack(dayIn(before));
    else if (before === 'gecorrigeerd') await this.record({ corrects: this.last?.id, ...this.correction(said) });
    else await this.decide(before, { decision: kindCalled(said), decidedOn: dayIn(before) });
  }

  private correction(said: string): object {
    if (said === 'er was geen besluit') return { noDecision: true };
    const decidedOn = dayIn(said);
    return decidedOn === undefined ? { decision: kindCalled(said) } : { decidedOn };
  }

  /** Who decides again names what stands on that day. */
  private async decide(before: string, said: object): Promise<void> {
    const [day = '', how] = before.split(', ');
    const { stands } = await this.track.gate(gate, `?asOf=${dayIn(day)}`);
    const former = stands.find((one) => one.body === body)?.act ?? null;
    expect([before, how === 'opnieuw besloten' && former === null]).toEqual([before, false]);
    const revises = former === null ? {} : { revises: former };
    if (how !== 'door de regio') return this.record({ ...said, ...revises });
    const evidence = [{ title: 'Besluitenlijst', url: 'https://example.org/lijst' }];
    return this.record({ ...said, ...revises, evidence }, this.track.lead);
  }

  private async record(said: object, by?: Client): Promise<void> {
    const who = by ?? (await this.track.recorder(body));
    const reason = 'Zo staat het in de lijst.';
    this.last = await accepted(who.post<DecisionView>(this.track.path(gate, 'decisions'), { body, reason, ...said }));
  }

  private async answer(confirmed: boolean): Promise<void> {
    const who = await this.track.recorder(body);
    const said = { confirmed, on: '2024-05-20', ...(confirmed ? {} : { reason: 'Zo is niet besloten.' }) };
    await accepted(who.post(this.track.path(gate, `decisions/${this.last?.id}/confirmations`), said));
  }

  private async takeBack(on: string | undefined): Promise<void> {
    const who = await this.track.recorder(body);
    const said = { decision: this.last?.id, on, reason: 'Het college bespreekt het opnieuw.' };
    await accepted(who.post(this.track.path(gate, 'withdrawals'), said));
  }
}

it('tells of five things in one sentence each what they do, with an example', () => {
  expect(sections.map((section) => section.split('\n')[0])).toEqual([
    'Wat een correctie doet',
    'Wat een herziening doet',
    'Wat een intrekking doet',
    'Wat een betwisting doet',
    'Wat een bevestiging doet',
  ]);
  for (const section of sections) {
    const [, sentence = ''] = section.split('\n\n');
    expect([sentence, sentence.match(/[.?!](?=\s|$)/g)]).toEqual([sentence, ['.']]);
    expect(tablesOf(section).length).toBeGreaterThan(0);
  }
});

it.each(told)('%s', async (_, rows) => {
  const track = await Track.start(server);
  await track.put(gate, '2024-01-03');
  const teller = new Teller(track);
  const sideOn = async (query: string) => (await track.gate(gate, query)).stands.find((one) => one.body === body)?.side;
  for (const [step = '', now = '', then = ''] of rows) {
    await teller.tell(step);
    expect([step, await sideOn(''), await sideOn('?asOf=2024-04-20')]).toEqual([step, sides[now], sides[then]]);
  }
});
