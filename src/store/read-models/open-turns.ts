// Who may have a turn in which dossier, per role and body. Whether it is their turn depends on the day too: whoever reads
// works that out from the folded dossier.
import { Entity, Index, PrimaryColumn } from 'typeorm';
import type { DossierEvent, EventType } from '../../domain/dossier/events.js';
import type { Dossier } from '../../domain/dossier/state.js';
import { possibleTurnHolders, type TurnHolder } from '../../domain/turns/turn-holders.js';
import type { DossierId } from '../../domain/vocabulary.js';
import type { Connection } from '../connection.js';
import { insertOf } from '../prepared.js';
import type { Projection } from './projection.js';

@Entity('open_turn')
@Index('open_turn_of_dossier', ['dossier'])
export class OpenTurn implements TurnHolder {
  @PrimaryColumn('text') role!: TurnHolder['role'];
  @PrimaryColumn('text') whose!: TurnHolder['whose'];
  @PrimaryColumn('text') dossier!: DossierId;
}

export const openTurns: Projection = {
  name: 'open-turns',
  version: 4,
  tables: [{ entity: OpenTurn, dossier: 'dossier' }],
  apply,
};

const addTurn = insertOf(OpenTurn);

/** Nearly all events, and they change nobody's turns: what bodies decide and plan. */
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
  'TermExtended',
  'SecrecyLifted',
  'MandateRecorded',
  'MandateEnded',
  'MandateConfirmed',
]);

async function apply(connection: Connection, events: readonly DossierEvent[], dossier: Dossier): Promise<void> {
  if (events.every(({ type }) => leavesTurns.has(type))) return;
  const now = possibleTurnHolders(dossier);
  const before = await connection.rows<TurnHolder>(
    'SELECT role, whose FROM open_turn WHERE dossier = ? ORDER BY role, whose',
    [dossier.id],
  );
  const isSame = now.length === before.length && now.every((one, i) => isEqual(one, before[i]));
  if (isSame) return;
  await connection.run('DELETE FROM open_turn WHERE dossier = ?', [dossier.id]);
  await insert(connection, dossier.id, now);
}

const isEqual = (one: TurnHolder, other: TurnHolder | undefined): boolean =>
  one.role === other?.role && one.whose === other.whose;

async function insert(connection: Connection, dossier: DossierId, all: readonly TurnHolder[]): Promise<void> {
  for (const { role, whose } of all) await addTurn(connection, { role, whose, dossier });
}
