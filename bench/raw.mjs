// The raw rate of SQLite: one row of the size of an event, one durable commit each. Answers every line on stdin, a
// number of milliseconds, with the commits a second that it reached.
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { loadSqlite } from '../src/store/runtime.mjs';

const db = new (loadSqlite())(join(process.argv[2], 'raw.sqlite'));
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('CREATE TABLE row (position INTEGER PRIMARY KEY, body TEXT NOT NULL)');
const insert = db.prepare('INSERT INTO row (body) VALUES (?)');
const body = 'x'.repeat(600);

for await (const line of createInterface({ input: process.stdin })) {
  const begun = performance.now();
  let commits = 0;
  while (performance.now() - begun < Number(line)) {
    insert.run(body);
    commits++;
  }
  console.log((commits / (performance.now() - begun)) * 1000);
}
