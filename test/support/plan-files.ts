// An invented region whose plans are files that somebody edits, removes and renames between two starts of a server.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { window } from '../../src/domain/calendar.js';
import { threshold } from '../../src/domain/rules/threshold.js';
import { defineWorkflow, gate, municipality, phase, region } from '../../src/domain/workflow/define.js';
import type { WorkflowPlan } from '../../src/domain/workflow/define.js';
import type BetterSqlite3 from 'better-sqlite3';
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import type { Workflow } from '../../src/domain/workflow/workflow.js';
import type { SqlValue } from '../../src/store/dialect/dialect.js';
import { loadSqlite } from '../../src/store/runtime.mjs';
import type { Answer, Client } from './client.js';
import { accepted } from './drenthe.js';
import { TestServer } from './server.js';

/** The body that concludes in every plan of here. */
const ruledBy = 'proefregio/overleg';

/** A version of an invented plan: two colleges, one gate. */
export const planFile = (version: number, change: Partial<WorkflowPlan> = {}): Workflow =>
  defineWorkflow({
    id: 'proef',
    version,
    title: `Proef ${version}`,
    source: 'verzonnen voor de tests',
    parties: [
      municipality('noord', 'Noord', 'GM9001'),
      municipality('zuid', 'Zuid', 'GM9003'),
      region('proefregio', 'Proefregio', [{ id: 'overleg', title: 'Overleg' }]),
    ],
    phases: {
      akkoord: phase('Akkoord', window('2024'), {
        source: 'test',
        gate: gate('Akkoord', { verb: 'instemmen', electorate: 'colleges', ruledBy, rule: threshold(2, 'colleges') }),
      }),
    },
    ...change,
  });

/** A folder with these plans and no other. Node reads a file once, so that every state of the files is a folder. */
function folderWith(...plans: Workflow[]): URL {
  const folder = mkdtempSync(join(tmpdir(), 'sluis-plans-'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  for (const plan of plans)
    writeFileSync(join(folder, `${plan.id}.v${plan.version}.js`), `export default ${JSON.stringify(plan)};\n`);
  return pathToFileURL(`${folder}/`);
}

export type Raw = BetterSqlite3.Database;

/** A server over one database, started with one set of files after the other. */
export class Region {
  /** What the last start told whoever started it, of plans and of dossiers. */
  told: string[] = [];

  private constructor(public server: TestServer) {}

  static async with(...plans: Workflow[]): Promise<Region> {
    return new Region(await TestServer.start({ workflows: [folderWith(...plans)] }));
  }

  /** Starts again with these files, after something was done to the database behind its back. */
  async restart(plans: Workflow[], meanwhile: (db: Raw) => void = () => undefined): Promise<void> {
    await this.server.stop({ keep: true });
    const db = new (loadSqlite())(join(this.server.folder, 'sluis.sqlite'));
    meanwhile(db);
    db.close();
    const { folder } = this.server;
    const told = await toldBy(async () => {
      this.server = await TestServer.start({ workflows: [folderWith(...plans)], folder });
    });
    this.told = told.filter((line) => !line.includes('tegen veranderen beschermt')); // what was dropped is put back
  }

  toldOf = (plan: string): string[] => this.told.filter((line) => line.includes(`workflows/${plan}`));

  lead = (): Promise<Client> => this.server.as('process-lead', ruledBy);

  async begin(more: object = {}): Promise<Answer<DossierView>> {
    const asked = { workflow: 'proef', title: 'Proef', startedOn: '2024-01-02', ...more };
    return (await this.lead()).post<DossierView>('/dossiers', asked);
  }

  /** A dossier whose gate is open, and where one body has decided. */
  async begun(version: number): Promise<string> {
    const { id } = await accepted(this.begin({ version }));
    const lead = await this.lead();
    await accepted(lead.post(`/dossiers/${id}/phases/akkoord/starts`, { on: '2024-01-03' }));
    await accepted(lead.post(`/dossiers/${id}/gates/akkoord/submissions`, { on: '2024-01-03' }));
    await this.decide(id, 'noord');
    return id;
  }

  async decide(id: string, who: string): Promise<void> {
    const decision = { body: `${who}/college`, decision: 'agree', decidedOn: '2024-01-04' };
    await accepted((await this.server.secretary(who)).post(`/dossiers/${id}/gates/akkoord/decisions`, decision));
  }

  async conclude(id: string): Promise<void> {
    const ruling = { ruling: 'go', ruledOn: '2024-01-05', meeting: { form: 'in-writing' } };
    const chair = await this.server.as('chair', ruledBy);
    await accepted(chair.post(`/dossiers/${id}/gates/akkoord/rulings`, ruling));
  }

  async migrate(id: string, toVersion: number): Promise<Answer> {
    const asked = { toVersion, on: '2024-01-05', reason: 'Zo is het beter.' };
    return (await this.server.as('chair', ruledBy)).post(`/dossiers/${id}/migrations`, asked);
  }

  /** Everything that the API says of a dossier, now and on a day. */
  async readings(id: string): Promise<unknown[]> {
    const paths = ['', '/events', '/gates/akkoord', '?asOf=2024-01-03', '/gates/akkoord?asOf=2024-01-03'];
    const lead = await this.lead();
    return Promise.all(paths.map(async (path) => (await lead.get(`/dossiers/${id}${path}`)).body));
  }

  run = (sql: string, values: SqlValue[] = []): Promise<void> =>
    this.server.sluis.work.do(({ connection }) => connection.run(sql, values));

  rows = <Row>(sql: string): Promise<Row[]> => this.server.sluis.work.do(({ connection }) => connection.rows<Row>(sql));
}

/** What is written to the errors meanwhile. */
export async function toldBy(run: () => Promise<unknown>): Promise<string[]> {
  const told: string[] = [];
  const write = process.stderr.write.bind(process.stderr);
  process.stderr.write = (chunk) => told.push(String(chunk)) > 0;
  try {
    await run();
  } finally {
    process.stderr.write = write;
  }
  return told;
}
