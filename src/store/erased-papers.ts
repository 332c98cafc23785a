// Papers whose content was erased: what refers to one keeps its hash and its title, and what was in it is gone, whoever uploaded
// it and wherever. It is known by its hash, so that it does not come back.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DossierId, Hex, Id, Instant } from '../domain/vocabulary.js';
import type { Connection } from './connection.js';
import { insertOf } from './prepared.js';

@Entity('erased_paper')
export class StoredErasure {
  @PrimaryColumn('text') hash!: Hex;
  @Column('text', { name: 'erased_at' }) erasedAt!: Instant;
  @Column('text', { name: 'erased_by' }) erasedBy!: Id;
  @Column('text') reason!: string;
}

const addErasure = insertOf(StoredErasure);

const columns = 'hash, erased_at AS "erasedAt", erased_by AS "erasedBy", reason';

export const erasureOf = (connection: Connection, hash: Hex): Promise<StoredErasure | null> =>
  connection.row<StoredErasure>(`SELECT ${columns} FROM erased_paper WHERE hash = ?`, [hash]);

/** Of what facts of a dossier refer to. */
export const erasuresIn = (connection: Connection, dossier: DossierId): Promise<StoredErasure[]> =>
  connection.rows<StoredErasure>(
    `SELECT ${columns} FROM erased_paper WHERE hash IN (SELECT hash FROM paper WHERE dossier = ? AND linked = 1)`,
    [dossier],
  );

/** Where a paper is, whatever it is called there; null for one that nobody brought. */
export const usesOf = (
  connection: Connection,
  hash: Hex,
): Promise<{ kind: string; size: number; dossiers: number } | null> =>
  connection.row(
    'SELECT kind, size, COUNT(DISTINCT dossier) AS dossiers FROM paper WHERE hash = ? GROUP BY kind, size',
    [hash],
  );

/** Its pieces belong to no paper any more, and are left to `sweepPieces`; the name of the file goes too. */
export async function erasePaper(connection: Connection, erasure: StoredErasure): Promise<void> {
  await addErasure(connection, erasure);
  await connection.run(`UPDATE paper SET content = '', name = '' WHERE hash = ?`, [erasure.hash]);
}
