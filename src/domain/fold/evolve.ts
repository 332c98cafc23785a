// Folds one stored event into a dossier: the machine's step here, and what is kept of it by the fold of its command.
// Never judges and never runs a rule: what was stored, happened.
import { commands, type CommandName } from '../commands/commands.js';
import { migrated } from '../dossier/carry-over.js';
import { daysAfter, noDays } from '../dossier/days.js';
import type { DossierEvent, EventOf, EventType } from '../dossier/events.js';
import { folded, type Folds } from '../dossier/folds.js';
import { reopeningFolds } from '../dossier/reopening.js';
import { machineEvent } from '../dossier/machine-event.js';
import { runningState, type Dossier, type Recorded } from '../dossier/state.js';
import { freshPhase } from '../dossier/phase-record.js';
import { planFollowed, type CarriedPlans, type Plan } from '../workflow/plan.js';

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
 * @param first where and when it was recorded: of a correction, what it corrects
 * @throws CannotFollow
 */
export function evolve(
  plans: CarriedPlans,
  before: Dossier | null,
  event: DossierEvent,
  first: First = event,
): Dossier {
  try {
    return after(plans, before, event, first);
  } catch (error) {
    throw new CannotFollow(first.sequence, error);
  }
}

type First = Pick<DossierEvent, 'sequence' | 'recordedAt'>;

function after(plans: CarriedPlans, before: Dossier | null, event: DossierEvent, first: First): Dossier {
  if (event.type === 'DossierStarted') return started(planFollowed(plans, event.facts), event);
  if (!before) throw new Error(`a dossier begins with DossierStarted, not with ${event.type}`);
  const recorded = recordedFrom(event);
  const next =
    event.type === 'DossierMigrated'
      ? migrated(before, planFollowed(plans, event.facts), event, { recorded, place: first.sequence })
      : record(move(before, event), event, recorded, first);
  const { hash, recordedAt } = recorded;
  const days = daysAfter(before.days, event);
  return { ...next, endedOn: endedOn(before, next, event), days, sequence: first.sequence, hash, recordedAt };
}

/** Where a fact stands in the record. */
export const recordedFrom = ({ sequence, recordedAt, recordedBy, hash, facts }: DossierEvent): Recorded => ({
  sequence,
  recordedAt,
  by: {
    id: recordedBy,
    role: facts.by.role,
    body: facts.by.body ?? null,
    ...(facts.by.link && { link: facts.by.link }),
  },
  hash,
});

function started(plan: Plan, event: EventOf<'DossierStarted'>): Dossier {
  return {
    plan,
    id: event.facts.dossier,
    title: event.texts.title ?? null,
    never: event.facts.correction?.never ?? false,
    demonstration: event.facts.demonstration ?? false,
    source: event.facts.replayed ? (event.texts.source ?? '') : null,
    startedOn: event.on,
    endedOn: null,
    sequence: 1,
    hash: event.hash,
    recordedAt: event.recordedAt,
    snapshot: plan.machine.initial,
    phases: Object.fromEntries(plan.workflow.phases.map((phase) => [phase.id, freshPhase])),
    rounds: {},
    acts: {},
    takenBack: {},
    conditions: {},
    papers: {},
    statements: {},
    corrected: {},
    amendments: {},
    facts: {},
    migrations: [],
    newcomers: [],
    mergers: [],
    mandates: [],
    days: daysAfter(noDays, event),
  };
}

function move(dossier: Dossier, event: DossierEvent): Dossier {
  const asMachine = machineEvent(event);
  if (!asMachine) return dossier;
  const snapshot = dossier.plan.machine.step(dossier.snapshot, asMachine);
  if (!snapshot)
    throw new Error(`corrupt record: event ${event.sequence} of dossier ${dossier.id}, ${event.type}, cannot follow`);
  return { ...dossier, snapshot };
}

/** Each command folds its own; what is left is folded here. */
const folds: Folds<FoldedByCommand | 'GateReopened'> = { ...foldsOfCommands(), ...reopeningFolds };

type FoldedByCommand = { [N in CommandName]: keyof (typeof commands)[N]['folds'] }[CommandName];

function foldsOfCommands(): Folds<FoldedByCommand> {
  return Object.assign({}, ...Object.values(commands).map((kind) => kind.folds)) as Folds<FoldedByCommand>; // each has its own
}

function record(dossier: Dossier, event: Recordable, recorded: Recorded, first: First): Dossier {
  if (Object.hasOwn(folds, event.type)) return folded(folds, dossier, event, recorded, first);
  throw new Error(`events of the type ${event.type} are not known`); // of a later version
}

type Recordable = EventOf<Exclude<EventType, 'DossierStarted' | 'DossierMigrated'>>;

function endedOn(before: Dossier, after: Dossier, event: DossierEvent): Dossier['endedOn'] {
  const state = runningState(after);
  if (state === 'running') return null;
  return state === runningState(before) ? before.endedOn : event.on;
}
