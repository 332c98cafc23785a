// What a gate asks beside decisions: a paper that the plan asks is laid, and a criterion is stated as met or not by who the
// plan says. Each belongs to the round that the gate is in; a later one takes the place of an earlier one, and both are kept.
import type { Folds } from '../dossier/folds.js';
import type { Dossier } from '../dossier/state.js';
import { keep, read } from '../facts/keeping.js';
import { criterionFacts, paperFacts } from '../facts/of-gates.js';
import type { Reason } from '../reasons.js';
import type { FieldError } from '../refusal.js';
import type { Slug } from '../vocabulary.js';
import { statingBodies, type Criterion } from '../workflow/requirements.js';
import { defineCommand, type Ask } from './command.js';
import { happened } from './dates.js';
import { mustSayMore } from './once.js';
import { withReopening } from './late-change.js';
import { gateAt, mustNotBeStopped, type GateTarget } from './targets.js';

interface Place {
  gate: Slug;
}

const paperFolds: Folds<'PaperLaid'> = {
  PaperLaid: (dossier, { on, facts, texts }, recorded, sequence) => {
    const laid = { ...read(paperFacts, facts, texts), on, round: facts.round, recorded, sequence };
    const before = dossier.papers[facts.gate] ?? [];
    return { ...dossier, papers: { ...dossier.papers, [facts.gate]: [...before, laid] } };
  },
};

export const layPaper = defineCommand<Place, GateTarget, typeof paperFacts, 'PaperLaid'>({
  says: paperFacts,
  locate: (dossier, place) => gateAt(dossier, place.gate),
  asks: () => [{ right: 'lay-paper' }],
  fields: (target, { paper, on }, { today }) => [
    ...askedFields('/paper', paper, target.gate.papers ?? [], { code: 'no-papers-asked' }),
    ...happened('/on', on, today, target.dossier),
  ],
  ready: ({ dossier }) => mustNotBeStopped(dossier),
  decide: (target, asked, context) => {
    const { facts, texts } = keep(paperFacts, asked);
    mustSayMore(
      paperFacts,
      asked.on,
      { facts, texts },
      newest(target, 'papers', ({ paper }) => paper === asked.paper),
    );
    const laid = { gate: target.phase.id, round: target.state.round, ...facts };
    return withReopening(target, [{ type: 'PaperLaid', on: asked.on, facts: laid, texts }], paperFolds, context);
  },
  fact: { type: 'PaperLaid' },
  folds: paperFolds,
});

const criterionFolds: Folds<'CriterionStated'> = {
  CriterionStated: (dossier, { on, facts, texts }, recorded, sequence) => {
    const stated = { ...read(criterionFacts, facts, texts), on, round: facts.round, recorded, sequence };
    const before = dossier.statements[facts.gate] ?? [];
    return { ...dossier, statements: { ...dossier.statements, [facts.gate]: [...before, stated] } };
  },
};

export const stateCriterion = defineCommand<Place, GateTarget, typeof criterionFacts, 'CriterionStated'>({
  says: criterionFacts,
  locate: (dossier, place) => gateAt(dossier, place.gate),
  asks: (target, { criterion }) => asksOf(target, criterion),
  fields: (target, { criterion, on }, { today }) => [
    ...askedFields('/criterion', criterion, target.gate.criteria ?? [], { code: 'no-criteria' }),
    ...happened('/on', on, today, target.dossier),
  ],
  ready: ({ dossier }) => mustNotBeStopped(dossier),
  decide: (target, asked, context) => {
    const { facts, texts } = keep(criterionFacts, asked);
    mustSayMore(
      criterionFacts,
      asked.on,
      { facts, texts },
      newest(target, 'statements', ({ criterion }) => criterion === asked.criterion),
    );
    const stated = { gate: target.phase.id, round: target.state.round, ...facts };
    return withReopening(
      target,
      [{ type: 'CriterionStated', on: asked.on, facts: stated, texts }],
      criterionFolds,
      context,
    );
  },
  fact: { type: 'CriterionStated' },
  folds: criterionFolds,
});

/** What was said last of it, in the round that the gate is in. */
function newest<K extends 'papers' | 'statements'>(
  { dossier, phase, state }: GateTarget,
  kind: K,
  isIt: (one: Dossier[K][Slug][number]) => boolean,
): Dossier[K][Slug][number] | undefined {
  return (dossier[kind][phase.id] ?? []).findLast((one) => one.round === state.round && isIt(one));
}

/** Who the plan says; where no criterion is named, anyone who states one here. */
function asksOf({ gate }: GateTarget, named: Slug | undefined): Ask[] {
  const criteria = gate.criteria ?? [];
  const found = criteria.filter(({ id }) => id === named);
  const all = found.length > 0 ? found : criteria;
  const by = (who: Criterion['statedBy']) => all.some(({ statedBy }) => statedBy === who);
  const asks: Ask[] = [
    ...statingBodies(all).map((body): Ask => ({ right: 'state-for-body', body })),
    ...(by('chair') ? [{ right: 'state-as-chair', body: gate.ruledBy } as const] : []),
    ...(by('process-lead') ? [{ right: 'state-criterion' } as const] : []),
  ];
  return asks.length > 0 ? asks : [{ right: 'state-criterion' }];
}

/** One of those that the plan asks here. */
function askedFields(pointer: string, named: Slug, asked: readonly { id: Slug }[], because: Reason): FieldError[] {
  if (asked.length === 0) return [{ pointer: '', code: 'not-offered-here', because }];
  const allowed = asked.map(({ id }) => id);
  return allowed.includes(named) ? [] : [{ pointer, code: 'unknown-option', allowed }];
}
