// What a read model is: its own tables, kept up in the transaction of the events, and rebuildable from them at any time.
import type { DossierEvent } from '../domain/dossier/events.js';
import type { Dossier } from '../domain/dossier/state.js';
import type { DossierId } from '../domain/vocabulary.js';
import type { Connection } from '../store/connection.js';

/** Puts back what was said of a dossier before a rebuild. */
export type Keep = (id: DossierId) => Promise<void>;

export interface Projection {
  name: string;
  /** Raised with every change of tables or of `apply`: the read model is then rebuilt at start. */
  version: number;
  /** The tables by name, each with the statements that make it. */
  tables: Record<string, string[]>;
  /**
   * Takes in what one command stored. Judges nothing, runs no rule, and asks no clock.
   * @param dossier as it is after the events
   */
  apply(connection: Connection, events: readonly DossierEvent[], dossier: Dossier): Promise<void>;
  /** What it says of every dossier before a rebuild, for those of which nothing else can be known any more. */
  former(connection: Connection): Promise<Keep>;
}
