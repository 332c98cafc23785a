// The thread in which a database is looked through beside the server. It tells what it finds and changes nothing.
import { parentPort, workerData } from 'node:worker_threads';
import { lookedThrough } from '../dialect/sqlite-file.js';
import { loadSqlite } from '../runtime.mjs';
import { lookThrough } from './soundness.js';

const { file, fromCopy } = workerData as { file: string; fromCopy: boolean }; // as who starts this thread gives it
const database = lookedThrough(loadSqlite(), file, fromCopy);
for await (const found of lookThrough(database)) parentPort?.postMessage(found);
database.close();
