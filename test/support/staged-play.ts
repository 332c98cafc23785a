// Moves in an invented region of three, in the domain alone: what a command decides, and what a refusal says.
import { loadPlans, planText } from '../../src/app/plan-catalogue.js';
import { window } from '../../src/domain/calendar.js';
import type { CommandName, PayloadOf, PlaceOf } from '../../src/domain/commands/commands.js';
import type { RecordDecision } from '../../src/domain/facts/of-decisions.js';
import type { DossierEvent, NewEvent } from '../../src/domain/dossier/events.js';
import type { FieldError, Refusal } from '../../src/domain/refusal.js';
import { threshold } from '../../src/domain/rules/threshold.js';
import { reasonWords } from '../../src/wording/refusals/reasons.js';
import { notGoSentence } from '../../src/wording/gates/sentence.js';
import { sha256 } from '../../src/store/seal.js';
import { decisionsIn } from '../../src/domain/dossier/acts.js';
import { standing, type Standing } from '../../src/domain/stand/at-gate.js';
import type { GateOnDay } from '../../src/domain/stand/course.js';
import { currentRound, type Decision, type Dossier, type Round } from '../../src/domain/dossier/state.js';
import {
  decisionKinds,
  type BodyId,
  type Day,
  type DecisionKind,
  type Id,
  type Role,
  type Slug,
} from '../../src/domain/vocabulary.js';
import type { Reading } from '../../src/domain/views/viewer.js';
import type { NamedParties } from '../../src/domain/workflow/open-parties.js';
import { publish, type Plan } from '../../src/domain/workflow/plan.js';
import {
  defineWorkflow,
  gate,
  phase,
  type GatePlan,
  type PhasePlan,
  type WorkflowPlan,
} from '../../src/domain/workflow/define.js';
import { Play } from './play.js';
import { rules } from './stands.js';
import { testWorkflows } from './workflows.js';

export interface Who {
  role: Role;
  body: BodyId;
}

export const ruledBy = 'raadsregio/overleg';
export const lead: Who = { role: 'process-lead', body: ruledBy };
export const chair: Who = { role: 'chair', body: ruledBy };
export const own = (body: BodyId): Who => ({ role: body.endsWith('/raad') ? 'clerk' : 'secretary', body });

export const places = ['oost', 'west', 'eiland'];
export const colleges = places.map((place) => `${place}/college`);
export const councils = places.map((place) => `${place}/raad`);
export const evidence = [{ title: 'Besluitenlijst', url: 'https://example.org/lijst' }];

/** Every command is given on this day, unless another is said. */
export const today = '2024-12-01';
/** The dossier starts here, and everything that says no other day happens here. */
export const begin = '2024-02-01';

const catalogue = await loadPlans(testWorkflows);
/** The invented council track: a draft, views, consent, the making, signing; a poll, a vision and an agenda. */
export const councilTrack = catalogue.get('raadstraject', 1, '');

/** A phase whose gate asks the colleges for any kind of decision; two that agree are enough. */
export const asking = (more: Partial<GatePlan> = {}): PhasePlan =>
  phase('Fase', window('2024'), {
    source: 'test',
    gate: gate('Moment', {
      verb: 'instemmen',
      electorate: 'colleges',
      ruledBy,
      rule: threshold(2, 'colleges'),
      kinds: [...decisionKinds],
      ...more,
    }),
  });

/** A plan of other phases, in the region of the council track. */
export function planOf(phases: Record<Slug, PhasePlan>, more: Partial<WorkflowPlan> = {}): Plan {
  const { parties, source } = councilTrack.workflow;
  const workflow = defineWorkflow({ id: 'proef', version: 1, title: 'Proef', source, parties, phases, ...more });
  return publish(workflow, sha256(planText(workflow)), rules);
}

/** A dossier in which things are done as the tests of commands do them. */
export class Staged {
  private readonly play: Play;

  /**
   * @param others to which it can migrate
   * @param named its parties, where the plan leaves them open
   */
  constructor(plan: Plan = councilTrack, startedOn: Day = begin, others: Plan[] = [], named?: NamedParties) {
    this.play = Play.startOver(named, plan, startedOn, ...others);
  }

  get dossier(): Dossier {
    return this.play.dossier;
  }

  get events(): readonly DossierEvent[] {
    return this.play.events;
  }

  /** The dossier as it is read on a day, or as it stood on one. */
  reading(day: Day, asOf: Day | null = null): Reading {
    return this.play.reading(day, asOf);
  }

  /** @returns what was decided */
  give<N extends CommandName>(name: N, place: PlaceOf<N>, payload: PayloadOf<N>, as = lead, on = today): NewEvent[] {
    return this.play.give(name, place, payload, as, on);
  }

  /**
   * What refuses this command: the faults of its fields, or a code beside its facts and the words of its sentence; null
   * when nothing does. The command is not given.
   */
  refused<N extends CommandName>(name: N, place: PlaceOf<N>, payload: PayloadOf<N>, as = lead, on = today): unknown {
    const refusal = this.play.refusal(name, place, payload, as, on);
    return refusal && inWords(refusal);
  }

  start(phase: Slug, on = begin): NewEvent[] {
    return this.give('start-phase', { phase }, { on });
  }

  put(gate: Slug, on = begin, more: Partial<PayloadOf<'submit-gate'>> = {}): this {
    this.start(gate, on);
    this.give('submit-gate', { gate }, { on, ...more });
    return this;
  }

  /** What this body decides, recorded by itself. @returns the id of the decision */
  decide(
    gate: Slug,
    body: BodyId,
    decision: DecisionKind,
    decidedOn = begin,
    more: Partial<RecordDecision> = {},
    as: Who = own(body),
  ): Id {
    this.give('record-decision', { gate }, { body, decision, decidedOn, ...more }, as);
    const id = this.decisions(gate).at(-1)?.id;
    if (id === undefined) throw new Error(`no decision was recorded at ${gate}`);
    return id;
  }

  all(gate: Slug, bodies: readonly BodyId[], decision: DecisionKind = 'agree', on = begin): this {
    for (const body of bodies) this.decide(gate, body, decision, on);
    return this;
  }

  rule(
    gate: Slug,
    ruling: PayloadOf<'rule-gate'>['ruling'],
    ruledOn = begin,
    more: Partial<PayloadOf<'rule-gate'>> = {},
  ): NewEvent[] {
    const reason = ruling === 'go' ? {} : { reason: 'zo besloten in het overleg' };
    return this.give('rule-gate', { gate }, { ruling, ruledOn, ...reason, ...more }, chair);
  }

  /** A phase from its start to a go, with every body for. */
  pass(gate: Slug, bodies: readonly BodyId[], decision: DecisionKind = 'agree', on = begin): this {
    this.put(gate, on).all(gate, bodies, decision, on).rule(gate, 'go', on);
    return this;
  }

  round(gate: Slug): Round {
    const round = currentRound(this.dossier, gate);
    if (!round) throw new Error(`the gate ${gate} was not put`);
    return round;
  }

  /** The gate in the round that it is in, looked at on a day. */
  at(id: Slug, day = today): GateOnDay {
    const round = this.round(id);
    return { dossier: this.dossier, id, gate: round.terms.gate, round, day };
  }

  /** What was recorded in the round that it is in, former readings too. */
  decisions(gate: Slug): Decision[] {
    return decisionsIn(this.dossier, gate, this.round(gate).number);
  }

  standing(gate: Slug, day = today): Standing {
    return standing(this.dossier, gate, this.round(gate), day);
  }

  /** What the gate comes to. */
  outcome(gate: Slug, day = today): string {
    return this.standing(gate, day).outcome;
  }
}

/** The faults of its fields, or its code beside its facts and the words of its sentence. */
export function inWords({ code, errors, facts, told }: Refusal): unknown {
  if (code === 'validation') return errors.map(worded);
  const notGo = told['outcome-not-go'];
  const more = notGo ? { sentence: notGoSentence(notGo) } : Object.values(told)[0];
  return { code, ...facts, ...more, ...(errors.length > 0 ? { errors } : {}) };
}

/** What is wrong with a field, with its reason in words. */
export const worded = ({ because, ...error }: FieldError): object =>
  because ? { ...error, because: reasonWords(because) } : error;
