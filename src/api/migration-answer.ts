// What a dry run of a migration answers: everything that it would do, each change and each refusal in words too.
import type { DryRunResult } from '../app/dossiers.js';
import { mustFind, type MigrateDossier } from '../domain/commands/migrate-dossier.js';
import type { DossierView } from '../domain/views/dossier-view.js';
import {
  migrationView,
  type MigrationView,
  type PhaseMigration,
  type PlanRef,
} from '../domain/views/migration-view.js';
import type { Change } from '../domain/workflow/difference.js';
import { fieldCodes } from '../wording/refusals/fields.js';
import type { Wording } from '../wording/wording.js';
import { count, day, flag, list, nullable, object, oneOf, slug, text, type Schema } from './schema-kinds.js';

interface WordedChange {
  what: string;
  text: string;
}

type WordedPhase = Omit<PhaseMigration, 'changes' | 'stays'> & { changes: WordedChange[]; kept: string[] };

interface MigrationAnswer {
  from: PlanRef;
  to: PlanRef;
  possible: boolean;
  changes: WordedChange[];
  phases: WordedPhase[];
  refusals: { pointer: string; code: string; detail: string }[];
}

/** The report on a migration that was tried; nothing was recorded. */
export function dryRunReport(
  { dossier, plans, errors }: DryRunResult,
  asked: MigrateDossier,
  wording: Wording,
): string {
  const view = migrationView(dossier, mustFind(dossier, asked, plans), asked.map ?? {}, errors, wording.ruleWords);
  return JSON.stringify(answerOf(view, wording));
}

const answerOf = (
  { from, to, possible, changes, phases, refusals }: MigrationView,
  wording: Wording,
): MigrationAnswer => ({
  from,
  to,
  possible,
  changes: changes.map((change) => worded(change, wording)),
  phases: phases.map(({ changes: ofPhase, stays, ...phase }) => ({
    ...phase,
    changes: ofPhase.map((change) => worded(change, wording)),
    kept: wording.keptWords({ ...phase, changes: ofPhase, stays }),
  })),
  refusals: refusals.map((error) => ({ pointer: error.pointer, code: error.code, detail: wording.wordField(error) })),
});

const worded = (change: Change, { wordChange }: Wording): WordedChange => ({
  what: codeOf(change.what),
  text: wordChange(change),
});

/** What it is called here: starts-after. */
const codeOf = (what: Change['what']): string =>
  what === 'weeksFromReceipt' ? 'weeks' : what.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const planSchema = object<PlanRef>({ id: slug, version: count, title: text });
const changes = list(object<WordedChange>({ what: slug, text }));

/** How a dossier came from former plans to the one that it follows. */
export const migrations = list(
  object<DossierView['migrations'][number]>({ on: day, reason: nullable(text), from: planSchema, to: planSchema }),
);

/** Which parties went on as one. */
export const mergers = list(
  object<DossierView['mergers'][number]>({
    on: day,
    reason: nullable(text),
    reference: nullable(text),
    from: list(slug),
    into: slug,
  }),
);

export const migrationReport: Schema = object<MigrationAnswer>({
  from: planSchema,
  to: planSchema,
  possible: flag,
  changes,
  phases: list(
    object<WordedPhase>({
      fate: oneOf('kept', 'renamed', 'added', 'dropped'),
      from: nullable(slug),
      to: nullable(slug),
      title: text,
      changes,
      status: nullable(slug),
      rounds: count,
      decisions: count,
      rulings: count,
      kept: list(text),
    }),
  ),
  refusals: list(
    object<MigrationAnswer['refusals'][number]>({ pointer: text, code: oneOf(...fieldCodes), detail: text }),
  ),
});
