// Who may have a turn in which dossier, per role and body. That it is their turn today depends on the day too, so that is
// worked out of the folded dossier when it is read.
import { Entity, Index, PrimaryColumn, type EntityManager } from 'typeorm';
import type { DossierEvent, EventType } from '../../domain/dossier/events.js';
import type { Dossier } from '../../domain/dossier/state.js';
import { mayHaveTurn, type Whose } from '../../domain/turns/whose.js';
import type { DossierId } from '../../domain/vocabulary.js';
import type { Connection } from '../connection.js';
import { insertOf } from '../prepared.js';
import type { Keep, Projection } from './projection.js';

@Entity('open_turn')
@Index('open_turn_of_dossier', ['dossier'])
export class OpenTurn implements Whose {
  @PrimaryColumn('text') role!: Whose['role'];
  @PrimaryColumn('text') whose!: Whose['whose'];
  @PrimaryColumn('text') dossier!: DossierId;
}

export const openTurns: Projection = { name: 'open-turns', version: 1, entities: [OpenTurn], apply, former };

const addTurn = insertOf(OpenTurn);

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

async function insert(connection: Connection, dossier: DossierId, all: readonly Whose[]): Promise<void> {
  for (const { role, whose } of all) await addTurn(connection, { role, whose, dossier });
}

/** Nothing where it was never built. */
async function former(manager: EntityManager): Promise<Keep> {
  const kept = new Map<DossierId, Whose[]>();
  if (await manager.queryRunner?.hasTable('open_turn'))
    for (const { dossier, ...whose } of await manager.find(OpenTurn))
      kept.set(dossier, (kept.get(dossier) ?? []).concat(whose));
  return (connection, id) => insert(connection, id, kept.get(id) ?? []);
}
