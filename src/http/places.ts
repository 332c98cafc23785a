// The places that modules fill: what is shown or told there is a list, and what shows it knows none of those who fill it.
import { Injectable } from '@nestjs/common';
import type { ReactElement } from 'react';
import type { Letterhead } from '../domain/logo.js';
import type { KnownPerson } from '../domain/people.js';
import { turnHoldersOf, type AddedTurn, type TurnHolder } from '../domain/turns/turn-holders.js';
import type { DecisionView } from '../domain/views/decision-view.js';
import type { DossierView } from '../domain/views/dossier-view.js';
import type { Day, DossierId, Id, Slug } from '../domain/vocabulary.js';
import type { Draft } from '../store/drafts.js';
import { Clock } from '../store/process/clock.js';
import type { GateView } from '../wording/gates/views.js';
import type { RequestSeen } from './request-trace.js';
import type { Wording } from '../wording/wording.js';

/** More turns for one person are a fault of who adds them. */
const turnsMax = 10_000;

/** An entry of the menu at the top of every page. */
export interface MenuEntry {
  href: string;
  label: (wording: Wording) => string;
  /** For whom it is; for everybody when it is left out. */
  isFor?: (person: KnownPerson, today: Day) => boolean;
  /** Those that share one have one place in the menu, that of the first of them. */
  group?: 'managing';
}

/** How the pages of a region look, where it chose that. */
export interface House {
  /** Null where they are called as the product is. */
  name: string | null;
  logo: { path: string; width: number; height: number } | null;
  /** The address of a stylesheet after the one of every page. */
  styles: string | null;
}

export interface HouseSource {
  ofDossier(dossier: DossierId): Promise<House | null>;
  /** On paper; null where the region has none. */
  onPaper(region: Slug): Letterhead | null;
  /** @param person null for who is not signed in */
  ofPerson(person: KnownPerson | null): House | null;
}

/** Forms that somebody is filling in, each by its address: for them alone. */
export interface DraftSource {
  /** Those of which the address has this path. A page is shown whether or not they can be read. */
  below(person: Id, path: string): Promise<ReadonlyMap<string, Draft>>;
  /** @throws Refusal */
  keep(person: Id, place: string, sent: URLSearchParams): Promise<void>;
  /** What was sent was accepted: nothing of it is kept any more. @param key of the form, where it has one */
  accepted(person: Id, place: string, key: string | null): Promise<void>;
}

/** A line of what `/health/ready` says. */
export interface ReadyLine {
  name: string;
  /** @returns what is said; nothing where it is only whether the process can work */
  read(): Promise<{ works: boolean; says?: number | string }>;
}

/** By the values of a label, where there is one; null where it is not known. */
type Figure = number | null | Record<string, number>;

/** A figure of the process, read when metrics are asked for; null where it is not known. */
export interface Measure {
  name: string;
  help: string;
  kind: 'counter' | 'gauge';
  /** By the values of one label, each known beforehand, where there is one. */
  label?: string;
  read(): Figure | Promise<Figure>;
}

/** Accounts that anyone may use, and the password of each of them. */
export interface OpenAccounts {
  /** In groups that have a title, where it is not said by each account what it is. */
  groups: { title: ((wording: Wording) => string) | null; accounts: { email: string; title: string }[] }[];
  password: string;
}

/** What a section is told: in which dossier, who looks, and the day that is looked at. */
export interface PageShown {
  dossier: DossierId;
  person: KnownPerson;
  day: Day;
}

interface DossierShown extends PageShown {
  view: DossierView;
}

export interface GateShown extends PageShown {
  gate: GateView;
}

interface DecisionShown extends GateShown {
  decision: DecisionView;
}

/** A part of a page, after those of the core; null where there is nothing to show. The views hold no more than who looks may see. */
export type Section<T extends PageShown> = (page: T) => ReactElement | null | Promise<ReactElement | null>;

/** A turn that is added, as it is shown to whose it is. */
export interface AddedStep extends AddedTurn {
  label: string;
  /** The page on which it is taken. */
  href: string;
}

/**
 * Open turns of a kind beside those of the core. Each is shown to whose it is alone, in whatever state its dossier is.
 * @param whose for whom they are asked; of more than theirs the rest is left out
 */
type TurnSource = (whose: readonly TurnHolder[]) => AddedStep[] | Promise<AddedStep[]>;

/** The sections of every page that has some. */
interface Sections {
  dossier: Section<DossierShown>[];
  gate: Section<GateShown>[];
  decision: Section<DecisionShown>[];
}

@Injectable()
export class Places {
  /** In the order of the modules. */
  readonly menu: MenuEntry[] = [];
  readonly ready: ReadyLine[] = [];
  /** PageShown where one signs in. */
  readonly openAccounts: OpenAccounts[] = [];
  readonly sections: Sections = { dossier: [], gate: [], decision: [] };
  readonly turns: TurnSource[] = [];
  /** Who hears of every request when it was answered: at once, so it takes no time. */
  readonly requests: ((seen: RequestSeen) => void)[] = [];
  /** What is read when somebody asks for metrics. */
  readonly measures: Measure[] = [];

  /** Who keeps forms that are being filled in; null where nobody does. */
  drafts: DraftSource | null = null;

  /** Whom to ask how a page looks; null where nobody knows. */
  house: HouseSource | null = null;

  constructor(private readonly clock: Clock) {}

  /** What every source has for those whom this person stands for; whose each turn is, is seen in its dossier. */
  async turnsFor(person: KnownPerson): Promise<AddedStep[]> {
    const whose = turnHoldersOf(person, this.clock.today());
    const found = (await Promise.all(this.turns.map(async (source) => source(whose)))).flat();
    if (found.length > turnsMax) throw new Error(`${found.length} turns were added, where ${turnsMax} can be`);
    return found;
  }
}
