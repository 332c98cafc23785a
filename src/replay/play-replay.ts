// Plays a replay into a fresh dossier through the one write path, in one transaction: every fact is recorded, or nothing.
import { Injectable } from '@nestjs/common';
import type { Caller } from '../store/caller.js';
import { Dossiers, type CommandBatch } from '../app/dossiers.js';
import type { CommandResult } from '../app/recorder.js';
import { PlanCatalogue } from '../app/plan-catalogue.js';
import type { Asked, CommandName, PlaceOf } from '../domain/commands/commands.js';
import type { DossierEvent } from '../domain/dossier/events.js';
import { newestOf } from '../domain/stand/superseded.js';
import { currentRound, type Decision, type Dossier } from '../domain/dossier/state.js';
import type { Assignment } from '../domain/permissions.js';
import { Refusal } from '../domain/refusal.js';
import { worksAs, type Day, type Role, type WorksAs } from '../domain/vocabulary.js';
import type { Reading } from '../domain/views/viewer.js';
import type { Plan } from '../domain/workflow/plan.js';
import { Directory } from '../store/directory.js';
import { wordRefusal } from '../wording/refusals/problems.js';
import { replay as words } from '../wording/shell/replay.js';
import { faultsAt, ReplayFault, type ReplayFact, type Replay } from './replay-file.js';
import { startFacts } from '../domain/facts/of-phases.js';
import { shapeBody } from '../http/shape.js';

/** What one fact did, and how the dossier stood at the end of it. */
export interface Step {
  line: number;
  on: Day;
  source: string;
  events: readonly DossierEvent[];
  reading: Reading;
}

/** The person that the record of a replay names: nobody real, by a name that says so, without password or role. */
const player = { id: 'naspelen', email: 'naspelen@sluis.invalid', name: words.player, assignments: [] };

/** The callers of a replay: the region, and the bodies themselves. */
type Who = 'region' | 'body';

@Injectable()
export class Player {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly catalogue: PlanCatalogue,
    private readonly directory: Directory,
  ) {}

  /**
   * Plays every fact in order, each on its day.
   * @returns what happened at each step, the first being the start of the dossier
   * @throws ReplayFault at the first fact that is refused; then nothing at all was recorded
   */
  async play(replay: Replay): Promise<Step[]> {
    return this.dossiers.inOneTransaction(async (batch) => {
      await this.directory.enrol([player], batch);
      const plan = this.catalogue.versions(String(replay.start.workflow)).find(isAsked(replay.start.version));
      const callerAs = (who: Who, source: string): Caller => ({
        person: { ...player, assignments: assignmentsOf(who, plan).map((one, i) => ({ id: String(i), ...one })) },
        key: null,
        ifMatch: null,
        replay: { source, invented: replay.invented },
      });
      let last = await started(batch, replay, plan, callerAs('region', replay.source));
      const played = [last];
      for (const fact of replay.facts) {
        last = await step(batch, replay, fact, last, (who) => callerAs(who, fact.source));
        played.push(last);
      }
      return played;
    });
  }
}

const isAsked =
  (version: unknown) =>
  ({ workflow }: Plan): boolean =>
    version === undefined || workflow.version === version;

async function started(batch: CommandBatch, replay: Replay, plan: Plan | undefined, caller: Caller): Promise<Step> {
  if (plan?.workflow.open)
    throw faultsAt([{ pointer: '/workflow', code: 'not-offered-here', said: words.openPlan }], replay.lineOf);
  const asked = shapeBody(startFacts, replay.start);
  const done = await attempt(() => batch.start(caller, asked), replay.lineOf);
  return stepFrom(done, 1, done.reading.dossier.startedOn, replay.source);
}

async function step(
  batch: CommandBatch,
  { invented }: Replay,
  fact: ReplayFact,
  { on: before, reading: { dossier } }: Step,
  as: (who: Who) => Caller,
): Promise<Step> {
  const { on, call, source, lineOf } = fact;
  if (on < before) throw faultsAt([{ pointer: '/on', code: 'date-too-early', said: words.order(before) }], lineOf);
  if (call.dryRun && fact.sent.dryRun === true)
    throw faultsAt([{ pointer: '/dryRun', code: 'not-allowed-here', said: words.noDryRun }], lineOf);
  const place = resolvedPlace(dossier, fact) as PlaceOf<CommandName>; // the path of the call names what its command asks
  const asked = shapeBody(call.says, resolvedFields(dossier, fact)) as Asked<object>;
  const give = (who: Who) => batch.give(call.command, as(who), dossier.id, place, asked);
  // The region records what documents say, with its evidence; what is invented each body records itself.
  const [first, second]: [Who, Who] = invented ? ['body', 'region'] : ['region', 'body'];
  const done = await attempt(
    () =>
      give(first).catch((error: unknown) => {
        if (error instanceof Refusal && error.code.startsWith('not-your-')) return give(second);
        throw error;
      }),
    lineOf,
  );
  return stepFrom(done, lineOf(''), on, source);
}

/** How it stands at the end of a fact is how it stands on its day: nothing later was played yet. */
const stepFrom = ({ events, reading }: CommandResult, line: number, on: Day, source: string): Step => ({
  line,
  on,
  source,
  events,
  reading: { ...reading, moment: { asOf: on, knownAt: null }, day: on },
});

/** @throws ReplayFault for what is refused */
async function attempt<T>(run: () => Promise<T>, lineOf: (pointer: string) => number): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.errors.length > 0) throw faultsAt(error.errors, lineOf);
    throw new ReplayFault([{ line: lineOf(''), code: error.code, detail: wordRefusal(error) }]);
  }
}

const roles: Partial<Record<WorksAs, Role>> = {
  college: 'secretary',
  council: 'clerk',
  provider: 'secretary',
  minister: 'secretary',
  board: 'secretary',
};

/** The roles in which a replay records. Without a plan they suffice to be told that there is none. */
function assignmentsOf(who: Who, plan: Plan | undefined): Assignment[] {
  const always = { from: '1900-01-01', until: null };
  const bodies = plan ? [...plan.bodies.values()] : [];
  if (who === 'body')
    return bodies.flatMap(({ id, kind }) => {
      const role = roles[worksAs(kind)];
      return role ? [{ ...always, role, body: id }] : [];
    });
  const ruling = plan ? [...plan.rulingBodies] : [`${player.id}/${player.id}`];
  return ruling.flatMap((body) => [
    { ...always, role: 'process-lead', body },
    { ...always, role: 'chair', body },
  ]);
}

/** What the address names; a decision by its body, a condition by its body and which of them it is. */
function resolvedPlace(dossier: Dossier, { place }: ReplayFact): Record<string, string> {
  const { gate = '', decision, condition } = place;
  return {
    ...place,
    ...(decision === undefined ? {} : { decision: decisionOf(dossier, gate, decision)?.id ?? unknown }),
    ...(condition === undefined ? {} : { condition: conditionOf(dossier, gate, condition) ?? unknown }),
  };
}

/** An id that nothing has. */
const unknown = 'onbekend';

/** Fields that hold the id of a decision: a file names its body instead. */
const decisionFields = ['decision', 'corrects', 'revises'];

function resolvedFields(dossier: Dossier, { sent, place: { gate = '' } }: ReplayFact): Record<string, unknown> {
  const named = decisionFields.flatMap((field) => {
    const body = sent[field];
    if (typeof body !== 'string' || !body.includes('/')) return [];
    return [[field, decisionOf(dossier, gate, body)?.id ?? unknown]];
  });
  return { ...sent, ...(Object.fromEntries(named) as Record<string, unknown>) };
}

function decisionOf(dossier: Dossier, gate: string, body: string): Decision | undefined {
  const round = dossier.plan.gates.has(gate) ? currentRound(dossier, gate) : null;
  return round ? newestOf(dossier, gate, round.number, body) : undefined;
}

/** `assen/college` is the first condition of its decision, `assen/college 2` the second. */
function conditionOf(dossier: Dossier, gate: string, named: string): string | undefined {
  const [body = '', which = '1'] = named.split(' ');
  return decisionOf(dossier, gate, body)?.conditions[Number(which) - 1];
}
