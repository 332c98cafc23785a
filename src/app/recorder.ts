// Records what a command decided, in the transaction that it is given: the events, the read models, the folded dossier.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Context } from '../domain/commands/command.js';
import type { DossierEvent, NewEvent } from '../domain/dossier/events.js';
import { evolve } from '../domain/fold/evolve.js';
import { now } from '../domain/fold/history.js';
import type { Dossier } from '../domain/dossier/state.js';
import type { Acting } from '../domain/permissions.js';
import type { DossierId } from '../domain/vocabulary.js';
import { viewerOf, type Reading } from '../domain/views/viewer.js';
import { append } from '../store/event-log.js';
import { emptyHead } from '../store/seal.js';
import type { Transaction } from '../store/unit-of-work.js';
import { withSaid } from '../wording/said.js';
import { carry } from './carried-plans.js';
import type { Caller } from '../store/caller.js';
import { Clock } from '../store/process/clock.js';
import { Directory } from '../store/directory.js';
import { Library } from './library.js';
import { ReadModels } from './read-models.js';
import { Shelf } from './shelf.js';

/** What a command has done, for whoever words the answer: the dossier after it, as the caller sees it. */
export interface Done {
  reading: Reading;
  acting: Acting;
  /** What the command added to the record. */
  events: readonly DossierEvent[];
}

@Injectable()
export class Recorder {
  constructor(
    private readonly library: Library,
    private readonly readModels: ReadModels,
    private readonly shelf: Shelf,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** What a command may know when it decides. */
  contextOf(acting: Acting): Context {
    return { today: this.clock.today(), by: acting, newId: randomUUID, plans: this.shelf };
  }

  /** @throws Refusal changed-meanwhile when another process was first */
  async record(
    tx: Transaction,
    { person, replay }: Caller,
    before: Dossier | null,
    decided: readonly NewEvent[],
    acting: Acting,
    id: DossierId = before?.id ?? '',
  ): Promise<Done> {
    const said = before ? decided.map((event) => withSaid(before, event)) : decided;
    const written = replay ? said.map((event) => withSource(event, replay.source)) : said;
    const sealed = await append(tx.connection, id, before ?? emptyHead, written, acting, this.clock.now()).catch(
      (error: unknown) => {
        this.library.forget(id); // who was overtaken reads again, and then sees what came first
        throw error;
      },
    );
    const events = sealed.map(({ event }) => event);
    let after = before;
    for (const event of events) after = evolve(this.shelf, after, event);
    if (!after) throw new Error('a command decides at least one event');
    if (after.plan.hash !== before?.plan.hash) await carry(tx.manager, this.shelf, after.plan.hash);
    await this.readModels.apply(tx.connection, events, after);
    this.library.stage(tx, after, events);
    const day = this.clock.today();
    const viewer = viewerOf(person, after, this.directory.nameOf, day);
    return { reading: { dossier: after, moment: now, day, viewer }, acting, events };
  }
}

/** What is played back says where it stands written. */
const withSource = (event: NewEvent, source: string): NewEvent => ({ ...event, texts: { source, ...event.texts } });
