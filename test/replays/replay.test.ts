// A replay plays dated facts into a fresh dossier: all of them, each with where it stands written, or none.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Player, type Step } from '../../src/replay/play-replay.js';
import { readReplay, ReplayFault } from '../../src/replay/replay-file.js';
import { replayReport } from '../../src/replay/replay-report.js';
import { dossierOf, gateOf } from '../support/drenthe.js';
import { abo, TestServer } from '../support/server.js';

const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.json'));

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

const bytesOf = (file: string): Buffer => readFileSync(join(import.meta.dirname, file));
const play = (bytes: Buffer): Promise<Step[]> => {
  const { dossiers, catalogue, directory } = server.sluis;
  return new Player(dossiers, catalogue, directory).play(readReplay(bytes));
};
const idOf = (steps: Step[]): string => steps[0]?.reading.dossier.id ?? '';

/** A replay of Drenthe, a fact on each line from the eighth on. */
const file = (facts: object[], change: object = {}): Buffer => {
  const start = { workflow: 'drenthe-robuuste-regio', version: 1, title: 'Proef', startedOn: '2024-04-11' };
  const header = Object.entries({ ...start, source: 'Verzonnen brief', invented: true, ...change });
  const lines = header.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)},`);
  return Buffer.from(`{\n${lines.join('\n')}\n"facts": [${facts.map((one) => JSON.stringify(one)).join(',\n')}]\n}\n`);
};
const firstLine = 8;

const source = 'bladzijde 1';
const opened = [
  { on: '2024-04-11', call: 'starts', phase: 'instemming', source },
  { on: '2024-04-11', call: 'submissions', gate: 'instemming', source },
];
const agrees = {
  on: '2024-04-16',
  call: 'decisions',
  gate: 'instemming',
  body: 'assen/college',
  decision: 'agree',
  source,
};

/** Each fault as its line and code. */
async function faultsOf(bytes: Buffer): Promise<string[]> {
  try {
    await play(bytes);
  } catch (error) {
    if (error instanceof ReplayFault) return error.faults.map(({ line, code }) => `${line} ${code}`);
    throw error;
  }
  return [];
}

const numberOfEvents = (): Promise<number | undefined> =>
  server.sluis.work.do(async ({ connection }) => {
    const row = await connection.row<{ n: number }>('SELECT count(*) AS n FROM event');
    return row?.n;
  });

describe('a replay that is shipped', () => {
  it.each(files)('%s plays to its end and says of every event where it stands written', async (name) => {
    const steps = await play(bytesOf(name));
    const replay = readReplay(bytesOf(name));
    expect(steps).toHaveLength(replay.facts.length + 1);
    for (const event of steps.flatMap(({ events }) => events)) expect(event.texts.source).toMatch(/\S/);
    const dossier = steps.at(-1)?.reading.dossier;
    expect([dossier?.source, dossier?.demonstration]).toEqual([replay.source, replay.invented]);
    const told = replayReport(replay, steps).join('\n');
    expect(told).toContain(replay.source);
    expect(told.includes('niet in de bronnen')).toBe(!replay.invented);
  });
});

describe('a replay', () => {
  it('shows how the dossier stood at each step', async () => {
    const steps = await play(file([...opened, agrees]));
    const stands = steps.map(({ line, on, reading: { dossier } }) => [line, on, dossier.sequence]);
    expect(stands).toEqual([
      [1, '2024-04-11', 1],
      [firstLine, '2024-04-11', 2],
      [firstLine + 1, '2024-04-11', 3],
      [firstLine + 2, '2024-04-16', 4],
    ]);
  });

  it('that is invented lets every body record its own, and says so for ever', async () => {
    const id = idOf(await play(file([...opened, agrees])));
    const { decisions, tally } = await gateOf(server, id);
    expect(tally.for).toBe(1);
    expect(decisions[0]?.recorded.recordedBy).toMatchObject({ role: 'secretary', body: 'assen/college' });
    expect((await dossierOf(server, id)).demonstration).toBe(true);
  });

  it('of documents lets the region record, with evidence, what a body has still to confirm', async () => {
    const evidence = [{ title: 'Besluitenlijst', url: 'https://example.org/lijst' }];
    const documents = { invented: false };
    expect(await faultsOf(file([...opened, agrees], documents))).toEqual([`${firstLine + 2} evidence-required`]);
    const id = idOf(await play(file([...opened, { ...agrees, evidence }], documents)));
    const { decisions, tally, sentence } = await gateOf(server, id);
    expect(decisions[0]).toMatchObject({
      confirmation: 'unconfirmed',
      recorded: { recordedBy: { role: 'process-lead' } },
    });
    expect([tally.for, tally.undecided, tally.silent]).toEqual([0, 1, 11]);
    expect(sentence).toContain('niet in de bronnen');
    const { demonstration } = await dossierOf(server, id);
    expect(demonstration).toBe(false);
  });

  it('names decisions and conditions by their body', async () => {
    const conditions = [{ text: 'Eerst de kosten.', effect: 'elaboration' }];
    const conditional = { ...agrees, decision: 'agree-with-conditions', conditions };
    const answer = { on: '2024-04-18', call: 'answers', gate: 'instemming', condition: 'assen/college', source };
    const revised = { ...agrees, on: '2024-04-23', revises: 'assen/college' };
    const id = idOf(await play(file([...opened, conditional, { ...answer, answer: 'adopted' }, revised])));
    const { conditions: found, decisions } = await gateOf(server, id);
    expect(found.map(({ status }) => status)).toEqual(['lapsed']);
    expect(decisions.map(({ revises }) => revises)).toEqual([null, decisions[0]?.id]);
    expect(await faultsOf(file([...opened, { ...answer, answer: 'adopted' }]))).toEqual([
      `${firstLine + 2} unknown-condition`,
    ]);
  });

  it('stops at the line that cannot be true and leaves nothing half played', async () => {
    const before = await numberOfEvents();
    const third = (change: object) => file([...opened, { ...agrees, ...change }]);
    const line = firstLine + 2;
    const evidence = [{ title: 'Besluitenlijst', url: 'https://example.org/lijst' }];
    expect(await faultsOf(third({ body: 'zwolle/college', evidence }))).toEqual([`${line} unknown-body`]);
    expect(await faultsOf(third({ body: 'assen/raad' }))).toEqual([`${line} not-in-electorate`]);
    expect(await faultsOf(third({ on: '2999-01-01' }))).toEqual([`${line} date-in-future`]);
    expect(await faultsOf(third({ on: '2024-04-10' }))).toEqual([`${line} date-too-early`]);
    expect(await faultsOf(third({ gate: 'feest' }))).toEqual([`${line} unknown-gate`]);
    expect(await faultsOf(third({ decision: 'signed' }))).toEqual([`${line} not-offered-here`]);
    expect(await faultsOf(third({ colour: 'red' }))).toEqual([`${line} unknown-property`]);
    expect(await faultsOf(file([...opened, agrees, agrees]))).toEqual([`${line + 1} decision-exists`]);
    const ruling = { on: '2024-05-20', call: 'rulings', gate: 'instemming', ruling: 'go', source };
    expect(await faultsOf(file([...opened, ruling]))).toEqual([`${line} outcome-not-go`]);
    expect(await faultsOf(file([], { workflow: 'feest' }))).toEqual(['2 unknown-workflow']);
    expect(await faultsOf(file([], { workflow: 'wgr-collegeregeling', version: 1 }))).toEqual(['2 not-offered-here']);
    const trial = { on: '2024-05-20', call: 'migrations', toVersion: 2, reason: 'x', dryRun: true, source };
    expect(await faultsOf(file([...opened, trial]))).toEqual([`${line} not-allowed-here`]);
    expect(await faultsOf(file([], { startedOn: '2024-04-10' }))).toEqual(['5 date-too-early']);
    expect(await numberOfEvents()).toBe(before);
  });

  it('says on which line the file itself is wrong', async () => {
    expect(await faultsOf(Buffer.from('{\n  "workflow": "x",\n}'))).toEqual(['3 invalid-json']);
    expect(await faultsOf(Buffer.from('{\n"title": "a",\n"title": "b"\n}'))).toEqual(['3 invalid-json']);
    expect(await faultsOf(Buffer.from('[]'))).toEqual(['1 invalid-json']);
    expect(await faultsOf(Buffer.from([0x7b, 0xff]))).toEqual(['1 invalid-json']);
    expect(await faultsOf(Buffer.from(`{"a": ${'['.repeat(40)}`))).toEqual(['1 too-large']);
    expect(await faultsOf(Buffer.alloc(1024 * 1024 + 1, ' '))).toEqual(['1 too-large']);
    expect(await faultsOf(Buffer.from('{\n"facts": []\n}'))).toEqual(['1 required', '1 required']);
    const [start] = opened;
    const faulty = { ...start, call: 'party', on: '2024-02-31', source: '' };
    expect(await faultsOf(file([faulty]))).toEqual(['8 bad-date', '8 wrong-type', '8 required']);
    expect(await faultsOf(file([{ ...start, phase: undefined }]))).toEqual(['8 required']);
    const planned = { on: '2024-04-16', call: 'agendas', gate: 'instemming', body: 'assen/college', source };
    expect(await faultsOf(file([...opened, planned]))).toEqual(['10 not-offered-here']);
  });
});

describe('a file from before calls became nouns', () => {
  it('still plays', async () => {
    const former = opened.map((fact) => ({ ...fact, call: fact.call === 'starts' ? 'start' : fact.call }));
    expect(former).not.toEqual(opened);
    expect((await play(file(former))).map(({ reading }) => reading.dossier.sequence)).toEqual(
      (await play(file(opened))).map(({ reading }) => reading.dossier.sequence),
    );
  });
});

describe('a dossier on screen', () => {
  const pageOf = async (path: string): Promise<string> => {
    const cookie = await server.cookieOf('process-lead', abo);
    return (await fetch(`${server.url}${path}`, { headers: { cookie } })).text();
  };

  it('can be stepped through, day by day', async () => {
    const later = { ...agrees, on: '2024-04-23', body: 'emmen/college' };
    const base = `/trajecten/${idOf(await play(file([...opened, agrees, later])))}`;
    expect(await pageOf(base)).toContain(`href="${base}?asOf=2024-04-11">Bekijk het verloop stap voor stap`);
    const middle = await pageOf(`${base}?asOf=2024-04-18`);
    expect(middle).toContain(`href="${base}?asOf=2024-04-16">Vorige gebeurtenis`);
    expect(middle).toContain(`href="${base}?asOf=2024-04-23">Volgende gebeurtenis`);
    expect(middle).not.toContain('Wat er op deze dag gebeurde');
    const last = await pageOf(`${base}/momenten/instemming?asOf=2024-04-23`);
    expect(last).toContain(`href="${base}/momenten/instemming?asOf=2024-04-16">Vorige gebeurtenis`);
    expect(last).not.toContain('Volgende gebeurtenis');
    const day = await pageOf(`${base}?asOf=2024-04-16`);
    expect(day).toMatch(/Wat er op deze dag gebeurde.*College van Assen: akkoord/s);
    expect(await pageOf(`${base}/logboek`)).toContain(`href="${base}?asOf=2024-04-16">Stand van 16 april 2024`);
  });

  it('says what it was played back from, and that what is open is not in there', async () => {
    const id = idOf(await play(file(opened, { invented: false })));
    const page = await pageOf(`/trajecten/${id}`);
    expect(page).toContain(
      'Gereconstrueerd uit stukken: Verzonnen brief. Wat daar niet in staat, is hier open gelaten.',
    );
    expect(page).toContain('Niet in de bronnen');
    expect(page).not.toContain('nog geen besluit');
    expect(page).not.toContain('verzonnen.');
    expect(await pageOf('/taken')).toContain('U hebt nu niets te doen.');
    expect(await pageOf('/trajecten')).toContain('Gereconstrueerd');
  });

  it('does not betray by its steps what is not released', async () => {
    const release = { scope: 'own', ground: 'art. 87 Gemeentewet' };
    const closed = { ...agrees, body: 'emmen/college', on: '2024-04-23', release };
    const base = `/trajecten/${idOf(await play(file([...opened, agrees, closed])))}`;
    expect(await pageOf(`${base}?asOf=2024-04-16`)).not.toContain('Volgende gebeurtenis');
  });
});
