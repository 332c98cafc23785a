// The event logs in SQLite: their tables, what keeps them append-only, and every statement on them.
import { securityTriggers } from './sqlite-security.js';
import type {
  EventRow,
  EventStatements,
  NewEventRow,
  PlacedEvent,
  StoredEvents,
  TextRow,
  SqlValue,
} from './dialect.js';

/** How a log is kept: its two tables, and the column that says in which chain an event is. */
interface LogTables {
  event: string;
  text: string;
  chain: string;
}

/** The record of every dossier. */
export const dossierLog: LogTables = { event: 'event', text: 'event_text', chain: 'dossier' };
/** The one record of people and their roles. */
export const peopleLog: LogTables = { event: 'people_event', text: 'people_event_text', chain: 'chain' };

/** As the migrations make them: frozen. */
export const tablesOf = ({ event, text, chain }: LogTables): string[] => [
  // The one lock on a chain is UNIQUE(chain, sequence). `body` is the canonical text exactly as it was hashed.
  `CREATE TABLE ${event} (
    position INTEGER PRIMARY KEY,
    ${chain} TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    body TEXT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (${chain}, sequence)
  )`,
  // Free texts stand beside the record: erasing one sets text and salt to null and leaves the chain whole. Kept in the
  // order of the log, so that a commit touches one page of them.
  `CREATE TABLE ${text} (
    event INTEGER NOT NULL REFERENCES ${event} (position),
    key TEXT NOT NULL,
    text TEXT,
    salt TEXT,
    PRIMARY KEY (event, key)
  ) WITHOUT ROWID`,
];

export const triggersOf = ({ event, text, chain }: LogTables): string[] => [
  ...['UPDATE', 'DELETE'].map(
    (change) => `CREATE TRIGGER ${event}_refuses_${change.toLowerCase()} BEFORE ${change} ON ${event}
    BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END`,
  ),
  // INSERT OR REPLACE fires no delete trigger: what would take the place of another event is refused here.
  `CREATE TRIGGER ${event}_only_follows BEFORE INSERT ON ${event}
    WHEN NEW.sequence <> (SELECT COALESCE(MAX(sequence), 0) + 1 FROM ${event} WHERE ${chain} = NEW.${chain})
      OR EXISTS (SELECT 1 FROM ${event} WHERE position = NEW.position)
    BEGIN SELECT RAISE(ABORT, 'an event only follows the last one of its ${chain}'); END`,
  `CREATE TRIGGER ${text}_refuses_delete BEFORE DELETE ON ${text}
    BEGIN SELECT RAISE(ABORT, 'a text is erased, not deleted'); END`,
  `CREATE TRIGGER ${text}_only_erases BEFORE UPDATE ON ${text}
    WHEN NEW.text IS NOT NULL OR NEW.salt IS NOT NULL
      OR NEW.event <> OLD.event OR NEW.key <> OLD.key
    BEGIN SELECT RAISE(ABORT, 'a text can only be erased'); END`,
  `CREATE TRIGGER ${text}_only_adds BEFORE INSERT ON ${text}
    WHEN EXISTS (SELECT 1 FROM ${text} WHERE event = NEW.event AND key = NEW.key)
    BEGIN SELECT RAISE(ABORT, 'a text is erased, not replaced'); END`,
];

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

/** Everything that keeps what is recorded as it was, by name. */
export const appendOnlyTriggers: ReadonlyMap<string, string> = new Map(
  [...triggersOf(dossierLog), ...triggersOf(peopleLog), ...planTriggers, ...securityTriggers].map((sql) => [
    /^CREATE TRIGGER (\w+)/.exec(sql)?.[1] ?? '',
    sql,
  ]),
);

interface Statements {
  insert: string;
  after: string;
  textsBetween: string;
  hashAt: string;
  erased: string;
  ids: string;
  holding: string;
  last: string;
  head: string;
  placedAfter: string;
  lastUpTo: string;
  newest: string;
  newestFormat: string;
  erase: string;
}

const statementsOn = ({ event, text, chain }: LogTables): Statements => ({
  insert: `INSERT INTO ${event} (${chain}, sequence, body, hash) VALUES (?, ?, ?, ?)`,
  after: `SELECT sequence, body, hash FROM ${event} WHERE ${chain} = ? AND sequence > ? ORDER BY sequence LIMIT ?`,
  textsBetween: `SELECT log.sequence, key, text, salt FROM ${event} AS log JOIN ${text} ON ${text}.event = log.position
  WHERE log.${chain} = ? AND log.sequence > ? AND log.sequence <= ? ORDER BY log.sequence, key`,
  hashAt: `SELECT hash FROM ${event} WHERE ${chain} = ? AND sequence = ?`,
  erased: `SELECT COUNT(*) AS erased FROM ${event} AS log JOIN ${text} ON ${text}.event = log.position
  WHERE log.${chain} = ? AND text IS NULL`,
  ids: `SELECT ${chain} AS chain FROM ${event} GROUP BY ${chain} ORDER BY MIN(position)`,
  holding: `SELECT ${chain} AS chain FROM ${event} WHERE instr(body, ?) > 0 GROUP BY ${chain} ORDER BY MIN(position)`,
  last: `SELECT sequence, body, hash FROM ${event} WHERE ${chain} = ? ORDER BY sequence DESC LIMIT 1`,
  head: `SELECT MAX(position) AS head FROM ${event}`,
  placedAfter: `SELECT position AS place, ${chain} AS chain, sequence FROM ${event} WHERE position > ? ORDER BY position LIMIT ?`,
  lastUpTo: `SELECT sequence FROM ${event} WHERE ${chain} = ? AND position <= ? ORDER BY sequence DESC LIMIT 1`,
  newest: ofLast('recordedAt', { event, text, chain }),
  newestFormat: ofLast('format', { event, text, chain }),
  erase: `UPDATE ${text} SET text = NULL, salt = NULL
  WHERE event = (SELECT position FROM ${event} WHERE ${chain} = ? AND sequence = ?)`,
});

/** The highest of what the last event of each chain says: none says less than the one that it follows. */
const ofLast = (name: string, { event, chain }: LogTables): string =>
  `SELECT MAX(json_extract(body, '$.${name}')) AS newest FROM ${event}
  JOIN (SELECT ${chain} AS last_of, MAX(sequence) AS last FROM ${event} GROUP BY ${chain})
  ON ${event}.${chain} = last_of AND ${event}.sequence = last WHERE json_valid(body)`;

/** Whether there is a table of this name. */
export const isThere = `SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?`;

/** How these statements are run. */
interface Runner {
  rows(sql: string, values: readonly SqlValue[]): Promise<unknown[]>;
  run(sql: string, values: readonly SqlValue[]): Promise<void>;
  /** @returns the key of the row. @throws SequenceTaken */
  append(sql: string, values: readonly SqlValue[]): number;
}

export class SqliteEvents implements EventStatements {
  private readonly statements: Statements;
  private readonly insertsTexts: string[] = [];

  constructor(
    private readonly runner: Runner,
    private readonly tables: LogTables,
  ) {
    this.statements = statementsOn(tables);
  }

  async add({ dossier, sequence, body, hash }: NewEventRow, texts: readonly TextRow[]): Promise<void> {
    const position = this.runner.append(this.statements.insert, [dossier, sequence, body, hash]);
    if (texts.length === 0) return;
    const values = texts.flatMap(({ key, text, salt }): SqlValue[] => [position, key, text, salt]);
    await this.runner.run(this.insertTexts(texts.length), values);
  }

  async read(dossier: string, after: number, limit: number): Promise<StoredEvents> {
    const { after: events, textsBetween } = this.statements;
    const found = (await this.runner.rows(events, [dossier, after, limit])) as EventRow[]; // as it names its columns
    const last = found.at(-1)?.sequence ?? after;
    const texts = (await this.runner.rows(textsBetween, [dossier, after, last])) as StoredEvents['texts']; // and this one
    return { events: found, texts };
  }

  async last(dossier: string): Promise<EventRow | null> {
    const [row] = (await this.runner.rows(this.statements.last, [dossier])) as EventRow[]; // as the statement names it
    return row ?? null;
  }

  async head(): Promise<number> {
    const [row] = (await this.runner.rows(this.statements.head, [])) as { head: number | null }[]; // as named
    return row?.head ?? 0;
  }

  async placedAfter(place: number, limit: number): Promise<PlacedEvent[]> {
    return (await this.runner.rows(this.statements.placedAfter, [place, limit])) as PlacedEvent[]; // as it names its columns
  }

  async lastUpTo(dossier: string, place: number): Promise<number> {
    const [row] = (await this.runner.rows(this.statements.lastUpTo, [dossier, place])) as EventRow[]; // its sequence
    return row?.sequence ?? 0;
  }

  async hashAt(dossier: string, sequence: number): Promise<string | null> {
    const [row] = (await this.runner.rows(this.statements.hashAt, [dossier, sequence])) as { hash: string }[]; // as named
    return row?.hash ?? null;
  }

  eraseTexts(dossier: string, sequence: number): Promise<void> {
    return this.runner.run(this.statements.erase, [dossier, sequence]);
  }

  async countErased(dossier: string): Promise<number> {
    const [row] = (await this.runner.rows(this.statements.erased, [dossier])) as { erased: number }[]; // as named
    return row?.erased ?? 0;
  }

  async dossierIds(): Promise<string[]> {
    const rows = (await this.runner.rows(this.statements.ids, [])) as { chain: string }[]; // as the statement names it
    return rows.map(({ chain }) => chain);
  }

  async newestRecordedAt(): Promise<string | null> {
    return (await this.newestOf(this.statements.newest)) as string | null; // a time is a text
  }

  async newestFormat(): Promise<number | null> {
    const newest = await this.newestOf(this.statements.newestFormat);
    return typeof newest === 'number' ? newest : null;
  }

  /** Asked also where another version of Sluis made the tables, which is opened to be read alone. */
  private async newestOf(statement: string): Promise<unknown> {
    if ((await this.runner.rows(isThere, [this.tables.event])).length === 0) return null;
    const [row] = (await this.runner.rows(statement, [])) as { newest: unknown }[]; // as named
    return row?.newest ?? null;
  }

  async dossiersWith(words: string): Promise<string[]> {
    const rows = (await this.runner.rows(this.statements.holding, [words])) as { chain: string }[]; // as named
    return rows.map(({ chain }) => chain);
  }

  /** SQLite binds 32,766 values at most; a visit or a decision has far fewer texts than a thousand. */
  private insertTexts(count: number): string {
    const values = () => Array.from({ length: count }, () => '(?, ?, ?, ?)').join(', ');
    return (this.insertsTexts[count] ??= `INSERT INTO ${this.tables.text} (event, key, text, salt) VALUES ${values()}`);
  }
}
