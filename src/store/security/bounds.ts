// How much of what is refused is written one by one. Whoever is refused a thousand times a minute fills no disk: of the
// rest is counted how often, by kind. What was accepted is never counted here: it has its line in its own transaction.
import type { NewSecurityEntry, SecurityKind } from '../../domain/security/entries.js';
import { networkOf } from '../network.js';

const minute = 60_000;
/** A minute for one source, a minute for all of them, and an hour for all of them. */
const linesMax = { source: 20, minute: 100, hour: 1_000 };
/** So many sources are told apart in a minute; the rest is one. */
const sourcesMax = 1_000;

type Counts = Partial<Record<SecurityKind, number>>;

export class SecurityBounds {
  private readonly lines = new Map<string, number>();
  /** Beyond its own lines: of a source by itself, for there are at most a few. */
  private readonly bySource = new Map<string, Counts>();
  /** Beyond the lines of all. */
  private readonly others = { counts: {} as Counts, sources: new Set<string>() };
  private written = { minute: 0, hour: 0 };
  private since: { minute: number; hour: number };

  /** @param now milliseconds of a clock that never jumps */
  constructor(now: number) {
    this.since = { minute: now, hour: now };
  }

  /** Whether it is written as it is; otherwise it is counted. */
  admits(entry: NewSecurityEntry): boolean {
    const source = sourceOf(entry);
    const own = this.lines.get(source) ?? 0;
    const isFull = this.written.minute >= linesMax.minute || this.written.hour >= linesMax.hour;
    if (!isFull && own < linesMax.source && (own > 0 || this.lines.size < sourcesMax)) {
      this.lines.set(source, own + 1);
      this.written.minute++;
      this.written.hour++;
      return true;
    }
    if (own >= linesMax.source) this.bySource.set(source, countedIn(this.bySource.get(source) ?? {}, entry.type));
    else {
      countedIn(this.others.counts, entry.type);
      if (this.others.sources.size < sourcesMax) this.others.sources.add(source);
    }
    return false;
  }

  /** What was counted, once the minute is over; nothing before. */
  counted(now: number): NewSecurityEntry[] {
    if (now - this.since.minute < minute) return [];
    const further = [...this.bySource].map(([source, counts]) => furtherOf(source, counts));
    const { counts, sources } = this.others;
    if (sources.size > 0) further.push({ type: 'FurtherRefusals', facts: { counts, addresses: sources.size } });
    this.lines.clear();
    this.bySource.clear();
    this.others.counts = {};
    sources.clear();
    this.written.minute = 0;
    this.since.minute = now;
    if (now - this.since.hour >= 60 * minute) {
      this.written.hour = 0;
      this.since.hour = now;
    }
    return further;
  }
}

const ofPerson = 'person ';

/** Who is signed in is one, wherever they are; of the others a whole network is. */
const sourceOf = ({ type, person, sender }: NewSecurityEntry): string =>
  person !== undefined && type !== 'SignInFailed' && type !== 'SignInThrottled'
    ? `${ofPerson}${person}`
    : networkOf(sender?.address ?? '');

function furtherOf(source: string, counts: Counts): NewSecurityEntry {
  const whose = source.startsWith(ofPerson)
    ? { person: source.slice(ofPerson.length) }
    : { sender: { address: source } };
  return { type: 'FurtherRefusals', ...whose, facts: { counts } };
}

function countedIn(counts: Counts, kind: SecurityKind): Counts {
  counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
