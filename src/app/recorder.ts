// Records what a command decided, in the transaction that it is given: the events, the read models, the folded dossier.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Context } from '../domain/commands/command.js';
import type { DossierEvent, NewEvent } from '../domain/dossier/events.js';
import type { DecidedCorrection } from '../domain/fold/correcting.js';
import { evolve } from '../domain/fold/evolve.js';
import type { InSteps } from '../domain/fold/in-steps.js';
import type { Dossier } from '../domain/dossier/state.js';
import type { Acting } from '../domain/permissions.js';
import type { KnownPerson } from '../domain/people.js';
import type { DossierId } from '../domain/vocabulary.js';
import type { Reading } from '../domain/views/viewer.js';
import type { CarriedPlans } from '../domain/workflow/plan.js';
import { append } from '../store/event-log.js';
import { emptyHead, seal, type Head } from '../store/seal.js';
import type { Transaction } from '../store/unit-of-work.js';
import { withSaid } from '../wording/gates/said.js';
import { storeCarriedPlan } from './carried-plans.js';
import type { Caller } from '../store/caller.js';
import { Clock } from '../store/process/clock.js';
import { DossierCache } from './dossier-cache.js';
import { Papers } from './papers.js';
import { ReadModels } from './read-models.js';
import { PlanCatalogue } from './plan-catalogue.js';
import { inSlices } from './slices.js';

/** What a command has done, for whoever words the answer: the dossier after it, as the caller sees it. */
export interface CommandResult {
  reading: Reading;
  acting: Acting;
  /** What the command added to the record. */
  events: readonly DossierEvent[];
}

@Injectable()
export class Recorder {
  constructor(
    private readonly cache: DossierCache,
    private readonly readModels: ReadModels,
    private readonly catalogue: PlanCatalogue,
    private readonly papers: Papers,
    private readonly clock: Clock,
  ) {}

  /** What a command may know when it decides. */
  contextOf(acting: Acting): Context {
    return { today: this.clock.today(), by: acting, newId: randomUUID, plans: this.catalogue };
  }

  /** The dossier as it would be after these, were they recorded now. */
  foreseen(before: Dossier, decided: readonly NewEvent[], acting: Acting): Dossier {
    let after = before;
    for (const event of decided)
      after = evolve(
        this.catalogue,
        after,
        seal(before.id, after, withSaid(after, event), acting, this.clock.now()).event,
      );
    return after;
  }

  /** @throws Refusal changed-meanwhile when another process was first; validation for a paper that is not whole */
  async record(
    tx: Transaction,
    { person, replay }: Caller,
    before: Dossier | null,
    decided: readonly NewEvent[],
    acting: Acting,
    id: DossierId = before?.id ?? '',
  ): Promise<CommandResult> {
    await this.papers.keep(tx, person, before, decided);
    const said = before ? decided.map((event) => withSaid(before, event)) : decided;
    const written = replay ? said.map((event) => withSource(event, replay.source)) : said;
    const events = await this.append(tx, id, before ?? emptyHead, written, acting);
    const after = await inSlices(evolved(this.catalogue, before, events));
    if (!after) throw new Error('a command decides at least one event');
    return this.recorded(tx, person, before, { after, events, acting });
  }

  /**
   * The same for a correction, by which the dossier is another from where its fact stands.
   * @param decided each event with the dossier in whose words it is said
   * @throws Refusal changed-meanwhile
   */
  async correct(
    tx: Transaction,
    { person }: Caller,
    before: Dossier,
    decided: DecidedCorrection,
    acting: Acting,
  ): Promise<CommandResult> {
    await this.papers.keep(
      tx,
      person,
      before,
      decided.map(({ event }) => event),
    );
    const written = decided.map(({ event, there }) => withSaid(there ?? before, event));
    const events = await this.append(tx, before.id, before, written, acting);
    const after = await this.cache.reread(tx.connection, before.id);
    return this.recorded(tx, person, before, { after, events, acting });
  }

  /** @throws Refusal changed-meanwhile, clock-not-trusted */
  private async append(
    tx: Transaction,
    id: DossierId,
    head: Head,
    written: readonly NewEvent[],
    acting: Acting,
  ): Promise<DossierEvent[]> {
    this.clock.mustBeTrusted(); // also where no request asked before
    const sealed = await append(tx.connection, id, head, written, acting, this.clock.now()).catch((error: unknown) => {
      this.cache.forget(id); // somebody else was first: the next read sees their events
      throw error;
    });
    const events = sealed.map(({ event }) => event);
    for (const { recordedAt } of events) this.clock.recorded(recordedAt);
    return events;
  }

  /** What was recorded is taken in by everything that keeps something of it. */
  private async recorded(
    tx: Transaction,
    person: KnownPerson,
    before: Dossier | null,
    { after, events, acting }: { after: Dossier; events: readonly DossierEvent[]; acting: Acting },
  ): Promise<CommandResult> {
    if (after.plan.hash !== before?.plan.hash) await storeCarriedPlan(tx, this.catalogue, after.plan.hash);
    await this.readModels.apply(tx.connection, events, after);
    this.cache.stage(tx, after, events);
    return { reading: this.papers.asReadNow(person, after), acting, events };
  }
}

/** Many that are recorded together are taken in one by one: whoever only reads has a turn in between. */
function* evolved(
  plans: CarriedPlans,
  before: Dossier | null,
  events: readonly DossierEvent[],
): InSteps<Dossier | null> {
  let after = before;
  for (const event of events) {
    after = evolve(plans, after, event);
    yield;
  }
  return after;
}

/** An event of a replay says in which document it is written. */
const withSource = (event: NewEvent, source: string): NewEvent => ({ ...event, texts: { source, ...event.texts } });
