// Folds one stored event into a dossier. Never judges and never runs a rule: what was stored, happened.
import { machineEventTypes, type MachineEvent } from '../workflow/machine.js';
import { followed, type Plan, type CarriedPlans } from '../workflow/plan.js';
import type { Slug } from '../vocabulary.js';
import { amendmentFrom } from './amendment.js';
import { daysAfter, noDays } from './days.js';
import { read } from '../facts/keeping.js';
import { meetingRecordFacts, visitFacts } from '../facts/of-phases.js';
import type { DecisionEvent, DossierEvent, EventOf, PartFacts } from './events.js';
import { answeredCondition, changedDecision, conditionsFrom, decisionFrom } from './evolve-decision.js';
import { changedRound, roundFrom, rulingFrom, settledFrom } from './evolve-gate.js';
import { migrated } from './carry-over.js';
import { recordedFrom } from './recorded.js';
import { plannedOf, runningState, phaseState, freshPhase, type Dossier, type PhaseState, type Round } from './state.js';

/** An event that cannot have happened after those before it: the record is corrupt, or of another version of Sluis. */
export class CannotFollow extends Error {
  constructor(
    readonly sequence: number,
    override readonly cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause));
  }
}

/**
 * The dossier after this event; `before` is null for its first.
 * @throws CannotFollow
 */
export function evolve(plans: CarriedPlans, before: Dossier | null, event: DossierEvent): Dossier {
  try {
    return after(plans, before, event);
  } catch (error) {
    throw new CannotFollow(event.sequence, error);
  }
}

function after(plans: CarriedPlans, before: Dossier | null, event: DossierEvent): Dossier {
  if (event.type === 'DossierStarted') return started(followed(plans, event.facts), event);
  if (!before) throw new Error(`a dossier begins with DossierStarted, not with ${event.type}`);
  const next =
    event.type === 'DossierMigrated'
      ? migrated(before, followed(plans, event.facts), event)
      : record(move(before, event), event);
  const { sequence, hash, recordedAt } = event;
  const days = daysAfter(before.days, event);
  return { ...next, endedOn: endedOn(before, next, event), days, sequence, hash, recordedAt };
}

function started(plan: Plan, event: EventOf<'DossierStarted'>): Dossier {
  return {
    plan,
    id: event.facts.dossier,
    title: event.texts.title ?? null,
    demonstration: event.facts.demonstration ?? false,
    source: event.facts.replayed ? (event.texts.source ?? '') : null,
    startedOn: event.on,
    endedOn: null,
    sequence: event.sequence,
    hash: event.hash,
    recordedAt: event.recordedAt,
    snapshot: plan.machine.initial,
    phases: Object.fromEntries(plan.workflow.phases.map((phase) => [phase.id, freshPhase])),
    rounds: {},
    conditions: {},
    corrected: {},
    amendments: {},
    facts: {},
    migrations: [],
    days: daysAfter(noDays, event),
  };
}

const moving = new Set<string>(machineEventTypes);

type MovingFacts = Partial<{ phase: Slug; gate: Slug; fact: Slug; ruling: string; option: Slug; parts: PartFacts[] }>;

/** The machine's event for a stored one, or null for those that move no region. */
export function machineEvent(event: Pick<DossierEvent, 'type' | 'facts'>): MachineEvent | null {
  if (!moving.has(event.type)) return null;
  const { phase, gate, ruling, fact, option, parts } = event.facts as MovingFacts; // those of the moving types
  const options = parts?.map((part) => part.option) ?? (option === undefined ? [] : [option]);
  return { type: event.type as MachineEvent['type'], phase: phase ?? gate, ruling, fact, options };
}

function move(dossier: Dossier, event: DossierEvent): Dossier {
  const asMachine = machineEvent(event);
  if (!asMachine) return dossier;
  const snapshot = dossier.plan.machine.step(dossier.snapshot, asMachine);
  if (!snapshot)
    throw new Error(`corrupt record: event ${event.sequence} of dossier ${dossier.id}, ${event.type}, cannot follow`);
  return { ...dossier, snapshot };
}

function record(dossier: Dossier, event: Exclude<DossierEvent, EventOf<'DossierMigrated'>>): Dossier {
  const on = event.on;
  switch (event.type) {
    case 'DossierStarted':
    case 'DossierStopped':
      return dossier;
    case 'PhaseStarted':
      return withPhase(dossier, event.facts.phase, { startedOn: on, movedOn: on });
    case 'PhaseCompleted':
      return withPhase(dossier, event.facts.phase, { passedOn: on, movedOn: on });
    case 'PhaseReworked':
      return withPhase(dossier, event.facts.phase, { round: event.facts.round, movedOn: on });
    case 'BodyVisited':
      return visited(dossier, event);
    case 'PhasePlanned':
      return planned(dossier, event);
    case 'MeetingRecorded':
      return met(dossier, event);
    case 'FactRecorded':
      return happened(dossier, event);
    case 'GateSubmitted':
      return submitted(dossier, event);
    case 'DecisionRecorded':
    case 'DecisionCorrected':
    case 'DecisionRevised':
      return decided(dossier, event);
    case 'DecisionConfirmed':
    case 'DecisionDisputed':
    case 'DecisionWithdrawn':
    case 'DecisionReleased':
    case 'ListAdopted':
    case 'PointAnswered':
    case 'RemarkAnswered':
      return withRounds(dossier, event.facts.gate, (round) => changedDecision(round, event));
    case 'ConditionAnswered':
      return answeredCondition(dossier, event);
    case 'ProposalRevised':
    case 'ReceiptRecorded':
    case 'ItemScheduled':
    case 'ElectorateChanged':
      return withRound(dossier, event.facts, (round) => changedRound(round, event));
    case 'GateWithdrawn': {
      const { gate, round } = event.facts;
      const after = withRound(dossier, event.facts, (put) => changedRound(put, event));
      return withPhase(after, gate, { round: round + 1, movedOn: on });
    }
    case 'RuleAmended':
      return amended(dossier, event);
    case 'AmendmentNotified':
      return notified(dossier, event);
    case 'GateRuled':
      return ruled(dossier, event);
    case 'GateSplit':
      return split(dossier, event);
    case 'GateReopened':
      return reopened(dossier, event);
    default:
      throw new Error(`events of the type ${(event satisfies never as DossierEvent).type} are not known`); // of a later version
  }
}

function withPhase(dossier: Dossier, phase: Slug, change: Partial<PhaseState>): Dossier {
  return { ...dossier, phases: { ...dossier.phases, [phase]: { ...phaseState(dossier, phase), ...change } } };
}

function withRounds(dossier: Dossier, gate: Slug, change: (round: Round) => Round): Dossier {
  return { ...dossier, rounds: { ...dossier.rounds, [gate]: (dossier.rounds[gate] ?? []).map(change) } };
}

function withRound(
  dossier: Dossier,
  { gate, round: number }: { gate: Slug; round: number },
  change: (round: Round) => Round,
): Dossier {
  return withRounds(dossier, gate, (round) => (round.number === number ? change(round) : round));
}

function visited(dossier: Dossier, event: EventOf<'BodyVisited'>): Dossier {
  const { phase, skipped } = event.facts;
  const visit = { ...read(visitFacts, event.facts, event.texts), on: event.on, skipped };
  return withPhase(dossier, phase, { visits: [...phaseState(dossier, phase).visits, visit] });
}

function happened(dossier: Dossier, event: EventOf<'FactRecorded'>): Dossier {
  const { fact } = event.facts;
  const known = { on: event.on, source: event.texts.source ?? null, recorded: recordedFrom(event) };
  return { ...dossier, facts: { ...dossier.facts, [fact]: [...(dossier.facts[fact] ?? []), known] } };
}

function planned(dossier: Dossier, { on, facts, texts }: EventOf<'PhasePlanned'>): Dossier {
  const phase = dossier.plan.phases.get(facts.phase);
  if (!phase) throw new Error(`dossier ${dossier.id} has no phase ${facts.phase}`);
  const former = plannedOf(dossier, phase);
  const { from = former.from, until = former.until } = facts;
  const move = { on, reason: texts.reason ?? null, former, planned: { ...former, from, until } };
  return withPhase(dossier, phase.id, { moves: [...phaseState(dossier, phase.id).moves, move] });
}

function met(dossier: Dossier, { facts, texts }: EventOf<'MeetingRecorded'>): Dossier {
  const { phase, meeting: id, expectedOn, corrects } = facts;
  const record = { ...read(meetingRecordFacts, facts, texts), id, expectedOn };
  const corrected = corrects === undefined ? dossier.corrected : { ...dossier.corrected, [corrects]: id };
  const meetings = [...phaseState(dossier, phase).meetings, record];
  return withPhase({ ...dossier, corrected }, phase, { meetings });
}

function decided(dossier: Dossier, event: DecisionEvent): Dossier {
  const { decision } = event.facts;
  const made = conditionsFrom(event).map((condition) => [condition.id, condition] as const);
  const conditions = made.length > 0 ? { ...dossier.conditions, ...Object.fromEntries(made) } : dossier.conditions;
  const corrected =
    event.type === 'DecisionCorrected' ? { ...dossier.corrected, [event.facts.corrects]: decision } : dossier.corrected;
  const after = withRound(dossier, event.facts, (round) => ({
    ...round,
    decisions: [...round.decisions, decisionFrom(event, round)],
  }));
  return { ...after, conditions, corrected };
}

function split(dossier: Dossier, event: EventOf<'GateSplit'>): Dossier {
  const { sequence, on, facts, texts } = event;
  const ended = {
    split: { sequence, on, reason: texts.reason ?? null, parts: facts.parts },
    settled: settledFrom(event),
  };
  const after = withRound(dossier, facts, (round) => ({ ...round, ...ended }));
  return withPhase(after, facts.gate, { movedOn: on, passedOn: on });
}

function submitted(dossier: Dossier, event: EventOf<'GateSubmitted'>): Dossier {
  const { gate: id } = event.facts;
  const gate = dossier.plan.gates.get(id);
  if (!gate) throw new Error(`dossier ${dossier.id} has no gate ${id}`);
  const put = roundFrom(event, { gate, groups: dossier.plan.workflow.groups });
  const rounds = { ...dossier.rounds, [id]: [...(dossier.rounds[id] ?? []), put] };
  return withPhase({ ...dossier, rounds }, id, { movedOn: event.on });
}

function ruled(dossier: Dossier, event: EventOf<'GateRuled'>): Dossier {
  const { gate, ruling } = event.facts;
  const ends = ruling !== 'hold';
  const after = withRound(dossier, event.facts, (round) => ({
    ...round,
    rulings: [...round.rulings, rulingFrom(event)],
    split: ends ? null : round.split,
    settled: ends ? settledFrom(event) : null,
  }));
  const passes = ends && ruling !== 'no-go';
  return withPhase(after, gate, { movedOn: event.on, ...(passes ? { passedOn: event.on } : {}) });
}

function reopened(dossier: Dossier, { on, facts }: EventOf<'GateReopened'>): Dossier {
  const after = withRound(dossier, facts, (round) => ({ ...round, settled: null }));
  return withPhase(after, facts.gate, { passedOn: null, movedOn: on });
}

function amended(dossier: Dossier, event: EventOf<'RuleAmended'>): Dossier {
  const { gate, rule, atOnce } = event.facts;
  const amendment = amendmentFrom(event);
  const ruleTold = amendment.told.rule;
  const amendments = [...(dossier.amendments[gate] ?? []), amendment];
  const after = { ...dossier, amendments: { ...dossier.amendments, [gate]: amendments } };
  return atOnce ? withRound(after, { gate, round: atOnce.round }, (round) => ({ ...round, rule, ruleTold })) : after;
}

function notified({ amendments, ...dossier }: Dossier, { on, facts: { gate } }: EventOf<'AmendmentNotified'>): Dossier {
  const told = (amendments[gate] ?? []).map((one) => ({ ...one, notifiedOn: one.notifiedOn ?? on }));
  return { ...dossier, amendments: { ...amendments, [gate]: told } };
}

function endedOn(before: Dossier, after: Dossier, event: DossierEvent): Dossier['endedOn'] {
  const state = runningState(after);
  if (state === 'running') return null;
  return state === runningState(before) ? before.endedOn : event.on;
}
