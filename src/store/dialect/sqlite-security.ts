// The security log in SQLite: its tables, and what keeps it append-only but for what is past its term.

/** Sooner than after so many days the database lets nothing go, whatever it is asked. */
const keptDaysMin = 30;

/** What entries are looked up by: taken out of what was hashed, so that it cannot say otherwise. */
const found = (name: string, path: string): string =>
  `${name} TEXT GENERATED ALWAYS AS (CASE WHEN json_valid(body) THEN json_extract(body, '${path}') END) VIRTUAL`;

const indexOn = (name: string): string =>
  `CREATE INDEX security_entry_by_${name} ON security_entry (${name}, recorded_at) WHERE ${name} IS NOT NULL`;

export const securityTable = 'security_entry';

/** In which format the last entry was written. */
export const newestEntryFormat = `SELECT CASE WHEN json_valid(body) THEN json_extract(body, '$.format') END AS newest
  FROM security_entry ORDER BY sequence DESC LIMIT 1`;

/** As the migration makes them: frozen. */
export const securityTables = [
  // `body` is the canonical text exactly as it was hashed.
  `CREATE TABLE security_entry (
    sequence INTEGER PRIMARY KEY,
    body TEXT NOT NULL,
    hash TEXT NOT NULL,
    ${found('recorded_at', '$.recordedAt')},
    ${found('kind', '$.type')},
    ${found('person', '$.facts.person')},
    ${found('about', '$.facts.about')},
    ${found('address', '$.facts.address')}
  )`,
  'CREATE INDEX security_entry_by_time ON security_entry (recorded_at)',
  ...['kind', 'person', 'about', 'address'].map(indexOn),
  // The last entry that is gone: with its hash the chain begins.
  `CREATE TABLE security_log_begin (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    sequence INTEGER NOT NULL,
    hash TEXT NOT NULL
  )`,
  `INSERT INTO security_log_begin (one, sequence, hash) VALUES (1, 0, '${'0'.repeat(64)}')`,
];

export const securityTriggers = [
  `CREATE TRIGGER security_entry_refuses_update BEFORE UPDATE ON security_entry
    BEGIN SELECT RAISE(ABORT, 'the security log is append-only'); END`,
  `CREATE TRIGGER security_entry_refuses_delete BEFORE DELETE ON security_entry
    WHEN OLD.sequence > (SELECT sequence FROM security_log_begin)
    BEGIN SELECT RAISE(ABORT, 'the security log is append-only'); END`,
  // Also what INSERT OR REPLACE would put in the place of another.
  `CREATE TRIGGER security_entry_only_follows BEFORE INSERT ON security_entry
    WHEN NEW.sequence <> (
      SELECT MAX(sequence) + 1 FROM (SELECT sequence FROM security_log_begin
      UNION ALL SELECT MAX(sequence) FROM security_entry)
    )
    BEGIN SELECT RAISE(ABORT, 'an entry only follows the last one'); END`,
  `CREATE TRIGGER security_log_begin_only_moves BEFORE UPDATE ON security_log_begin
    WHEN NOT EXISTS (
      SELECT 1 FROM security_entry WHERE sequence = NEW.sequence AND hash = NEW.hash AND sequence > OLD.sequence
      AND julianday('now') - julianday(recorded_at) > ${keptDaysMin}
    )
    BEGIN SELECT RAISE(ABORT, 'the security log begins later only where its entries are past their term'); END`,
  ...['DELETE', 'INSERT'].map(
    (
      change,
    ) => `CREATE TRIGGER security_log_begin_refuses_${change.toLowerCase()} BEFORE ${change} ON security_log_begin
    BEGIN SELECT RAISE(ABORT, 'the security log has one beginning'); END`,
  ),
];
