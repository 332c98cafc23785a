// Gives one body, or all, more time at an open gate. What was decided stays; what was late and no longer is, is not late.
import { daysAfter, earliest } from '../calendar.js';
import { withRound } from '../dossier/folds.js';
import type { Payload } from '../facts/fact.js';
import { keep, read } from '../facts/keeping.js';
import { extensionFacts } from '../facts/of-gates.js';
import { invalid } from '../refusal.js';
import { dueOn } from '../stand/term.js';
import type { Slug } from '../vocabulary.js';
import { bodyFields } from './at-body.js';
import { defineCommand } from './command.js';
import { follows, happened, notBefore } from './dates.js';
import { gateAt, mustBeOpen, type GateTarget } from './targets.js';

type ExtendTerm = Payload<typeof extensionFacts>;

export const extendTerm = defineCommand<{ gate: Slug }, GateTarget, typeof extensionFacts, 'TermExtended'>({
  says: extensionFacts,
  locate: (dossier, place) => gateAt(dossier, place.gate),
  asks: ({ gate }) => [{ right: 'extend-term', body: gate.ruledBy }],
  fields: (target, { body, on, until }, { today }) => [
    ...(body === undefined ? [] : bodyFields(target, body)),
    ...happened('/on', on, today, target.dossier),
    ...notBefore('/until', until, on),
  ],
  ready: mustBeOpen,
  decide: (target, asked) => {
    const { number: round } = mustBeOpen(target);
    extensionFollows(target, asked);
    const { facts, texts } = keep(extensionFacts, asked);
    return [{ type: 'TermExtended', on: asked.on, facts: { gate: target.phase.id, round, ...facts }, texts }];
  },
  fact: { type: 'TermExtended', follows: extensionFollows },
  folds: {
    TermExtended: (dossier, { on, facts, texts }, _, sequence) => {
      const { body, until, reason, grantedBy } = read(extensionFacts, facts, texts);
      return withRound(dossier, facts, (round) => ({
        ...round,
        extensions: [...round.extensions, { body, on, until, reason, grantedBy, sequence }],
      }));
    },
  },
});

/** It lengthens a term that runs: it starts none, and it shortens none. @throws Refusal validation */
function extensionFollows(target: GateTarget, { body, on, until }: ExtendTerm): void {
  const { round, electorate } = target;
  if (!round) return;
  follows('/on', on, round.submittedOn);
  const first = earliest(...(body === undefined ? electorate : [body]).map((one) => dueOn(round, one, on)));
  const pointer = body === undefined ? '' : '/body';
  if (first === null) throw invalid([{ pointer, code: 'not-allowed-here', because: { code: 'no-term-runs' } }]);
  if (first >= until) throw invalid([{ pointer: '/until', code: 'date-too-early', limit: daysAfter(first, 1) }]);
}
