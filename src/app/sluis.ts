// Sluis without HTTP: everything that a process needs, opened in order and closed again.
import { dossierList } from '../projections/dossier-list.js';
import { openTurns } from '../projections/open-turns.js';
import type { Projection } from '../projections/projection.js';
import { outdated, rebuild } from '../projections/rebuild.js';
import { Database } from '../store/database.js';
import { forgetAnswers, keptDays } from '../store/kept-answers.js';
import { forgetSessions } from '../store/sessions.js';
import { UnitOfWork } from '../store/unit-of-work.js';
import { Accounts } from './accounts.js';
import { mustBeThere, type Opener } from './beginning.js';
import { openShelf, settle } from './carried-plans.js';
import { Clock, dayLong, hour } from './clock.js';
import type { Configuration } from './configuration.js';
import { Dossiers } from './dossiers.js';
import { Library } from './library.js';
import { People } from './people.js';
import { Quarantine } from './quarantine.js';
import { Readings } from './reading.js';
import { Secrets } from './secrets.js';
import { loadRegisters, type Registers } from './registers.js';
import { Turns } from './turns.js';
import { loadShelf, shippedWorkflows, type Shelf } from './shelf.js';

/** Every read model there is. */
const projections: readonly Projection[] = [dossierList, openTurns];

const readModels = projections.flatMap(({ entities }) => entities);

export interface Opening {
  configuration: Configuration;
  /** What opens it: a server, unless something else is said. */
  opener?: Opener;
  /** Folders with workflows beside those that are shipped. */
  workflows?: URL[];
  /** Called when the database can no longer be trusted: the process must end. */
  onFatal?: (error: Error) => void;
}

export class Sluis {
  private constructor(
    readonly configuration: Configuration,
    readonly clock: Clock,
    readonly shelf: Shelf,
    readonly registers: Registers,
    readonly work: UnitOfWork,
    readonly accounts: Accounts,
    readonly people: People,
    readonly dossiers: Dossiers,
    readonly readings: Readings,
    readonly turns: Turns,
    private readonly database: Database,
    private readonly library: Library,
    private readonly tidying: NodeJS.Timeout,
  ) {}

  /** @throws NoDatabase, WorkflowFileError, FolderInUse, UnsafeDatabase */
  static async open({ configuration, opener = 'serve', workflows = [], onFatal }: Opening): Promise<Sluis> {
    mustBeThere(configuration.folder, opener);
    const files = await loadShelf([shippedWorkflows, ...workflows]);
    const registers = await loadRegisters();
    const clock = new Clock(configuration.clock ?? undefined);
    const database = await Database.open(configuration.folder, readModels);
    try {
      const opened = await openShelf(files, database);
      const { shelf } = opened;
      const library = new Library(shelf, new Quarantine());
      const work = new UnitOfWork(database, library.onCommitted, onFatal);
      await bringUpToDate(work, library, shelf);
      await settle(opened, work, library, database.reader);
      const secrets = new Secrets(configuration.sessionSecret);
      const accounts = new Accounts(work, database, secrets, clock);
      const people = new People(
        work,
        database,
        secrets,
        shelf,
        registers.municipalities,
        clock,
        configuration.baseUrl,
        accounts.forget,
      );
      await people.load();
      const dossiers = new Dossiers(
        work,
        library,
        shelf,
        registers.municipalities,
        people,
        clock,
        projections,
        configuration.mode === 'demonstration',
      );
      const readings = new Readings(database, library, people, clock, shelf);
      const tidying = setInterval(() => void tidy(work, clock), hour).unref();
      return new Sluis(
        configuration,
        clock,
        shelf,
        registers,
        work,
        accounts,
        people,
        dossiers,
        readings,
        new Turns(readings, clock),
        database,
        library,
        tidying,
      );
    } catch (error) {
      await database.close();
      throw error;
    }
  }

  /** Fills every read model anew from the record. */
  async rebuild(): Promise<void> {
    await this.work.do((tx) => rebuild(tx, projections, this.shelf, (...damage) => this.library.damaged(...damage)));
  }

  /** Whether the database answers. */
  async isReady(): Promise<boolean> {
    return this.database.reader.row('SELECT 1').then(
      () => true,
      () => false,
    );
  }

  /** How many dossiers were found damaged since it was opened. */
  get damaged(): number {
    return this.library.quarantine.size;
  }

  async close(): Promise<void> {
    clearInterval(this.tidying);
    await this.work.idle();
    await this.database.close();
  }
}

async function bringUpToDate(work: UnitOfWork, library: Library, shelf: Shelf): Promise<void> {
  await work.do(async (tx) => {
    const old = await outdated(tx.manager, projections);
    if (old.length > 0) await rebuild(tx, old, shelf, (...damage) => library.damaged(...damage));
  });
}

/** Forgets what is past its term: kept answers after a week, sessions a week after they ended. */
async function tidy(work: UnitOfWork, clock: Clock): Promise<void> {
  const before = clock.after(-keptDays * dayLong);
  await work
    .do(async ({ manager }) => {
      await forgetAnswers(manager, before);
      await forgetSessions(manager, before);
    })
    .catch(() => undefined); // busy now: the next hour comes
}
