// What was told of a dossier after an upgrade, as somebody reads it, until the chair of each gate has seen it. To be deleted
// with `domain/stand/former.ts`.
import { Injectable } from '@nestjs/common';
import { targetOf, type Asked } from '../domain/commands/commands.js';
import { gateAt } from '../domain/commands/targets.js';
import { phaseNow } from '../domain/dossier/migration.js';
import type { Dossier } from '../domain/dossier/state.js';
import { authorise } from '../domain/permissions.js';
import { invalid } from '../domain/refusal.js';
import type { ToldOtherwise } from '../domain/views/told-otherwise.js';
import { viewerOf, type Reading, type Viewer } from '../domain/views/viewer.js';
import type { DossierId, Slug } from '../domain/vocabulary.js';
import { mustBeUnchanged, recall, remember, type Accepted, type Caller } from '../store/caller.js';
import { Database } from '../store/database.js';
import { Directory } from '../store/directory.js';
import { Clock } from '../store/process/clock.js';
import { standsIn, storedDifferences, storeSeen, type StoredDifference } from '../store/told-otherwise.js';
import { UnitOfWork } from '../store/unit-of-work.js';
import { DossierCache } from './dossier-cache.js';
import { findVisible, mustSee } from './visible.js';

/** The dossier in which they were seen, and all that was told of that gate. */
export interface SeenDifferences {
  dossier: Dossier;
  told: ToldOtherwise[];
}

@Injectable()
export class ToldDifferences {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly cache: DossierCache,
    private readonly clock: Clock,
    private readonly directory: Directory,
  ) {}

  /** What was told of a dossier, seen or not: gates as in its plan, bodies by name. */
  async of({ dossier, viewer }: Pick<Reading, 'dossier' | 'viewer'>): Promise<ToldOtherwise[]> {
    return toldIn(dossier, viewer, await storedDifferences(this.database.manager, dossier.id));
  }

  /**
   * The chair of a gate has seen what was told of it. Done again it changes nothing.
   * @throws Refusal unknown-dossier, damaged, unknown-gate, not-your-role, not-your-body, assignment-not-valid, validation,
   * changed-meanwhile
   */
  see(
    caller: Caller,
    id: DossierId,
    gate: Slug,
    asked: Asked<object>,
    render: (seen: SeenDifferences) => string,
  ): Promise<Accepted> {
    const { person } = caller;
    const today = this.clock.today();
    return this.work.do(async (tx) => {
      const dossier = await findVisible(tx, { person, today, id }, () => this.cache.current(tx, id));
      mustSee(person, dossier, today);
      const { ruledBy } = gateAt(dossier, gate).gate;
      const acting = authorise(person, 'rule-gate', targetOf(dossier, ruledBy), today);
      const kept = await recall(tx, caller, this.clock);
      if (kept) return kept;
      if ('errors' in asked) throw invalid(asked.errors);
      mustBeUnchanged(caller, dossier);
      const here = (await storedDifferences(tx.manager, id)).filter((row) => gateNow(dossier, row) === gate);
      for (const name of new Set(here.map((row) => row.gate)))
        await storeSeen(tx.manager, { dossier: id, gate: name }, acting, this.clock.now());
      const viewer = viewerOf(person, dossier, this.directory.nameOf, today, this.directory.canConclude);
      const told = toldIn(dossier, viewer, await storedDifferences(tx.manager, id));
      const seen = { dossier, told: told.filter((one) => one.gate === gate) };
      return remember(tx, caller, render(seen), this.clock);
    });
  }
}

/** What its gate is called now; null where the plan has none in its place any more. */
const gateNow = (dossier: Dossier, { sequence, gate }: StoredDifference): Slug | null =>
  phaseNow(dossier, sequence, gate);

function toldIn(dossier: Dossier, viewer: Viewer, rows: readonly StoredDifference[]): ToldOtherwise[] {
  return [...dossier.plan.gates.keys()].flatMap((gate) =>
    rows.filter((row) => gateNow(dossier, row) === gate).map((row) => toldBy(row, gate, viewer)),
  );
}

function toldBy(row: StoredDifference, gate: Slug, viewer: Viewer): ToldOtherwise {
  const { round, body, because, seenAt: at, seenBy: id, seenAs: role, seenFor } = row;
  const isSeen = at !== null && id !== null && role !== null;
  return {
    gate,
    round,
    body,
    ...standsIn(row),
    because,
    seen: isSeen ? { at, by: { id, role, body: seenFor, name: viewer.nameOf(id) } } : null,
  };
}
