// What a read model is: its own entities, kept up in the transaction of the events, and rebuildable from them at any time.
import type { DossierEvent } from '../../domain/dossier/events.js';
import type { Dossier } from '../../domain/dossier/state.js';
import type { Connection } from '../connection.js';
import type { EntityClass } from '../dialect/dialect.js';

/** A table of a read model, and the column that says of which dossier a row is. */
export interface ProjectedTable {
  entity: EntityClass;
  dossier: string;
}

export interface Projection {
  name: string;
  /** Raised with every change of entities or of `apply`: the read model is then filled anew. */
  version: number;
  /** No migration knows them: they are made anew where their columns are others. */
  tables: readonly ProjectedTable[];
  /**
   * Takes in what one command stored. Judges nothing, runs no rule, and asks no clock.
   * @param dossier as it is after the events
   */
  apply(connection: Connection, events: readonly DossierEvent[], dossier: Dossier): Promise<void>;
}
