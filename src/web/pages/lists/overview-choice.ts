// What can be asked of a list of dossiers, and what it then shows.
import type { DamagedDossier } from '../../../domain/views/damaged-view.js';
import type { OverviewView } from '../../../domain/views/overview-view.js';
import type { Choice, Offers } from '../list-choice.js';

const overviewFilters = ['alles', 'laat', 'voorwaarden', 'gemeente', 'afgerond'] as const;
const overviewOrders = ['start', 'titel', 'datum', 'speling'] as const;
export type OverviewFilter = (typeof overviewFilters)[number];
export type OverviewOrder = (typeof overviewOrders)[number];

/** How many days it can be done before its goal, and whether that rests on calendars that were made up. */
export interface Room {
  days: number;
  assumed: boolean;
}

/** The room is there in a list that goes by it, where it is known. */
export type ListedRow = (OverviewView & { room: Room | null }) | DamagedDossier;

/** What the address asks. */
export interface AskedOverview extends Choice<OverviewFilter, OverviewOrder> {
  /** What says something to who looks. */
  offers: Offers<OverviewFilter, OverviewOrder>;
}

export interface OverviewList {
  rows: ListedRow[];
  /** What is over, and what was played back. */
  folded: ListedRow[];
  /** What an address says of the next page; null on the last. */
  next: Record<string, string> | null;
  /** What an address says of the last page, for who came past the end; null for others. */
  last: Record<string, string> | null;
  /** Whether there are more dossiers than were looked at. */
  isCut: boolean;
}

/** Who has a role for one party alone sees what that takes part in, and nothing else. */
export function overviewOffers(hasParties: boolean): AskedOverview['offers'] {
  const [all, ...rest] = overviewFilters;
  return { filters: [all, ...rest.filter((one) => one !== 'gemeente' || hasParties)], orders: overviewOrders };
}
