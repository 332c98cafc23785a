// Every statement of the source documents about a date and a status, beside the status that its replay shows on a day;
// and of each that no replay shows, why.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ConfigurationModule } from '../../src/store/process/configuration.module.js';
import { CoreModule } from '../../src/core.module.js';
import { Readings } from '../../src/app/readings.js';
import { PlanCatalogue } from '../../src/app/plan-catalogue.js';
import { dossierView } from '../../src/domain/views/dossier-view.js';
import { gateView } from '../../src/wording/gates/views.js';
import { Player } from '../../src/replay/play-replay.js';
import { readReplay } from '../../src/replay/replay-file.js';
import { ReplayModule } from '../../src/replay/replay.module.js';
import type { KnownPerson } from '../../src/domain/people.js';

interface Row {
  /** Literally, as the document has it. */
  quote: string;
  /** The day or period that it speaks of, and whether that was done, planned, asked … */
  date: string;
  status: string;
  /** The replay, the day that is looked at, and what it shows then. */
  replay?: string;
  on?: string;
  shows?: object;
  /** Why nothing shows it. */
  why?: string;
}

const folder = mkdtempSync(join(tmpdir(), 'sluis-'));
let sluis: INestApplicationContext;
const dossiers = new Map<string, string>();

beforeAll(async () => {
  const nowhere = { mode: 'serve', port: 0, host: '127.0.0.1', baseUrl: 'http://localhost', clock: null } as const;
  const configuration = { ...nowhere, folder, trustProxy: [], sessionSecret: 'a secret for tests alone, long enough' };
  const root = { module: CoreModule, imports: [ConfigurationModule.of(configuration), ReplayModule] };
  sluis = await NestFactory.createApplicationContext(root, { logger: false });
});
afterAll(async () => {
  await sluis.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The dossier of a replay, played once. */
async function dossierOf(replay: string): Promise<string> {
  const known = dossiers.get(replay);
  if (known !== undefined) return known;
  const steps = await sluis.get(Player).play(readReplay(readFileSync(join(import.meta.dirname, `${replay}.json`))));
  const id = steps[0]?.reading.dossier.id ?? '';
  dossiers.set(replay, id);
  return id;
}

/** Everything that the pages show of a replay on a day: phases and gates by id, and the plan. */
async function standOf(replay: string, asOf: string): Promise<object> {
  const id = await dossierOf(replay);
  const regions = sluis
    .get(PlanCatalogue)
    .all()
    .flatMap(({ rulingBodies }) => [...rulingBodies]);
  const assignments = regions.map((body, i) => ({
    id: String(i),
    role: 'process-lead' as const,
    body,
    from: '2000-01-01',
    until: null,
  }));
  const reader: KnownPerson = { id: 'lezer', name: 'Lezer', email: 'lezer@test.example', assignments };
  const { reading } = await sluis.get(Readings).one(reader, id, () => ({ asOf, knownAt: null }));
  const view = dossierView(reading);
  return {
    state: view.state,
    plan: reading.dossier.plan.workflow,
    facts: view.facts,
    phases: Object.fromEntries(view.phases.map((phase) => [phase.id, phase])),
    gates: Object.fromEntries(view.gates.map((gate) => [gate.id, gateView(reading, gate.id)])),
  };
}

const documents = readdirSync(join(import.meta.dirname, 'statements'));
const rows = documents.flatMap((file): [string, string, string, Row][] => {
  const table = JSON.parse(readFileSync(join(import.meta.dirname, 'statements', file), 'utf8')) as Row[]; // as it was written
  return table.map((row) => [file.slice(0, 3), row.status, row.date, row]);
});

describe('a statement of a document', () => {
  it.each(rows.filter(([, , , { shows }]) => shows))('of %s: %s, %s', async (_document, _status, _date, row) => {
    const { replay = '', on = '', shows = {} } = row;
    expect(await standOf(replay, on)).toMatchObject(shows);
  });

  it('is shown by a replay, or says why not', () => {
    const silent = rows.filter(([, , , { shows, why }]) => (shows === undefined) === (why === undefined));
    expect(silent).toEqual([]);
    expect(rows.length).toBeGreaterThan(100);
  });
});
