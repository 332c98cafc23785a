// The papers that people uploaded, in the same database as what refers to them. Of each upload a row; of each content its
// pieces, once, whoever uploaded it. What no fact refers to goes after a day.
import { Column, Entity, Index, PrimaryColumn, type EntityManager } from 'typeorm';
import type { DossierId, Hex, Id, Instant } from '../domain/vocabulary.js';
import type { Connection } from './connection.js';
import { insertOf } from './prepared.js';

/** So many bytes a piece: what one job writes, and one answer holds at a time. */
export const pieceMax = 256 * 1024;

@Entity('paper')
@Index('paper_by_hash', ['hash'])
@Index('paper_by_dossier', ['dossier'])
@Index('paper_by_content', ['content'])
export class StoredPaper {
  @PrimaryColumn('text') id!: Id;
  @Column('text') dossier!: DossierId;
  @Column('text') person!: Id;
  @Column('text', { name: 'uploaded_at' }) uploadedAt!: Instant;
  /** As the file was called there. */
  @Column('text') name!: string;
  /** Of what it says; null, with the two after it, until all of it came. */
  @Column('text', { nullable: true }) hash!: Hex | null;
  @Column('text', { nullable: true }) kind!: string | null;
  @Column('integer', { nullable: true }) size!: number | null;
  /** By which its pieces are found: those of the first paper that says the same. */
  @Column('text') content!: Id;
  /** Whether a fact refers to it, as 1: it is then kept as long as the record. */
  @Column('integer') linked!: number;
}

/** A paper of which all came. */
export type WholePaper = Omit<StoredPaper, 'hash' | 'kind' | 'size'> & { hash: Hex; kind: string; size: number };

/** What is known of an upload when it ends. */
export type PaperEnd = Pick<WholePaper, 'id' | 'hash' | 'kind' | 'size'>;

export const addPaper = insertOf(StoredPaper);

export const addPiece = (connection: Connection, content: Id, number: number, bytes: Uint8Array): Promise<void> =>
  connection.run('INSERT INTO paper_piece (content, number, bytes) VALUES (?, ?, ?)', [content, number, bytes]);

/** A piece; null after the last. */
export async function pieceOf(connection: Connection, content: Id, number: number): Promise<Buffer | null> {
  const row = await connection.row<{ bytes: Uint8Array }>(
    'SELECT bytes FROM paper_piece WHERE content = ? AND number = ?',
    [content, number],
  );
  return row && Buffer.from(row.bytes);
}

/** All of it came. What was uploaded before keeps its pieces, and these go. */
export async function sealPaper(connection: Connection, { id, hash, kind, size }: PaperEnd): Promise<void> {
  const same = await connection.row<{ content: Id }>('SELECT content FROM paper WHERE hash = ? LIMIT 1', [hash]);
  if (same) await connection.run('DELETE FROM paper_piece WHERE content = ?', [id]);
  await connection.run('UPDATE paper SET hash = ?, kind = ?, size = ?, content = ? WHERE id = ?', [
    hash,
    kind,
    size,
    same?.content ?? id,
    id,
  ]);
}

/** The papers of a dossier that say just this: first what a fact refers to, then the newest. */
export const papersIn = (connection: Connection, dossier: DossierId, hash: Hex): Promise<WholePaper[]> =>
  connection.rows<WholePaper>(
    `SELECT id, dossier, person, uploaded_at AS "uploadedAt", name, hash, kind, size, content, linked
      FROM paper WHERE hash = ? AND dossier = ? ORDER BY linked DESC, uploaded_at DESC`,
    [hash, dossier],
  );

/** What the papers are that facts of a dossier refer to. */
export const referredPapers = (
  connection: Connection,
  dossier: DossierId,
): Promise<Pick<WholePaper, 'hash' | 'kind' | 'size'>[]> =>
  connection.rows('SELECT hash, kind, size FROM paper WHERE dossier = ? AND linked = 1', [dossier]);

/** Everything that facts of a dossier refer to, whole. */
export const linkedPapers = (connection: Connection, dossier: DossierId): Promise<WholePaper[]> =>
  connection.rows<WholePaper>(
    `SELECT id, dossier, person, uploaded_at AS "uploadedAt", name, hash, kind, size, content, linked
      FROM paper WHERE dossier = ? AND linked = 1 ORDER BY uploaded_at, id`,
    [dossier],
  );

export const linkPaper = (connection: Connection, id: Id): Promise<void> =>
  connection.run('UPDATE paper SET linked = 1 WHERE id = ?', [id]);

/** Forgets what nothing refers to and was begun before that moment; its pieces are left to `sweepPieces`. */
export const forgetPapers = (connection: Connection, before: Instant): Promise<void> =>
  connection.run('DELETE FROM paper WHERE linked = 0 AND uploaded_at < ?', [before]);

/** Forgets what somebody brought and no fact refers to: they are erased. */
export const forgetPapersOf = async (manager: EntityManager, person: Id): Promise<void> => {
  await manager.delete(StoredPaper, { person, linked: 0 });
};

/** Forgets one that was not taken. */
export const forgetPaper = (connection: Connection, id: Id): Promise<void> =>
  connection.run('DELETE FROM paper WHERE id = ? AND linked = 0', [id]);

/** Removes some of the pieces that belong to no paper. @returns whether there may be more */
export async function sweepPieces(connection: Connection, limit: number): Promise<boolean> {
  const found = await connection.rows<{ content: Id; number: number }>(
    `SELECT content, number FROM paper_piece
      WHERE NOT EXISTS (SELECT 1 FROM paper WHERE paper.content = paper_piece.content) LIMIT ?`,
    [limit],
  );
  for (const { content, number } of found)
    await connection.run('DELETE FROM paper_piece WHERE content = ? AND number = ?', [content, number]);
  return found.length === limit;
}
