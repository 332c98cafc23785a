// The thread in which a database is looked through beside the server. It tells what it finds and changes nothing.
import { parentPort, workerData } from 'node:worker_threads';
import { DatabaseFile } from '../dialect/sqlite-file.js';
import { loadSqlite } from '../runtime.mjs';
import { lookThrough, type LookedThrough } from './soundness.js';

const { file, fromCopy, known } = workerData as LookedThrough; // as who starts this thread gives it
const database = DatabaseFile.open(loadSqlite(), file, fromCopy);
for await (const found of lookThrough(database, known)) parentPort?.postMessage(found);
database.close();
