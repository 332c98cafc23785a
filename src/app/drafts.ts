// Forms that somebody is filling in, kept on the server for a week: for them alone, until they are recorded or thrown away.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { leftOut } from '../domain/papers.js';
import type { DossierId, Id } from '../domain/vocabulary.js';
import { Database } from '../store/database.js';
import {
  draftPlaces,
  findDraft,
  findDrafts,
  forgetDrafts,
  forgetDraftsOf,
  keepDraft,
  leaveDrafts,
  removeDrafts,
  type Draft,
} from '../store/drafts.js';
import { Forgetting } from '../store/forgetting.js';
import { keptAnswer } from '../store/caller.js';
import { findKept } from '../store/kept-answers.js';
import { papersIn } from '../store/papers.js';
import { Clock } from '../store/process/clock.js';
import { Tidying } from '../store/tidying.js';
import { UnitOfWork } from '../store/unit-of-work.js';

/** Of one person; the one that was kept longest ago goes first. */
const draftsMax = 50;

/** What is said of how a form is sent is no part of what was filled in. */
const notFilledIn = ['bevestigd', 'wijzigen', 'meer', 'gezien', 'naar'];

/** No form that asks one of these is kept; should one ever be, these are not. */
const secrets = ['password', 'former', 'code', 'ticket', 'secret'];

/** Longer than what a browser may send to be kept. */
const draftMax = 64 * 1024;

const keyIn = (fields: string): string | null => new URLSearchParams(fields).get('sleutel');

const ofFile = /(^|\/)file$/;

const dossierIn = (place: string): DossierId => /^\/trajecten\/([^/?]+)/.exec(place)?.[1] ?? '';

const pathOf = (place: string): string => place.split('?', 1)[0] ?? '';

@Injectable()
export class Drafts implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly tidying: Tidying,
    private readonly forgetting: Forgetting,
  ) {}

  onModuleInit(): void {
    this.tidying.forgets.push(forgetDrafts);
    this.forgetting.forgets.push(forgetDraftsOf);
  }

  /** Null where there is none. A page is shown whether or not it can be read. */
  of(person: Id, place: string): Promise<Draft | null> {
    return this.found(person, place).catch(() => null);
  }

  private async found(person: Id, place: string): Promise<Draft | null> {
    const draft = await findDraft(this.database.manager, person, place);
    if (!draft) return null;
    const fields = await this.withoutLostFiles(draft.fields, dossierIn(place));
    return { keptAt: draft.keptAt, fields, now: this.clock.now() };
  }

  /** Those of one path, whatever is asked behind it; none where they cannot be read. */
  async below(person: Id, path: string): Promise<ReadonlyMap<string, Draft>> {
    try {
      const { manager } = this.database;
      const places = (await draftPlaces(manager, person)).filter((place) => pathOf(place) === path);
      const found = places.length === 0 ? [] : await findDrafts(manager, person, places);
      const now = this.clock.now();
      return new Map(found.map(({ place, fields, keptAt }) => [place, { fields, keptAt, now }]));
    } catch {
      return new Map();
    }
  }

  /** Where it cannot be removed it is gone after a week. */
  async accepted(person: Id, place: string, key: string | null): Promise<void> {
    const found = await this.below(person, pathOf(place));
    const ofIt = [...found].filter(([at, { fields }]) => at === place || (key !== null && keyIn(fields) === key));
    const places = ofIt.map(([at]) => at);
    if (places.length > 0)
      await this.work.do(({ manager }) => removeDrafts(manager, person, places)).catch(() => undefined);
  }

  /** A draft outlives a file that nothing refers to. */
  private async withoutLostFiles(fields: string, dossier: DossierId): Promise<string> {
    const kept = new URLSearchParams(fields);
    for (const [name, hash] of [...kept]) {
      if (!ofFile.test(name) || (await papersIn(this.database.reader, dossier, hash)).length > 0) continue;
      for (const end of ['', 'Name', leftOut]) kept.delete(name + end);
    }
    return String(kept);
  }

  /** What was recorded meanwhile, by the key of its form, is not kept once more. @throws Refusal */
  async keep(person: Id, place: string, sent: URLSearchParams): Promise<void> {
    const kept = new URLSearchParams(sent);
    for (const name of [...notFilledIn, ...secrets]) kept.delete(name);
    const fields = String(kept);
    await this.work.do(async ({ connection, manager }) => {
      if (await findKept(connection, person, kept.get('sleutel') ?? '')) return;
      await keepDraft(manager, { person, place, fields, keptAt: this.clock.now() });
      await leaveDrafts(manager, person, draftsMax);
    });
  }

  /**
   * Keeps what is shown once more before it is recorded. An older draft is not overwritten unasked, what is very long is not kept,
   * and a page is shown whether or not it can be.
   * @returns whether it was kept
   */
  async keepForCheck(person: Id, place: string, values: Readonly<Record<string, string>>): Promise<boolean> {
    try {
      const sent = new URLSearchParams(values);
      const other = await this.found(person, place);
      const isOlder = other !== null && keyIn(other.fields) !== values.sleutel;
      if (isOlder || String(sent).length > draftMax) return false;
      await this.keep(person, place, sent);
      return true;
    } catch {
      return false;
    }
  }

  /** What is kept of the form with that key; null where there is nothing. */
  async ofKey(person: Id, place: string, key: string): Promise<URLSearchParams | null> {
    const kept = await this.of(person, place);
    return kept !== null && keyIn(kept.fields) === key ? new URLSearchParams(kept.fields) : null;
  }

  /** Where one went from the form with that key, where it was recorded. */
  async answerTo(person: Id, key: string): Promise<string | null> {
    const answer = (await keptAnswer(this.database.reader, person, key, this.clock))?.answer;
    return answer?.startsWith('/trajecten/') ? answer : null; // a program that has the same key was answered otherwise
  }

  /** Nearly always there is none, and then nothing is written. @throws Refusal */
  async remove(person: Id, place: string): Promise<void> {
    if (await this.of(person, place)) await this.work.do(({ manager }) => removeDrafts(manager, person, [place]));
  }
}
