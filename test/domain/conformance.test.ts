// The conformance set: cases as data, for whoever builds another engine. Each is played through the commands of the
// domain, and after every step the gate must stand as the case says. Their expectations were not made by this engine.
import { loadRules } from '../../src/app/shelf.js';
import { standing } from '../../src/domain/dossier/standing.js';
import { countingDecision, currentRound, type Round } from '../../src/domain/dossier/state.js';
import { publish } from '../../src/domain/workflow/plan.js';
import {
  asked,
  caseFiles,
  casesIn,
  expectedOf,
  openings,
  take,
  workflowOf,
  type Case,
  type Give,
  type Latest,
} from '../support/conformance.js';
import { Play } from '../support/play.js';

const rules = await loadRules();

function roundOf(play: Play): Round {
  const round = currentRound(play.dossier, asked);
  if (!round) throw new Error('the gate of the case is not open');
  return round;
}

const latestIn =
  (play: Play): Latest =>
  (body) => {
    const decision = countingDecision(play.dossier, roundOf(play), body);
    if (!decision) throw new Error(`${body} has decided nothing yet`);
    return decision;
  };

it('has at least 150 cases, each with a name of its own', () => {
  const names = caseFiles.flatMap((file) => casesIn(file).map(({ name }) => name));
  expect(names.length).toBeGreaterThanOrEqual(150);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(caseFiles)('%s', (file) => {
  it.each(casesIn(file).map((one): [string, Case] => [one.name, one]))('%s', (_, one) => {
    const play = Play.start(publish(workflowOf(one, 'proef'), '0'.repeat(64), rules), one.submittedOn);
    const give: Give<void> = (...given) => play.give(...given);
    for (const open of openings(one, give)) open();
    one.steps.forEach((step, i) => {
      take(step, latestIn(play), give);
      const stand = standing(play.dossier, asked, roundOf(play), step.on);
      expect([i, expectedOf(stand)]).toEqual([i, step.expect]);
    });
  });
});
