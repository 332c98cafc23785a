// The event log in SQLite: its tables, what keeps them append-only, and every statement on them.
import type { EventRow, EventStatements, NewEventRow, StoredEvents, TextRow, SqlValue } from './dialect.js';

/** As the first migration makes them: frozen. */
export const eventTables = [
  // The one lock on a dossier is UNIQUE(dossier, sequence). `body` is the canonical text exactly as it was hashed.
  `CREATE TABLE event (
    position INTEGER PRIMARY KEY,
    dossier TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    body TEXT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (dossier, sequence)
  )`,
  // Free texts stand beside the record: erasing one sets text and salt to null and leaves the chain whole. Kept in the
  // order of the log, so that a commit touches one page of them.
  `CREATE TABLE event_text (
    event INTEGER NOT NULL REFERENCES event (position),
    key TEXT NOT NULL,
    text TEXT,
    salt TEXT,
    PRIMARY KEY (event, key)
  ) WITHOUT ROWID`,
];

const appendOnly = [
  ...['UPDATE', 'DELETE'].map(
    (change) => `CREATE TRIGGER event_refuses_${change.toLowerCase()} BEFORE ${change} ON event
    BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END`,
  ),
  // INSERT OR REPLACE fires no delete trigger: what would take the place of another event is refused here.
  `CREATE TRIGGER event_only_follows BEFORE INSERT ON event
    WHEN NEW.sequence <> (SELECT COALESCE(MAX(sequence), 0) + 1 FROM event WHERE dossier = NEW.dossier)
      OR EXISTS (SELECT 1 FROM event WHERE position = NEW.position)
    BEGIN SELECT RAISE(ABORT, 'an event only follows the last one of its dossier'); END`,
];

const erasable = [
  `CREATE TRIGGER event_text_refuses_delete BEFORE DELETE ON event_text
    BEGIN SELECT RAISE(ABORT, 'a text is erased, not deleted'); END`,
  `CREATE TRIGGER event_text_only_erases BEFORE UPDATE ON event_text
    WHEN NEW.text IS NOT NULL OR NEW.salt IS NOT NULL
      OR NEW.event <> OLD.event OR NEW.key <> OLD.key
    BEGIN SELECT RAISE(ABORT, 'a text can only be erased'); END`,
  `CREATE TRIGGER event_text_only_adds BEFORE INSERT ON event_text
    WHEN EXISTS (SELECT 1 FROM event_text WHERE event = NEW.event AND key = NEW.key)
    BEGIN SELECT RAISE(ABORT, 'a text is erased, not replaced'); END`,
];

export const eventTriggers = [...appendOnly, ...erasable];

/** A plan that a dossier carries stays as long as its record. */
export const planTriggers = [
  `CREATE TRIGGER plan_refuses_delete BEFORE DELETE ON plan
    BEGIN SELECT RAISE(ABORT, 'a plan is kept as long as the record'); END`,
  `CREATE TRIGGER plan_only_finds_its_text BEFORE UPDATE ON plan
    WHEN OLD.text IS NOT NULL OR NEW.hash <> OLD.hash OR NEW.workflow <> OLD.workflow OR NEW.version <> OLD.version
    BEGIN SELECT RAISE(ABORT, 'a plan never changes'); END`,
  // INSERT OR REPLACE fires no delete trigger: what is there stays.
  `CREATE TRIGGER plan_only_adds BEFORE INSERT ON plan
    WHEN EXISTS (SELECT 1 FROM plan WHERE hash = NEW.hash)
    BEGIN SELECT RAISE(IGNORE); END`,
];

const insertEvent = 'INSERT INTO event (dossier, sequence, body, hash) VALUES (?, ?, ?, ?)';
const eventsAfter =
  'SELECT sequence, body, hash FROM event WHERE dossier = ? AND sequence > ? ORDER BY sequence LIMIT ?';
const textsBetween = `SELECT event.sequence, key, text, salt FROM event JOIN event_text ON event_text.event = event.position
  WHERE event.dossier = ? AND event.sequence > ? AND event.sequence <= ? ORDER BY event.sequence, key`;
const hashAt = 'SELECT hash FROM event WHERE dossier = ? AND sequence = ?';
const erasedTexts = `SELECT COUNT(*) AS erased FROM event JOIN event_text ON event_text.event = event.position
  WHERE event.dossier = ? AND text IS NULL`;
const allDossiers = 'SELECT dossier FROM event GROUP BY dossier ORDER BY MIN(position)';

const dossiersHolding = 'SELECT dossier FROM event WHERE instr(body, ?) > 0 GROUP BY dossier ORDER BY MIN(position)';

/** No event of a dossier is recorded before the one that it follows: the last of each are enough. */
const newestRecordedAt = `SELECT MAX(json_extract(body, '$.recordedAt')) AS newest FROM event
  JOIN (SELECT dossier AS last_of, MAX(sequence) AS last FROM event GROUP BY dossier)
  ON event.dossier = last_of AND event.sequence = last WHERE json_valid(body)`;

const insertsTexts: string[] = [];

/** SQLite binds 32,766 values at most; a visit or a decision has far fewer texts than a thousand. */
const insertTexts = (count: number): string =>
  (insertsTexts[count] ??=
    `INSERT INTO event_text (event, key, text, salt) VALUES ${Array.from({ length: count }, () => '(?, ?, ?, ?)').join(', ')}`);

/** How these statements are run. */
interface Runner {
  rows(sql: string, values: readonly SqlValue[]): Promise<unknown[]>;
  run(sql: string, values: readonly SqlValue[]): Promise<void>;
  /** @returns the key of the row. @throws SequenceTaken */
  append(sql: string, values: readonly SqlValue[]): number;
}

export class SqliteEvents implements EventStatements {
  constructor(private readonly runner: Runner) {}

  async add({ dossier, sequence, body, hash }: NewEventRow, texts: readonly TextRow[]): Promise<void> {
    const position = this.runner.append(insertEvent, [dossier, sequence, body, hash]);
    if (texts.length === 0) return;
    const values = texts.flatMap(({ key, text, salt }): SqlValue[] => [position, key, text, salt]);
    await this.runner.run(insertTexts(texts.length), values);
  }

  async read(dossier: string, after: number, limit: number): Promise<StoredEvents> {
    const events = (await this.runner.rows(eventsAfter, [dossier, after, limit])) as EventRow[]; // as it names its columns
    const last = events.at(-1)?.sequence ?? after;
    const texts = (await this.runner.rows(textsBetween, [dossier, after, last])) as StoredEvents['texts']; // and this one
    return { events, texts };
  }

  async hashAt(dossier: string, sequence: number): Promise<string | null> {
    const [row] = (await this.runner.rows(hashAt, [dossier, sequence])) as { hash: string }[]; // as the statement names it
    return row?.hash ?? null;
  }

  async countErased(dossier: string): Promise<number> {
    const [row] = (await this.runner.rows(erasedTexts, [dossier])) as { erased: number }[]; // as the statement names it
    return row?.erased ?? 0;
  }

  async dossierIds(): Promise<string[]> {
    const rows = (await this.runner.rows(allDossiers, [])) as { dossier: string }[]; // as the statement names it
    return rows.map(({ dossier }) => dossier);
  }

  async newestRecordedAt(): Promise<string | null> {
    const [row] = (await this.runner.rows(newestRecordedAt, [])) as { newest: string | null }[]; // as the statement names it
    return row?.newest ?? null;
  }

  async dossiersWith(words: string): Promise<string[]> {
    const rows = (await this.runner.rows(dossiersHolding, [words])) as { dossier: string }[]; // as the statement names it
    return rows.map(({ dossier }) => dossier);
  }
}
