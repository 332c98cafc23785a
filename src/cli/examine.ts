// What a doctor looks at: one function for each thing that can be wrong with an installation.
import { accessSync, constants, mkdtempSync, readdirSync, rmdirSync, statfsSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { backupStanding } from '../store/backup/standing.js';
import { doubtOfClock } from '../store/watch/clock-watch.js';
import { Database, migrationNames } from '../store/database.js';
import { atPath } from '../store/files/at-path.js';
import { markedAs } from '../store/folder/installation.js';
import { forOthers, isOurs } from '../store/folder/private-folder.js';
import { cannotWrite } from '../store/dialect/sqlite-driver.js';
import { isFolderInUse } from '../store/lock.js';
import { BadConfiguration, folderIn, type Configuration } from '../store/process/configuration.js';
import { configureToListen } from '../store/process/listening.js';
import { isDemonstration } from '../app/demonstration.js';
import { faultOfMailServer } from '../store/process/mail-settings.js';
import { Mendable } from '../store/process/mendable.js';
import { productVersion } from '../store/process/version.js';
import { newerThan } from '../wording/shell/backup.js';
import { doctor as words, type Diagnosis } from '../wording/shell/doctor.js';

export interface Examined {
  about: keyof typeof words.about;
  verdict: Diagnosis;
  says: string;
}

/** Less than this and a server would soon refuse to record. */
const spaceLeast = 100_000_000;
/** A server that does not answer by then has something else to do. */
const answeredWithin = 5_000;

export async function examine(environment: NodeJS.ProcessEnv): Promise<Examined[]> {
  const folder = folderIn(environment);
  const findings: Examined[] = [good('node', words.node(process.versions.node, productVersion))];
  const configuration = await configured(environment, folder, findings);
  findings.push(...ofFolder(folder));
  const isThere = Database.isIn(folder);
  if (isThere) findings.push(await ofSchema(folder), await ofClock(folder), ofSpace(folder));
  if (configuration) findings.push(ofProxy(configuration), await ofMail(configuration));
  if (configuration && isThere) findings.push(await ofBackup(configuration), await ofServer(configuration, folder));
  return findings;
}

const good = (about: Examined['about'], says: string): Examined => ({ about, verdict: 'good', says });
const doubtful = (about: Examined['about'], says: string): Examined => ({ about, verdict: 'doubtful', says });
const wrong = (about: Examined['about'], says: string): Examined => ({ about, verdict: 'wrong', says });

/** Every fault of the environment is one of its own. */
async function configured(
  environment: NodeJS.ProcessEnv,
  folder: string,
  findings: Examined[],
): Promise<Configuration | null> {
  try {
    const mode = (await isDemonstration(folder)) ? 'demonstration' : 'serve';
    const configuration = await configureToListen(mode, environment);
    findings.push(good('environment', words.environment(configuration.baseUrl, mode)));
    return configuration;
  } catch (error) {
    if (!(error instanceof BadConfiguration)) throw error;
    findings.push(...error.faults.map((fault) => wrong('environment', fault)));
    return null;
  }
}

function ofFolder(folder: string): Examined[] {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found) return [wrong('folder', words.noFolder(folder))];
  if (!found.isDirectory()) return [wrong('folder', words.fileForFolder(folder))];
  if (!Database.isIn(folder))
    return [wrong('folder', markedAs(folder) === null ? words.emptyFolder(folder) : words.lostDatabase(folder))];
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return [wrong('folder', words.closedFolder(folder))];
  }
  if (process.platform === 'win32') return [good('folder', words.folder(folder))];
  const faults = isOpen(found) ? [words.openFolder(folder)] : [];
  for (const name of readdirSync(folder).filter(isOurs)) faults.push(...faultsOfFile(join(folder, name), found.uid));
  return faults.length > 0 ? faults.map((fault) => wrong('folder', fault)) : [good('folder', words.folder(folder))];
}

const isOpen = ({ mode }: Stats): boolean => (mode & forOthers) !== 0;

/** Of a single file in the folder of this owner: one that root copied there is closed to whoever runs the server. */
function faultsOfFile(file: string, owner: number): string[] {
  const found = atPath(file);
  if (!found?.isFile()) return []; // SQLite took it away in the meantime
  return [
    ...(found.uid === owner ? [] : [words.fileOfAnother(file, found.uid, owner)]),
    ...(isOpen(found) ? [words.openFile(file)] : []),
  ];
}

/** Whether all of it holds is looked through by a server when it starts, and by every backup: it takes long. */
async function ofSchema(folder: string): Promise<Examined> {
  try {
    const database = await Database.openForReading(folder);
    const [schema, newer, { triggers }] = [await database.schema(), await database.newer(), database.opened];
    await database.close();
    if (newer) return wrong('schema', words.newer(newerThan(newer.part, newer.its, newer.known)));
    const isUpToDate = schema === migrationNames.at(-1); // an older one gets its newest triggers when it is opened
    const odd = isUpToDate ? [...triggers.wrong, ...triggers.strange] : triggers.strange;
    return odd.length > 0 ? doubtful('schema', words.triggers(odd)) : good('schema', words.schema(schema));
  } catch (error) {
    return wrong('schema', error instanceof Mendable ? error.message : unreadIn(folder, error));
  }
}

async function ofClock(folder: string): Promise<Examined> {
  try {
    const doubt = await doubtOfClock(folder);
    return doubt ? wrong('clock', words.clock(doubt)) : good('clock', words.clockGood(new Date().toISOString()));
  } catch (error) {
    return wrong('clock', unreadIn(folder, error));
  }
}

function ofSpace(folder: string): Examined {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const size = Database.sizeIn(folder);
  if (free < spaceLeast) return wrong('space', words.noSpace(free));
  return free < 2 * size ? doubtful('space', words.littleSpace(free, size)) : good('space', words.space(free, size));
}

/** Sluis speaks http alone, so where browsers use https there is a proxy before it. */
function ofProxy({ baseUrl, trustProxy }: Configuration): Examined {
  if (!baseUrl.startsWith('https:')) return good('proxy', words.noProxy);
  return trustProxy.length > 0 ? good('proxy', words.proxy(trustProxy)) : doubtful('proxy', words.untrustedProxy);
}

async function ofBackup({ folder, backup: plan }: Configuration): Promise<Examined> {
  const inTheWay = plan && faultOfBackups(plan.folder);
  if (inTheWay) return wrong('backup', inTheWay);
  try {
    const { word, last, failed } = await backupStanding(folder, plan, new Date().toISOString());
    if (failed) return wrong('backup', words.backupFailed(failed));
    if (!last) return doubtful('backup', words.noBackup);
    return word === 'late' ? doubtful('backup', words.oldBackup(last)) : good('backup', words.backup(last));
  } catch (error) {
    return wrong('backup', unreadIn(folder, error));
  }
}

/** What a server would meet that makes a backup there; null where it can. */
function faultOfBackups(folder: string): string | null {
  if (!atPath(folder)?.isDirectory()) return words.noBackupFolder(folder);
  try {
    const trial = mkdtempSync(join(folder, 'sluis-doctor-')); // of rights and of what is mounted there nothing else is proof
    rmdirSync(trial);
    return null;
  } catch {
    return words.closedBackupFolder(folder);
  }
}

async function ofMail({ mail }: Configuration): Promise<Examined> {
  if (!mail) return good('mail', words.noMail);
  const silent = await faultOfMailServer(mail, answeredWithin);
  return silent === null
    ? good('mail', words.mail(mail.server.host))
    : wrong('mail', words.mailSilent(mail.server.host, silent));
}

async function ofServer({ host, port }: Configuration, folder: string): Promise<Examined> {
  if (!isFolderInUse(folder)) return doubtful('server', words.noServer);
  const at = `http://${host.includes(':') ? `[${host}]` : host}:${port}/health/ready`;
  try {
    const answer = await fetch(at, { signal: AbortSignal.timeout(answeredWithin) });
    const told = await answer.text();
    return answer.ok ? good('server', words.server(at, told)) : wrong('server', words.server(at, told));
  } catch {
    return wrong('server', words.silent(at));
  }
}

/** Putting a backup back helps only where what is there can be read, and does not hold. */
const unreadIn = (folder: string, error: unknown): string =>
  cannotWrite(error) === 'not-writable'
    ? words.closedFolder(folder)
    : words.unreadable(error instanceof Error ? error.message : String(error));
