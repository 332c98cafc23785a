// What can be asked of a list of dossiers, and what it then shows.
import type { DamagedDossier } from '../../domain/views/damaged-view.js';
import type { OverviewView } from '../../domain/views/overview-view.js';

export const overviewFilters = ['alles', 'laat', 'voorwaarden', 'gemeente', 'afgerond'] as const;
export const overviewOrders = ['start', 'titel', 'datum', 'speling'] as const;
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
export interface AskedOverview {
  toon: OverviewFilter;
  volgorde: OverviewOrder;
  /** Whether it asks what is not there. */
  isUnknown: boolean;
  /** The filters that say something to who looks. */
  filters: OverviewFilter[];
}

export interface OverviewList {
  rows: ListedRow[];
  /** What is over, and what was played back. */
  folded: ListedRow[];
  /** What an address says of the next page; null on the last. */
  next: Record<string, string> | null;
  /** Whether there are more dossiers than were looked at. */
  isCut: boolean;
}

/** What an address says of it. */
export const overviewQuery = ({
  toon,
  volgorde,
}: Pick<AskedOverview, 'toon' | 'volgorde'>): Record<string, string> => ({
  ...(toon === 'alles' ? {} : { toon }),
  ...(volgorde === 'start' ? {} : { volgorde }),
});
