// What a gate asks beside decisions, as it stands on a day: which papers lie and which criteria are met. A must that is not
// there holds a go; a should is only told. The order of recording does not matter, but between two of one day.
import type { Finding } from '../rule.js';
import type { LaidPaper, Statement } from '../dossier/requirement-record.js';
import { currentRound, phaseState, type Dossier, type Round } from '../dossier/state.js';
import { successorOf } from '../dossier/successors.js';
import type { CriterionState, Day, Slug } from '../vocabulary.js';
import { staters, type Stater, type Weight } from '../workflow/requirements.js';
import type { Gate } from '../workflow/workflow.js';

/** A paper or a criterion of a gate, as it stands on a day. */
export interface Requirement {
  kind: 'paper' | 'criterion';
  id: Slug;
  title: string;
  weight: Weight;
  /** Who is to bring it, or to state it. */
  statedBy: Stater;
  source: string | null;
  /** Of a paper met where it lies, else not met. */
  state: CriterionState;
  /** Since when; null where nothing was said of it. */
  on: Day | null;
  /** Everything that was said of it by that day, the newest last: that one counts. */
  papers: readonly LaidDocument[];
  statements: readonly Statement[];
}

/** A paper as it was laid: by itself, or with the submission, of which the round tells who recorded it. */
export type LaidDocument = Pick<LaidPaper, 'on' | 'title' | 'url' | 'sha256' | 'file' | 'scope'> &
  Pick<Partial<LaidPaper>, 'recorded' | 'sequence'>;

/** In the round that the gate is in, put or not. */
export function requirementsOf(dossier: Dossier, id: Slug, day: Day): Requirement[] {
  const round = currentRound(dossier, id);
  const gate = round?.terms.gate ?? dossier.plan.gates.get(id);
  return gate ? requirementsIn({ dossier, id, gate, day, round, number: phaseState(dossier, id).round }) : [];
}

interface At {
  dossier: Dossier;
  id: Slug;
  gate: Gate;
  day: Day;
  /** Null while it was not put. */
  round: Round | null;
  number: number;
}

export function requirementsIn({ dossier, id, gate, day, round, number }: At): Requirement[] {
  const { papers = [], criteria = [] } = gate;
  if (papers.length + criteria.length === 0) return [];
  const isOfRound = (one: LaidPaper | Statement): boolean => one.round === number && one.on <= day;
  const laid = (dossier.papers[id] ?? []).filter(isOfRound);
  const stated = (dossier.statements[id] ?? []).filter(isOfRound);
  return [
    ...papers.map(({ id: paper, title, weight, source = null }): Requirement => {
      const own = [...submitted(round, paper, day), ...laid.filter((one) => one.paper === paper)].sort(byDay);
      const last = own.at(-1);
      const what = { kind: 'paper', id: paper, title, weight, statedBy: 'process-lead', source } as const;
      return { ...what, state: last ? 'met' : 'not-met', on: last?.on ?? null, papers: own, statements: [] };
    }),
    ...criteria.map(({ id: criterion, text: title, weight, statedBy: by, source = null }): Requirement => {
      const own = stated.filter((one) => one.criterion === criterion).sort(byDay);
      const last = own.at(-1);
      const statedBy = isBody(by) ? successorOf(dossier, by) : by;
      const what = { kind: 'criterion', id: criterion, title, weight, statedBy, source } as const;
      return { ...what, state: last?.state ?? 'unknown', on: last?.on ?? null, papers: [], statements: own };
    }),
  ];
}

/** The newest of each asked paper in the round before the one that is to be put: what is brought again is not typed again. */
export function papersBefore(dossier: Dossier, id: Slug): (LaidDocument & { paper: Slug })[] {
  const { round: number } = phaseState(dossier, id);
  const before = dossier.rounds[id]?.findLast((one) => one.number < number);
  const gate = dossier.plan.gates.get(id);
  if (!before || !gate) return [];
  const at = { dossier, id, gate, day: lastDay, round: before, number: before.number };
  return requirementsIn(at).flatMap(({ id: paper, papers }) => papers.slice(-1).map((last) => ({ ...last, paper })));
}

/** Whatever was laid by any day. */
const lastDay: Day = '9999-12-31';

export const isBody = (stater: Stater): boolean => !staters.includes(stater);

/** What was sent along when it was put stands before all that was laid since. */
const submitted = (round: Round | null, paper: Slug, day: Day): LaidDocument[] =>
  round === null || round.submittedOn > day
    ? []
    : round.documents
        .filter((one) => one.paper === paper)
        .map(({ paper: _, ...one }) => ({ on: round.submittedOn, ...one }));

/** Of one day in the order of recording. */
const byDay = (a: { on: Day; sequence?: number }, b: { on: Day; sequence?: number }): number =>
  a.on.localeCompare(b.on) || (a.sequence ?? 0) - (b.sequence ?? 0);

/** Whether it stands in the way of a go. */
export const holdsBack = ({ weight, state }: Pick<Requirement, 'weight' | 'state'>): boolean =>
  weight === 'must' && state !== 'met';

/** What is not there, as it is told and as it is stored with a conclusion. */
export type Lacking = Pick<Requirement, 'kind' | 'id' | 'title' | 'state'>;

/** Of how many that must be there so many are; which are not, and which that should be. */
export interface RequirementFigures {
  size: number;
  met: number;
  lacking: readonly Lacking[];
  warned: readonly Lacking[];
}

/** A line of the explanation beside the rule, shaped like a rule of its own. No body makes it so. */
export function explainRequirements(all: readonly Requirement[]): Finding<RequirementFigures> {
  const told = (some: readonly Requirement[]): Lacking[] =>
    some.map(({ kind, id, title, state }) => ({ kind, id, title, state }));
  const musts = all.filter(({ weight }) => weight === 'must');
  const lacking = musts.filter(holdsBack);
  const warned = all.filter(({ weight, state }) => weight === 'should' && state !== 'met');
  const isGo = lacking.length === 0;
  return {
    rule: 'requirements',
    outcome: isGo ? 'go' : 'open',
    certain: isGo,
    figures: { size: musts.length, met: musts.length - lacking.length, lacking: told(lacking), warned: told(warned) },
    because: [],
    without: [],
    canChange: [],
    parts: [],
  };
}
