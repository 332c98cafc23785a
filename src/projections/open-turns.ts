// Who may have a turn in which dossier, per role and body. That it is their turn today depends on the day too, so that is
// worked out of the folded dossier when it is read.
import type { DossierEvent, EventType } from '../domain/dossier/events.js';
import type { Dossier } from '../domain/dossier/state.js';
import { mayHaveTurn, type Whose } from '../domain/turns/whose.js';
import type { DossierId } from '../domain/vocabulary.js';
import { placeholders, type Connection } from '../store/connection.js';
import type { Keep, Projection } from './projection.js';

export const openTurns: Projection = {
  name: 'open-turns',
  version: 1,
  tables: {
    open_turn: [
      `CREATE TABLE open_turn (
        role TEXT NOT NULL,
        whose TEXT NOT NULL,
        dossier TEXT NOT NULL,
        PRIMARY KEY (role, whose, dossier)
      )`,
      'CREATE INDEX open_turn_of_dossier ON open_turn (dossier)',
    ],
  },
  apply,
  former,
};

/** What bodies say and plan changes nothing of who is asked, and is nearly all that is recorded. */
const leavesTurns = new Set<EventType>([
  'DecisionRecorded',
  'DecisionCorrected',
  'DecisionRevised',
  'DecisionConfirmed',
  'DecisionDisputed',
  'DecisionWithdrawn',
  'DecisionReleased',
  'ListAdopted',
  'ReceiptRecorded',
  'ItemScheduled',
]);

async function apply(connection: Connection, events: readonly DossierEvent[], dossier: Dossier): Promise<void> {
  if (events.every(({ type }) => leavesTurns.has(type))) return;
  const now = mayHaveTurn(dossier);
  const before = await connection.rows<Whose>(
    'SELECT role, whose FROM open_turn WHERE dossier = ? ORDER BY role, whose',
    [dossier.id],
  );
  const isSame = now.length === before.length && now.every((one, i) => isEqual(one, before[i]));
  if (isSame) return;
  await connection.run('DELETE FROM open_turn WHERE dossier = ?', [dossier.id]);
  await insert(connection, dossier.id, now);
}

const isEqual = (one: Whose, other: Whose | undefined): boolean =>
  one.role === other?.role && one.whose === other.whose;

async function insert(connection: Connection, id: DossierId, all: readonly Whose[]): Promise<void> {
  if (all.length === 0) return;
  await connection.run(
    `INSERT INTO open_turn (role, whose, dossier) VALUES ${placeholders(all.length, 3)}`,
    all.flatMap(({ role, whose }) => [role, whose, id]),
  );
}

/** Nothing where it was never built. */
async function former(connection: Connection): Promise<Keep> {
  const kept = new Map<DossierId, Whose[]>();
  if (await connection.row(`SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'open_turn'`))
    for (const { dossier, ...whose } of await connection.rows<Whose & { dossier: DossierId }>(
      'SELECT role, whose, dossier FROM open_turn ORDER BY dossier, role, whose',
    ))
      kept.set(dossier, (kept.get(dossier) ?? []).concat(whose));
  return (id) => insert(connection, id, kept.get(id) ?? []);
}
