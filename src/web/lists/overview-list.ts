// Which dossiers a list shows, and in which order: as its address asks, page by page. What runs comes first; what is over, or was played
// back, is folded away. Looked at the whole list only where a filter or an order needs that.
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Forecasts } from '../../app/forecasts.js';
import { Readings, type Listed } from '../../app/readings.js';
import { runningState } from '../../domain/dossier/state.js';
import { isCurrent } from '../../domain/stand/carried.js';
import { isMet } from '../../domain/stand/conditions.js';
import type { KnownPerson } from '../../domain/people.js';
import { isValid, partyOf } from '../../domain/permissions.js';
import { damagedTitle } from '../../domain/views/damaged-view.js';
import { overviewView } from '../../domain/views/overview-view.js';
import { canSeeCondition } from '../../domain/views/visibility.js';
import type { Reading } from '../../domain/views/viewer.js';
import type { Day, Slug } from '../../domain/vocabulary.js';
import { cursorOf, readCursor } from '../../http/cursor.js';
import { lastPage } from '../visit/past-end.js';
import { choiceIn, choiceQuery } from '../pages/list-choice.js';
import {
  overviewOffers,
  type AskedOverview,
  type ListedRow,
  type OverviewFilter,
  type OverviewList,
  type OverviewOrder,
  type Room,
} from '../pages/lists/overview-choice.js';

const pageSize = 25;
/** So many dossiers are looked at for a filter or an order, so many in one go. */
const dossiersMax = 500;
const atOnce = 100;

type Query = Readonly<Record<string, string | undefined>>;

export function askedOverview(query: Query, person: KnownPerson, today: Day): AskedOverview {
  const offers = overviewOffers(partiesOf(person, today).size > 1);
  return { ...choiceIn(query, offers), offers };
}

/** For whom somebody has a role now. */
export const partiesOf = ({ assignments }: KnownPerson, today: Day): Set<Slug> =>
  new Set(assignments.flatMap((one) => (one.body !== null && isValid(one, today) ? [partyOf(one.body)] : [])));

/** All that somebody may see, what of it is under the filter that is asked, and whether there is more. */
export interface ChosenDossiers {
  all: Listed[];
  chosen: Listed[];
  isCut: boolean;
}

@Injectable()
export class OverviewLists {
  constructor(
    private readonly readings: Readings,
    private readonly forecasts: Forecasts,
  ) {}

  /** @throws Refusal for a place that was never handed out */
  async page(person: KnownPerson, asked: AskedOverview, query: Query, today: Day): Promise<OverviewList> {
    const { readings } = this;
    const isPlain = asked.toon === 'alles' && asked.volgorde === 'start';
    const { shown, next, last, isCut } = isPlain
      ? await pageByStart(readings, person, query.na)
      : await pageOfAll({ readings, roomOf: this.roomOf }, person, asked, query.vanaf, today);
    const isFirst = query.na === undefined && query.vanaf === undefined;
    const over = asked.toon === 'alles' && isFirst ? await ended(readings, person, pageSize) : [];
    const isApart = ({ reading }: Listed) =>
      asked.toon === 'alles' && reading !== null && reading.dossier.source !== null;
    return {
      rows: shown.filter((one) => !isApart(one.listed)).map(({ row }) => row),
      folded: [...over.map(shownOf), ...shown.filter((one) => isApart(one.listed))].map(({ row }) => row),
      next: next && { ...choiceQuery(asked, asked.offers), ...next },
      last: last && { ...choiceQuery(asked, asked.offers), ...last },
      isCut,
    };
  }

  /** Everything on one list, whatever its state; as many as there are up to that. */
  async chosen(person: KnownPerson, asked: AskedOverview, today: Day, max: number): Promise<ChosenDossiers> {
    const all = await inState(this.readings, person, undefined, max);
    const chosen = await keptOf(all, partiesOf(person, today), asked, this.roomOf);
    return { all, chosen: chosen.map(({ listed }) => listed), isCut: all.length >= max };
  }

  /** Worked out for a list that goes by it alone. */
  private readonly roomOf = async (reading: Reading): Promise<Room | null> => {
    const forecast = await this.forecasts.of(reading);
    return forecast?.slack == null ? null : { days: forecast.slack, assumed: forecast.assumed };
  };
}

interface Shown {
  listed: Listed;
  row: ListedRow;
}

interface ListedPage {
  shown: Shown[];
  next: Record<string, string> | null;
  last: Record<string, string> | null;
  isCut: boolean;
}

const shownOf = (listed: Listed): Shown => ({ listed, row: rowOf(listed, null) });
const rowOf = ({ reading, damaged }: Listed, room: Room | null): ListedRow =>
  reading ? { ...overviewView(reading), room } : damaged;

/** The list as it is kept, which costs the same however long it is. @throws Refusal for a place that was never handed out */
async function pageByStart(readings: Readings, person: KnownPerson, na: string | undefined): Promise<ListedPage> {
  const place = readCursor(na, 2);
  const after = place ? { startedOn: place[0] ?? '', id: place[1] ?? '' } : undefined;
  const found = await readings.list(person, { state: 'running', after, limit: pageSize + 1 });
  const shown = found.slice(0, pageSize);
  const last = found.length > pageSize ? shown.at(-1) : undefined;
  return {
    shown: shown.map(shownOf),
    next: last ? { na: cursorOf([last.startedOn, last.id]) } : null,
    last: null,
    isCut: false,
  };
}

interface Sources {
  readings: Readings;
  roomOf: RoomOf;
}

type RoomOf = (reading: Reading) => Promise<Room | null>;

async function pageOfAll(
  { readings, roomOf }: Sources,
  person: KnownPerson,
  asked: AskedOverview,
  vanaf: string | undefined,
  today: Day,
): Promise<ListedPage> {
  const from = /^[1-9]\d{0,3}$/.test(vanaf ?? '') ? Number(vanaf) : 0;
  const all =
    asked.toon === 'afgerond'
      ? await ended(readings, person, dossiersMax)
      : await inState(readings, person, 'running', dossiersMax);
  const kept = await keptOf(all, partiesOf(person, today), asked, roomOf);
  const last = lastPage(kept.length, from, () => pageSize);
  return {
    shown: kept.slice(from, from + pageSize),
    next: kept.length > from + pageSize ? placeAt(from + pageSize) : null,
    last: last === null ? null : placeAt(last),
    isCut: all.length >= dossiersMax,
  };
}

/** What of them is under the filter, in the order that is asked. */
async function keptOf(
  all: readonly Listed[],
  parties: ReadonlySet<Slug>,
  { toon, volgorde }: AskedOverview,
  roomOf: RoomOf,
): Promise<Shown[]> {
  const kept: Shown[] = [];
  for (const [i, listed] of all.entries()) {
    if (i % atOnce === atOnce - 1) await letOthersRun();
    const { reading } = listed;
    if (!(reading ? isKept[toon](reading, parties) : toon === 'alles')) continue;
    const room = reading && volgorde === 'speling' ? await roomOf(reading) : null;
    kept.push({ listed, row: rowOf(listed, room) });
  }
  return kept.sort((a, b) => inOrder[volgorde](a.row, b.row));
}

const placeAt = (from: number): Record<string, string> => (from > 0 ? { vanaf: String(from) } : {});

/** In any state where none is named. */
async function inState(
  readings: Readings,
  person: KnownPerson,
  state: string | undefined,
  max: number,
): Promise<Listed[]> {
  const found: Listed[] = [];
  for (let more = true; more && found.length < max;) {
    const limit = Math.min(atOnce, max - found.length);
    const page = await readings.list(person, { state, after: found.at(-1), limit });
    found.push(...page);
    more = page.length === limit;
  }
  return found;
}

async function ended(readings: Readings, person: KnownPerson, max: number): Promise<Listed[]> {
  const completed = await inState(readings, person, 'completed', max);
  return [...completed, ...(await inState(readings, person, 'stopped', max))].slice(0, max);
}

const isKept: Record<OverviewFilter, (reading: Reading, parties: ReadonlySet<Slug>) => boolean> = {
  alles: () => true,
  afgerond: (reading) => !isRunning(reading),
  laat: (reading) => overviewView(reading).pace === 'late',
  voorwaarden: (reading) => isRunning(reading) && hasOpenCondition(reading),
  gemeente: (reading, parties) => isRunning(reading) && takesPart(reading, parties),
};

const isRunning = ({ dossier }: Reading): boolean => runningState(dossier) === 'running';

const takesPart = ({ dossier: { plan } }: Reading, parties: ReadonlySet<Slug>): boolean =>
  [...plan.bodies.keys()].some((body) => partyOf(body) !== plan.region && parties.has(partyOf(body)));

/** One that who looks may know, of a decision that stands, and that is not met or waived yet. */
function hasOpenCondition(reading: Reading): boolean {
  const { dossier, day } = reading;
  return Object.values(dossier.conditions).some(
    (one) => canSeeCondition(reading, one) && isCurrent(dossier, one, day) && !isMet(one, day),
  );
}

const titleOf = (row: ListedRow): string => ('before' in row ? damagedTitle(row) : row.title);
const roomIn = (row: ListedRow): number => ('before' in row ? null : row.room?.days) ?? Number.MAX_SAFE_INTEGER;
const nextOf = (row: ListedRow): Day => ('before' in row ? null : row.next) ?? '9999';

const inOrder: Record<OverviewOrder, (a: ListedRow, b: ListedRow) => number> = {
  start: () => 0, // as the list is kept
  titel: (a, b) => titleOf(a).localeCompare(titleOf(b), 'nl'),
  datum: (a, b) => nextOf(a).localeCompare(nextOf(b)),
  speling: (a, b) => roomIn(a) - roomIn(b),
};
