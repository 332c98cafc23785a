// What a read model is: its own entities, kept up in the transaction of the events, and rebuildable from them at any time.
import type { DossierEvent } from '../../domain/dossier/events.js';
import type { Dossier } from '../../domain/dossier/state.js';
import type { DossierId } from '../../domain/vocabulary.js';
import type { EntityManager } from 'typeorm';
import type { Connection } from '../connection.js';
import type { EntityClass } from '../dialect/dialect.js';

/** Puts back what was said of a dossier before a rebuild. */
export type RestoreRows = (connection: Connection, id: DossierId) => Promise<void>;

export interface Projection {
  name: string;
  /** Raised with every change of entities or of `apply`: the read model is then rebuilt at start. */
  version: number;
  /** Their tables are made anew by a rebuild; no migration knows them. */
  entities: readonly EntityClass[];
  /**
   * Takes in what one command stored. Judges nothing, runs no rule, and asks no clock.
   * @param dossier as it is after the events
   */
  apply(connection: Connection, events: readonly DossierEvent[], dossier: Dossier): Promise<void>;
  /** Reads its rows before a rebuild, to put back those of a dossier of which no event can be read any more. */
  saveRows(manager: EntityManager): Promise<RestoreRows>;
}
