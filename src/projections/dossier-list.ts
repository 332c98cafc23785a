// Which dossiers there are, how each stands, and which bodies it concerns: for lists, and for who may see them.
import type { DossierEvent } from '../domain/dossier/events.js';
import { runningState, type Dossier } from '../domain/dossier/state.js';
import type { BodyId, Day, DossierId, Hex, Slug } from '../domain/vocabulary.js';
import { placeholders, type Connection, type Value } from '../store/connection.js';
import type { Projection } from './projection.js';

export const dossierList: Projection = {
  name: 'dossier-list',
  version: 1,
  tables: {
    dossier: [
      `CREATE TABLE dossier (
        id TEXT PRIMARY KEY,
        region TEXT NOT NULL,
        workflow TEXT NOT NULL,
        version INTEGER NOT NULL,
        workflow_hash TEXT NOT NULL,
        state TEXT NOT NULL,
        started_on TEXT NOT NULL
      )`,
      'CREATE INDEX dossier_in_order ON dossier (started_on, id)',
    ],
    dossier_body: [
      'CREATE TABLE dossier_body (body TEXT NOT NULL, dossier TEXT NOT NULL, PRIMARY KEY (body, dossier))',
    ],
  },
  apply,
};

async function apply(connection: Connection, events: readonly DossierEvent[], dossier: Dossier): Promise<void> {
  if (events.some((event) => event.type === 'DossierStarted')) return add(connection, dossier);
  const mayMove = events.some(({ type }) =>
    ['PhaseCompleted', 'GateRuled', 'GateReopened', 'DossierStopped'].includes(type),
  );
  if (mayMove) await connection.run('UPDATE dossier SET state = ? WHERE id = ?', [runningState(dossier), dossier.id]);
}

async function add(connection: Connection, { plan, id, startedOn }: Dossier): Promise<void> {
  const { id: workflow, version } = plan.workflow;
  await connection.run(
    'INSERT INTO dossier (id, region, workflow, version, workflow_hash, state, started_on) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [id, plan.region, workflow, version, plan.hash, 'running', startedOn],
  );
  const bodies = [...plan.bodies.keys()];
  await connection.run(
    `INSERT INTO dossier_body (body, dossier) VALUES ${placeholders(bodies.length, 2)}`,
    bodies.flatMap((body) => [body, id]),
  );
}

/** Where a dossier stands in the list. */
export interface ListPlace {
  startedOn: Day;
  id: DossierId;
}

export interface ListQuery {
  regions: Slug[];
  bodies: BodyId[];
  state?: string;
  workflow?: Slug;
  after?: ListPlace;
  limit: number;
}

/** The dossiers of these regions or with these bodies, by start and id. */
export async function listDossiers(connection: Connection, query: ListQuery): Promise<ListPlace[]> {
  const { regions, bodies, state, workflow, after, limit } = query;
  const values: Value[] = [...regions, ...bodies];
  const marks = (list: string[]) => list.map(() => '?').join(', ') || 'NULL';
  const conditions = [
    `(region IN (${marks(regions)}) OR id IN (SELECT dossier FROM dossier_body WHERE body IN (${marks(bodies)})))`,
  ];
  const also = (condition: string, ...more: Value[]) => {
    conditions.push(condition);
    values.push(...more);
  };
  if (state !== undefined) also('state = ?', state);
  if (workflow !== undefined) also('workflow = ?', workflow);
  if (after) also('(started_on > ? OR (started_on = ? AND id > ?))', after.startedOn, after.startedOn, after.id);
  return connection.rows<ListPlace>(
    `SELECT id, started_on AS "startedOn" FROM dossier WHERE ${conditions.join(' AND ')} ORDER BY started_on, id LIMIT ?`,
    [...values, limit],
  );
}

/** Which workflow files the dossiers were started with. */
export const usedWorkflows = (connection: Connection): Promise<{ workflow: Slug; version: number; hash: Hex }[]> =>
  connection.rows('SELECT DISTINCT workflow, version, workflow_hash AS hash FROM dossier ORDER BY workflow, version');
