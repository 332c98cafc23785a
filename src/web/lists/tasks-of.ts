// The tasks of a person over all dossiers: to do, waiting for others, done.
import { actOf, decisionsIn } from '../../domain/dossier/acts.js';
import type { Decision, Dossier } from '../../domain/dossier/state.js';
import { isValid } from '../../domain/permissions.js';
import { isAct } from '../../domain/stand/course.js';
import type { Day, Role, Slug } from '../../domain/vocabulary.js';
import { erased } from '../../domain/facts/shown.js';
import { canSee } from '../../domain/views/visibility.js';
import type { Reading } from '../../domain/views/viewer.js';
import type { KnownPerson } from '../../domain/people.js';
import type { Wording } from '../../wording/wording.js';
import type { AddedStep } from '../../http/places.js';
import { signOfRuling, signOfSaid } from '../../http/page/sign.js';
import { askedIn, saidStand } from '../../domain/views/stand-view.js';
import { addressesOf } from '../pages/addresses.js';
import { partiesOf } from './overview-list.js';
import type { OwnTask, Task } from '../pages/lists/tasks.js';
import type { Awaited } from '../pages/lists/waiting.js';
import { filtersOf } from './task-filters.js';
import { stepsOf } from '../dossier/steps.js';
import { chairless } from '../../domain/views/chairless.js';
import { titleOf } from '../../domain/workflow/plan.js';

const doneMax = 20;
const followingRoles = new Set<Role>(['process-lead', 'chair', 'deputy-chair', 'chair-secretary']);
const recordingRoles = new Set(['process-lead', 'secretary', 'clerk', 'chair', 'deputy-chair']);

/** Whether it is for this person to see that others do theirs. */
export const follows = (person: KnownPerson, today: Day): boolean =>
  person.assignments.some((a) => followingRoles.has(a.role) && isValid(a, today));

interface Tasks {
  records: boolean;
  looks: boolean;
  todo: OwnTask[];
  waiting: Awaited[];
  done: Task[];
}

/**
 * @param inTurn the dossiers in which it may be their turn, or that of those whom they follow
 * @param added what capabilities ask of them
 * @param seen the dossiers in which they may have recorded something
 */
export function tasksOf(
  person: KnownPerson,
  { inTurn, added, seen }: { inTurn: readonly Reading[]; added: readonly AddedStep[]; seen: readonly Reading[] },
  today: Day,
  wording: Wording,
): Tasks {
  const parties = partiesOf(person, today);
  const steps = inTurn
    // What was played back asks nothing of anyone.
    .filter(({ dossier }) => dossier.source === null)
    .flatMap((reading) => {
      const { dossier, moment } = reading;
      const at = addressesOf(dossier.id, moment);
      const onlooker = { wording, reading, dossier, person, today, at, added, chairless: chairless(reading) };
      return stepsOf(onlooker).map((step) => {
        const { label, verb, waits, about, href, day, sign, of } = step;
        const traject = dossier.title ?? erased;
        const under = filtersOf({ ...step, region: dossier.plan.region }, today, parties);
        return { label, verb, waits, dossier: `${about} · ${traject}`, href, day, sign, of, traject, under };
      });
    })
    .sort((a, b) => (a.day ?? '9999').localeCompare(b.day ?? '9999'));
  return {
    records: person.assignments.some((a) => recordingRoles.has(a.role) && isValid(a, today)),
    looks: seen.length > 0,
    todo: steps.filter(({ waits }) => waits === null),
    waiting: steps.filter((step): step is typeof step & Awaited => step.waits !== null),
    done: seen
      .flatMap((reading) => doneIn(reading, person, wording))
      .sort(byDay)
      .slice(0, doneMax),
  };
}

const byDay = (a: Task, b: Task): number => (b.day ?? '').localeCompare(a.day ?? '');

/** Whether it is how its act reads, or waits for that: what was corrected since is done with. */
function holds(dossier: Dossier, gate: Slug, { id }: Decision): boolean {
  const act = actOf(dossier, gate, id);
  return act?.holds === id || act?.proposed === id;
}

/** What this person recorded in a dossier: decisions and conclusions. */
function doneIn(reading: Reading, person: KnownPerson, { saidWord, capital, speech, flagWords }: Wording): Task[] {
  const { dossier, moment } = reading;
  const at = addressesOf(dossier.id, moment);
  const title = dossier.title ?? erased;
  return Object.entries(dossier.rounds).flatMap(([gate, rounds]) => {
    const phase = dossier.plan.phases.get(gate)?.title ?? gate;
    return rounds.flatMap((round) => [
      ...decisionsIn(dossier, gate, round.number)
        .filter((one) => one.recorded.by.id === person.id && canSee(reading, one) && holds(dossier, gate, one))
        .map((decision): Task => {
          const { id, body, decidedOn: day } = decision;
          const task = { dossier: title, verb: null, href: at.decision(gate, id), day };
          const labelled = (word: string) => `${titleOf(dossier.plan, body)}: ${word} (${phase})`;
          if (!isAct(decision))
            return { ...task, label: labelled(flagWords['no-decision'] ?? ''), sign: 'none', of: null };
          const word = saidWord({ ...decision, asks: askedIn(dossier, round) });
          return { ...task, label: labelled(word), sign: signOfSaid(decision), of: { body, ...saidStand(decision) } };
        }),
      ...round.rulings
        .filter(({ recorded }) => recorded.by.id === person.id)
        .map(({ ruling, ruledOn }): Task => {
          const label = `${capital(speech[askedIn(dossier, round)].rulings[ruling])} (${phase})`;
          return {
            label,
            verb: null,
            dossier: title,
            href: at.gate(gate),
            day: ruledOn,
            sign: signOfRuling(ruling, askedIn(dossier, round)),
            of: null,
          };
        }),
    ]);
  });
}
