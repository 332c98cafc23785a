// The commands that record a fact which can be corrected, by the event that keeps it.
import type { CommandKind } from '../commands/command.js';
import { commands, type CommandName } from '../commands/commands.js';
import { correctMigration } from '../commands/correct-migration.js';
import { correctStart } from '../commands/correct-start.js';
import type { DossierEvent, EventType } from '../dossier/events.js';
import type { Facts, Payload } from '../facts/fact.js';
import { askedAgain } from '../facts/correcting.js';

type AnyKind = CommandKind<object, unknown, Facts, EventType>;

/** A command by what it records; which target and payload are its own, its own functions alone know. */
export interface FactKind extends AnyKind {
  name: CommandName | 'start-dossier';
  fact: NonNullable<AnyKind['fact']>;
  /** What was asked when this was recorded. */
  askedOf(event: DossierEvent): Payload<Facts>;
}

const kinds = new Map<EventType, FactKind>();
const all = { ...commands, 'start-dossier': correctStart, 'migrate-dossier': correctMigration };
for (const [name, command] of Object.entries(all)) {
  const kind = command as unknown as AnyKind; // each with its own target and payload
  const { fact } = kind;
  if (!fact) continue;
  const askedOf = (event: DossierEvent) => ({ ...askedAgain(kind.says, event), ...fact.asked?.(event as never) }); // of its own type
  const known: FactKind = { ...kind, name: name as keyof typeof all, fact, askedOf }; // one of its keys
  for (const type of typesOf(known)) kinds.set(type, known);
}

/** The events that keep such facts. */
export function typesOf({ fact: { type, beside } }: Pick<FactKind, 'fact'>): EventType[] {
  return beside === undefined ? [type] : [type, beside];
}

export const kindOfFact = (type: EventType): FactKind | undefined => kinds.get(type);

/** What a command records, as it can be corrected. */
export const kindRecordedBy = (command: FactKind['name']): FactKind | undefined =>
  [...kinds.values()].find(({ name }) => name === command);

/** Whether facts that are said by this table can be corrected. */
export const isCorrectable = (table: Facts): boolean => [...kinds.values()].some(({ says }) => says === table);
