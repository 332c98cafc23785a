// A database as the first release left it: its facts as that release stored them, with nothing of what came since.
import { join } from 'node:path';
import { append } from '../../src/store/event-log.js';
import type { NewEvent } from '../../src/domain/dossier/events.js';
import type { Acting } from '../../src/domain/permissions.js';
import type { DossierId, Instant } from '../../src/domain/vocabulary.js';
import { loadSqlite } from '../../src/store/runtime.mjs';
import type { Transaction } from '../../src/store/unit-of-work.js';
import { college } from './drenthe.js';
import type { TestServer } from './server.js';

const acting: Acting = { person: 'iemand', role: 'secretary', body: null };

/** Adds events at the end of a record as they are: no command judges them. */
export async function appendTo(tx: Transaction, dossier: DossierId, events: readonly NewEvent[], at: Instant) {
  const [last] = await tx.connection.rows<{ sequence: number; hash: string }>(
    'SELECT sequence, hash FROM event WHERE dossier = ? ORDER BY sequence DESC LIMIT 1',
    [dossier],
  );
  if (!last) throw new Error(`dossier ${dossier} has no record`);
  await append(tx.connection, dossier, { ...last, recordedAt: at }, events, acting, at);
}

/** A gate of a dossier of the Drenthe roadmap, and what is recorded there. */
export interface Story {
  dossier: DossierId;
  events: NewEvent[];
}

const round = { gate: 'instemming', round: 1 };
let ids = 0;

/** What a decision of the first release says beside its kind: a correction said no version, round or condition before it. */
interface Said {
  corrects?: string;
  revises?: string;
  by?: 'region';
  facts?: object;
  texts?: Record<string, string>;
}

/** @returns its id */
export function decided(story: Story, municipality: string, kind: string, on: string, said: Said = {}): string {
  const decision = `besluit-${++ids}`;
  const { corrects, revises, by, facts, texts = {} } = said;
  const type = corrects ? 'DecisionCorrected' : revises ? 'DecisionRevised' : 'DecisionRecorded';
  const own = {
    ...round,
    decision,
    body: college(municipality),
    kind,
    answers: { noodzaak: kind, uitwerking: kind },
    confirmation: by === 'region' ? 'unconfirmed' : 'by-body',
    ...(corrects ? { corrects } : {}),
    ...(revises ? { revises } : {}),
    ...facts,
  };
  story.events.push({ type, on, facts: own, texts } as NewEvent); // as that release stored it
  return decision;
}

/** Any other fact at the gate. */
export function happened(story: Story, type: NewEvent['type'], on: string, facts: object, texts = {}): void {
  story.events.push({ type, on, facts: { gate: 'instemming', ...facts }, texts } as NewEvent); // as that release stored it
}

export const inRound = (facts: object): object => ({ ...round, ...facts });

/**
 * Stops a server and leaves its database as that of the first release: with what was recorded, and without a trace of
 * reading it otherwise.
 */
export async function asFirstRelease(server: TestServer): Promise<string> {
  await server.stop({ keep: true });
  const db = new (loadSqlite())(join(server.folder, 'sluis.sqlite'));
  db.exec('DROP TABLE told_otherwise');
  db.exec(`DELETE FROM migrations WHERE name LIKE 'ToldOtherwise%'`);
  db.exec(`DELETE FROM setting WHERE key IN ('told otherwise', 'read anew since')`);
  db.close();
  return server.folder;
}

/** What a server tells whoever keeps it running, while it starts. */
export async function startTelling<T>(start: () => Promise<T>): Promise<[started: T, log: string[]]> {
  const log: string[] = [];
  const take = (chunk: string | Uint8Array): boolean => log.push(String(chunk)) > 0;
  const former = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write.bind(stream) }));
  for (const { stream } of former) stream.write = take;
  try {
    return [await start(), log];
  } finally {
    for (const { stream, write } of former) stream.write = write;
  }
}
