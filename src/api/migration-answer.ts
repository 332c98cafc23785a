// What a dry run of a migration answers: everything that it would do, each change and each refusal in words too.
import type { Tried } from '../app/dossiers.js';
import { mustFind, type MigrateDossier } from '../domain/commands/migrate-dossier.js';
import type { DossierView } from '../domain/views/dossier-view.js';
import {
  migrationView,
  type MigrationView,
  type PhaseMigration,
  type PlanRef,
} from '../domain/views/migration-view.js';
import type { Change } from '../domain/workflow/difference.js';
import { ruleWords } from '../wording/rules.js';
import { keptWords, wordChange } from '../wording/differences.js';
import { fieldCodes, wordField } from '../wording/fields.js';
import { count, day, flag, list, nullable, object, oneOf, slug, text, type Schema } from './schema-kinds.js';

interface ToldChange {
  what: string;
  text: string;
}

type ToldPhase = Omit<PhaseMigration, 'changes' | 'stays'> & { changes: ToldChange[]; kept: string[] };

interface MigrationAnswer {
  from: PlanRef;
  to: PlanRef;
  possible: boolean;
  changes: ToldChange[];
  phases: ToldPhase[];
  refusals: { pointer: string; code: string; detail: string }[];
}

/** The report on a migration that was tried; nothing was recorded. */
export function migrationTold({ dossier, plans, errors }: Tried, asked: MigrateDossier): string {
  const view = migrationView(dossier, mustFind(dossier, asked, plans), asked.map ?? {}, errors, ruleWords);
  return JSON.stringify(answerOf(view));
}

const answerOf = ({ from, to, possible, changes, phases, refusals }: MigrationView): MigrationAnswer => ({
  from,
  to,
  possible,
  changes: changes.map(told),
  phases: phases.map(({ changes: ofPhase, stays, ...phase }) => ({
    ...phase,
    changes: ofPhase.map(told),
    kept: keptWords({ ...phase, changes: ofPhase, stays }),
  })),
  refusals: refusals.map((error) => ({ pointer: error.pointer, code: error.code, detail: wordField(error) })),
});

const told = (change: Change): ToldChange => ({ what: codeOf(change.what), text: wordChange(change) });

/** What it is called here: starts-after. */
const codeOf = (what: Change['what']): string =>
  what === 'weeksFromReceipt' ? 'weeks' : what.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const planSchema = object<PlanRef>({ id: slug, version: count, title: text });
const changes = list(object<ToldChange>({ what: slug, text }));

/** How a dossier came from former plans to the one that it follows. */
export const migrations = list(
  object<DossierView['migrations'][number]>({ on: day, reason: nullable(text), from: planSchema, to: planSchema }),
);

export const migrationReport: Schema = object<MigrationAnswer>({
  from: planSchema,
  to: planSchema,
  possible: flag,
  changes,
  phases: list(
    object<ToldPhase>({
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
