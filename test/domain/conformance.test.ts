// The conformance set: cases as data, for whoever builds another engine. Each is played through the commands of the
// domain, and after every step the gate must stand as the case says. Their expectations were not made by this engine.
import { loadRules } from '../../src/app/plan-catalogue.js';
import { decisionsAt } from '../../src/domain/dossier/acts.js';
import { standing, type Standing } from '../../src/domain/stand/at-gate.js';
import { currentRound } from '../../src/domain/dossier/state.js';
import type { Day } from '../../src/domain/vocabulary.js';
import { publish } from '../../src/domain/workflow/plan.js';
import {
  caseFiles,
  casesIn,
  expectedOf,
  gateOf,
  openings,
  taking,
  workflowOf,
  type Case,
  type Give,
  type Latest,
  type Step,
} from '../support/conformance.js';
import { Play } from '../support/play.js';

const rules = await loadRules();

/** How the gate of a step stands as of its day. */
function stood(play: Play, step: Step, today: Day): Standing {
  const gate = gateOf(step);
  const { dossier } = play.reading(today, step.on);
  const round = currentRound(dossier, gate);
  if (!round) throw new Error('the gate of the case is not open');
  return standing(dossier, gate, round, step.on);
}

const latestIn =
  (play: Play, step: Step): Latest =>
  (body) => {
    const decision = decisionsAt(play.dossier, gateOf(step)).findLast((one) => one.body === body);
    if (!decision) throw new Error(`${body} has decided nothing yet`);
    return decision;
  };

it('has at least 492 cases, each with a name of its own', () => {
  const names = caseFiles.flatMap((file) => casesIn(file).map(({ name }) => name));
  expect(names.length).toBeGreaterThanOrEqual(492);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(caseFiles)('%s', (file) => {
  it.each(casesIn(file).map((one): [string, Case] => [one.name, one]))('%s', (_, one) => {
    const play = Play.start(publish(workflowOf(one, 'proef'), '0'.repeat(64), rules), one.submittedOn);
    const give: Give<void> = (...given) => play.give(...given);
    for (const open of openings(one, give)) open();
    let today = one.submittedOn;
    one.steps.forEach((step, i) => {
      today = latestOf(today, step.on);
      for (const command of taking(step, latestIn(play, step), give)) command();
      expect([i, expectedOf(stood(play, step, today))]).toEqual([i, step.expect]);
    });
  });
});

const latestOf = (one: Day, other: Day): Day => (one > other ? one : other);
