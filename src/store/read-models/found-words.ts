// Which words stand in which event, by their stems: where to look for what somebody asks. It decides nothing about who may know
// it: whoever finds something here reads it in its dossier, as who asks sees that.
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { Entity, Index, PrimaryColumn } from 'typeorm';
import type { DossierEvent } from '../../domain/dossier/events.js';
import type { Dossier } from '../../domain/dossier/state.js';
import { textsToFind, type FoundIn } from '../../domain/views/found-texts.js';
import type { BodyId, DossierId, Instant, Slug } from '../../domain/vocabulary.js';
import { stemsToFind } from '../../wording/language/stems.js';
import type { Connection } from '../connection.js';
import type { SqlValue } from '../dialect/dialect.js';
import type { Projection } from './projection.js';

/** One word of one event. */
@Entity('found_word', { withoutRowid: true })
@Index('found_word_of_dossier', ['dossier'])
export class FoundWordRow {
  @PrimaryColumn('text') stem!: string;
  @PrimaryColumn('text') part!: FoundIn;
  @PrimaryColumn('text', { name: 'recorded_at' }) recordedAt!: Instant;
  @PrimaryColumn('text') dossier!: DossierId;
  @PrimaryColumn('integer') sequence!: number;
}

export const foundWords: Projection = {
  name: 'found-words',
  version: 2,
  tables: [{ entity: FoundWordRow, dossier: 'dossier' }],
  apply,
};

/** More different words of one event are not looked for: it would take fifty conditions of four thousand characters. */
const wordsMax = 5_000;
/** The words of so many events at most are written in one turn of the event loop. */
const eventsAtOnce = 20;
/** So many rows go in one statement. */
const atOnce = 40;

async function apply(connection: Connection, events: readonly DossierEvent[], dossier: Dossier): Promise<void> {
  for (const [i, event] of events.entries()) {
    if (i % eventsAtOnce === eventsAtOnce - 1) await letOthersRun();
    const { title, text, names } = textsToFind(dossier, event);
    for (const [part, some] of [['title', title] as const, ['text', text] as const])
      if (some.length > 0)
        await add(connection, stemsToFind([...some.map(([, one]) => one), ...names].join('\n')), [
          part,
          event.recordedAt,
          dossier.id,
          event.sequence,
        ]);
  }
}

async function add(connection: Connection, stems: ReadonlySet<string>, place: readonly SqlValue[]): Promise<void> {
  const rows = [...stems].slice(0, wordsMax);
  for (let from = 0; from < rows.length;) {
    const many = rows.length - from >= atOnce ? atOnce : 1;
    const values = rows.slice(from, from + many).flatMap((stem) => [stem, ...place]);
    await connection.run(many === 1 ? insertOne : insertMany, values);
    from += many;
  }
}

const insertOf = (rows: number): string =>
  `INSERT INTO found_word (stem, part, recorded_at, dossier, sequence) VALUES ${Array.from({ length: rows }, () => '(?, ?, ?, ?, ?)').join(', ')}`;
const insertOne = insertOf(1);
const insertMany = insertOf(atOnce);

/** Where in the order of what is found an event stands: the names of dossiers first, and the newest first. */
export interface FoundPlace {
  part: FoundIn;
  recordedAt: Instant;
  dossier: DossierId;
  sequence: number;
}

export interface WordsQuery {
  stems: readonly string[];
  /** Whose dossiers are looked in. */
  regions: readonly Slug[];
  bodies: readonly BodyId[];
  /** What comes after this one. */
  after: FoundPlace | null;
  limit: number;
}

/** The events in which all of these words stand, in dossiers of these regions or with these bodies. */
export async function findWords(connection: Connection, query: WordsQuery): Promise<FoundPlace[]> {
  const { regions, bodies, after, limit } = query;
  const [rarest = '', ...others] = await byRarity(connection, query.stems);
  if (rarest === '' || regions.length + bodies.length === 0) return [];
  const { sql, values } = whereSeen(regions, bodies);
  return connection.rows<FoundPlace>(
    `SELECT one.part AS part, one.recorded_at AS "recordedAt", one.dossier AS dossier, one.sequence AS sequence
    FROM found_word one WHERE one.stem = ?${others.map(() => alsoStands).join('')} AND ${sql}${after ? follows : ''}
    ORDER BY one.part DESC, one.recorded_at DESC, one.dossier DESC, one.sequence DESC LIMIT ?`,
    [
      ...[rarest, ...others, ...values],
      ...(after ? [after.part, after.recordedAt, after.dossier, after.sequence] : []),
      limit,
    ],
  );
}

const alsoStands = ` AND EXISTS (SELECT 1 FROM found_word other WHERE other.stem = ? AND other.part = one.part
  AND other.recorded_at = one.recorded_at AND other.dossier = one.dossier AND other.sequence = one.sequence)`;

const follows = ' AND (one.part, one.recorded_at, one.dossier, one.sequence) < (?, ?, ?, ?)';

/** In dossiers that somebody may see by the list of dossiers. */
function whereSeen(regions: readonly Slug[], bodies: readonly BodyId[]): { sql: string; values: string[] } {
  const list = (all: readonly string[]) => all.map(() => '?').join(', ');
  const either = [
    ...(regions.length > 0 ? [`listed.region IN (${list(regions)})`] : []),
    ...(bodies.length > 0
      ? [
          `EXISTS (SELECT 1 FROM dossier_body concerned
            WHERE concerned.dossier = listed.id AND concerned.body IN (${list(bodies)}))`,
        ]
      : []),
  ];
  return {
    sql: `EXISTS (SELECT 1 FROM dossier listed
      WHERE listed.id = one.dossier AND listed.state <> 'never' AND (${either.join(' OR ')}))`,
    values: [...regions, ...bodies],
  };
}

/**
 * So far a word is counted: a search begins with the rarest of its words, and to know which that is of two that stand everywhere
 * would cost a look at all of their rows and save none.
 */
const countedMax = 1_000;

/** What stands seldom is looked up first. */
async function byRarity(connection: Connection, stems: readonly string[]): Promise<string[]> {
  if (stems.length < 2) return [...stems];
  const counted: { stem: string; times: number }[] = [];
  for (const stem of stems) {
    const row = await connection.row<{ times: number }>(
      'SELECT COUNT(*) AS times FROM (SELECT 1 FROM found_word WHERE stem = ? LIMIT ?) AS some',
      [stem, countedMax],
    );
    counted.push({ stem, times: row?.times ?? 0 });
  }
  return counted.sort((a, b) => a.times - b.times).map(({ stem }) => stem);
}
