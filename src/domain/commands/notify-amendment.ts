// Records that all bodies were told of a rule that was amended, where that was not said with the amendment itself.
import { keep } from '../facts/keeping.js';
import { dayFacts } from '../facts/of-phases.js';
import type { Day, Slug } from '../vocabulary.js';
import { defineCommand } from './command.js';
import { follows, happened } from './dates.js';
import { gateAt, mustRun, type GateTarget } from './targets.js';

export const notifyAmendment = defineCommand<{ gate: Slug }, GateTarget, typeof dayFacts, 'AmendmentNotified'>({
  says: dayFacts,
  locate: (dossier, place) => gateAt(dossier, place.gate),
  asks: ({ gate }) => [{ right: 'notify-amendment', body: gate.ruledBy }],
  fields: (target, { on }, { today }) => [
    ...happened('/on', on, today, target.dossier),
    ...(untold(target) === undefined
      ? [
          {
            pointer: '',
            code: 'not-allowed-here',
            because: { code: 'nothing-to-tell' },
          } as const,
        ]
      : []),
  ],
  ready: ({ dossier }) => mustRun(dossier),
  decide: (target, asked) => {
    noticeFollows(target, asked);
    const { facts, texts } = keep(dayFacts, asked);
    return [{ type: 'AmendmentNotified', on: asked.on, facts: { gate: target.phase.id, ...facts }, texts }];
  },
  fact: { type: 'AmendmentNotified', follows: noticeFollows },
  folds: {
    AmendmentNotified: (dossier, { on, facts: { gate } }) => {
      const told = (dossier.amendments[gate] ?? []).map((one) => ({ ...one, notifiedOn: one.notifiedOn ?? on }));
      return { ...dossier, amendments: { ...dossier.amendments, [gate]: told } };
    },
  },
});

/** The newest amendment of which not all bodies were told. */
const untold = ({ dossier, phase }: GateTarget) =>
  (dossier.amendments[phase.id] ?? []).findLast(({ notifiedOn }) => notifiedOn === null);

function noticeFollows(target: GateTarget, { on }: { on: Day }): void {
  follows('/on', on, untold(target)?.on);
}
