// The security log: one chain, sealed as the events of a dossier are. What was accepted gets its line in its own
// transaction; what was refused is gathered and written within a second, so that nobody waits for it.
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { NewSecurityEntry, SecurityEntry, SecurityKind, SettingTold } from '../../domain/security/entries.js';
import type { Instant } from '../../domain/vocabulary.js';
import { securityLog as words } from '../../wording/shell/start.js';
import { Database } from '../database.js';
import { Clock, dayLong } from '../process/clock.js';
import { productVersion } from '../process/version.js';
import { seal } from '../seal.js';
import { SecurityBounds } from './bounds.js';
import { damageOfLog } from './chain.js';
import { addEntry, beginOf, entriesAfter, forgetThrough, headOf, lastEntry } from './entries.js';
import { UnitOfWork, type Transaction } from '../unit-of-work.js';

const chain = 'security';
const writeEvery = 1_000;
/** So many wait to be written while the storage refuses; of those that come after, nothing is known. */
const waitingMax = 1_000;
/** So many are forgotten in one turn of the event loop. */
const sliceMax = 250;

/** An entry, and when it happened. */
interface Told {
  entry: NewSecurityEntry;
  at: Instant;
}

@Injectable()
export class SecurityLog implements OnModuleDestroy {
  /** The entry from which on it does not hold; null while it does. */
  damagedAt: number | null = null;
  /** How many of each kind there were since the process began, written or not. */
  readonly counts = new Map<SecurityKind, number>();
  private waiting: Told[] = [];
  private readonly bounds = new SecurityBounds(performance.now());
  private readonly log = new Logger('Sluis');
  private isServing = false;
  private isClosing = false;
  private verifying: Promise<void> = Promise.resolve();
  private timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Adds what was done, in the transaction in which it is done. */
  add(tx: Pick<Transaction, 'connection'>, ...entries: readonly NewSecurityEntry[]): Promise<void> {
    const at = this.clock.now();
    for (const { type } of entries) this.count(type);
    return this.addTold(
      tx,
      entries.map((entry) => ({ entry, at })),
    );
  }

  private async addTold({ connection }: Pick<Transaction, 'connection'>, told: readonly Told[]): Promise<void> {
    let head = await headOf(connection);
    for (const { entry, at } of told) {
      const { type, person, about, sender, facts } = entry;
      const said = { type, on: this.clock.today(), facts: { ...facts, ...sender, person, about }, texts: {} };
      // Its time is that of the machine, also when it went back: what lies about time would lie for every later entry.
      const { event, body } = seal(chain, { ...head, recordedAt: '' }, said, null, at);
      await addEntry(connection, { sequence: event.sequence, body, hash: event.hash });
      head = event;
    }
  }

  /** Says what was refused, or only read. It is written within a second; of too many only the number. */
  tell(entry: NewSecurityEntry): void {
    this.count(entry.type);
    if (this.bounds.admits(entry) && this.waiting.length < waitingMax)
      this.waiting.push({ entry, at: this.clock.now() });
  }

  /** Writes what was gathered. While the storage refuses it waits. */
  async write(): Promise<void> {
    const at = this.clock.now();
    const counted = this.bounds.counted(performance.now()).map((entry) => ({ entry, at }));
    const gathered = [...this.waiting, ...counted];
    this.waiting = [];
    if (gathered.length === 0) return;
    await this.work
      .do((tx) => this.addTold(tx, gathered))
      .catch(() => (this.waiting = [...gathered, ...this.waiting].slice(0, waitingMax)));
  }

  /**
   * From now on it is verified, written to and let go of, until the process stops.
   * @param days how long an entry is kept
   */
  keep(days: number): void {
    this.verifying = this.verify();
    this.forgetLater(days);
    this.timers = [
      setInterval(() => void this.write(), writeEvery).unref(),
      setInterval(() => this.forgetLater(days), dayLong).unref(),
    ];
  }

  /** A server begins, with these settings. It begins as well when that cannot be written. */
  async began(settings: Record<string, SettingTold>): Promise<void> {
    this.isServing = true;
    await this.work
      .do(async (tx) => {
        const last = await lastEntry(tx.connection, ['ServerStarted', 'ServerStopped']);
        const stopped =
          last === null ? 'none' : entryIn(last.body)?.type === 'ServerStopped' ? 'stopped' : 'broken-off';
        await this.add(tx, { type: 'ServerStarted', facts: { version: productVersion, former: stopped, settings } });
      })
      .catch(() => this.log.warn(words.notBegun));
  }

  onModuleDestroy(): void {
    for (const timer of this.timers) clearInterval(timer);
    this.isClosing = true;
  }

  /** Called when nothing else writes any more. */
  async close(): Promise<void> {
    await this.verifying;
    if (this.isServing) this.waiting.push({ entry: { type: 'ServerStopped', facts: {} }, at: this.clock.now() });
    await this.write();
  }

  /** Reads the whole log, letting others have their turn. A log that does not hold is told, and written to as before. */
  async verify(): Promise<void> {
    const damage = await damageOfLog(this.database.reader, () => this.isClosing).catch((error: unknown) => {
      this.log.error(error);
      return null;
    });
    this.found(damage?.sequence ?? null);
  }

  /** From which entry on it does not hold, as somebody found who read it; null where it does. */
  found(at: number | null): void {
    if (at !== null && at !== this.damagedAt) this.log.error(words.damaged(at)); // once is enough
    this.damagedAt = at;
  }

  /** Lets go of what is past its term, from the front. By a clock that cannot be believed nothing is. */
  async forget(days: number): Promise<void> {
    const before = this.clock.after(-days * dayLong);
    for (let more = true; more && !this.isClosing;)
      more = await this.work.do((tx) => this.forgetSlice(tx, before)).catch(() => false);
  }

  private forgetLater(days: number): void {
    this.verifying = this.verifying.then(() => this.forget(days));
  }

  private async forgetSlice(tx: Pick<Transaction, 'connection'>, before: string): Promise<boolean> {
    if (this.clock.judge() !== null || this.damagedAt !== null) return false;
    const { connection } = tx;
    const begin = await beginOf(connection);
    const oldest = await entriesAfter(connection, begin.sequence, sliceMax);
    const young = oldest.findIndex(({ at }) => at >= before);
    const last = oldest.at(young === -1 ? -1 : young - 1);
    if (!last || young === 0) return false;
    await forgetThrough(connection, last);
    await this.add(tx, { type: 'EntriesForgotten', facts: { through: last.sequence, throughHash: last.hash } });
    return young === -1;
  }

  private count(kind: SecurityKind): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
  }
}

/** What was stored, whether it holds or not; null for what nobody can read. */
export function entryIn(body: string): Omit<SecurityEntry, 'hash'> | null {
  try {
    return JSON.parse(body) as Omit<SecurityEntry, 'hash'>; // as it was sealed
  } catch {
    return null;
  }
}
