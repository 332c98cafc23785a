// The body itself says whether what the region recorded for it is right.
import { withWord } from '../dossier/acts.js';
import type { EventContent, EventType } from '../dossier/events.js';
import type { Folds } from '../dossier/folds.js';
import { refused, type FieldError } from '../refusal.js';
import { keep } from '../facts/keeping.js';
import { confirmationFacts } from '../facts/of-decisions.js';
import type { Id, Slug } from '../vocabulary.js';
import { defineCommand } from './command.js';
import { happened } from './dates.js';
import { withReopening } from './late-change.js';
import { decisionAt, followsDecision, mustBeNewest, type DecisionTarget } from './targets.js';

type Own = 'DecisionConfirmed' | 'DecisionDisputed';

const folds: Folds<Own> = {
  DecisionConfirmed: (dossier, event) => withWord(dossier, event.facts, wordOf(event)),
  DecisionDisputed: (dossier, event) => withWord(dossier, event.facts, wordOf(event)),
};

const wordOf = ({ type, on, texts }: EventContent<Own>) => ({
  confirmed: type === 'DecisionConfirmed',
  on,
  reason: texts.reason ?? null,
});

export const confirmDecision = defineCommand<
  { gate: Slug; decision: Id },
  DecisionTarget,
  typeof confirmationFacts,
  Own
>({
  says: confirmationFacts,
  locate: decisionAt,
  asks: ({ decision }) => [{ right: 'confirm-decision', body: decision.body }],
  fields: ({ dossier }, { on, confirmed, reason }, { today, former }) => [
    ...happened('/on', on, today, dossier),
    // Who said the other thing never said this: then it says that.
    ...(former && isConfirmed(former.readings[0]) !== confirmed
      ? [{ pointer: '/confirmed', code: 'not-allowed-here', because: { code: 'other-word' } } satisfies FieldError]
      : []),
    ...(confirmed || reason !== undefined
      ? []
      : [{ pointer: '/reason', code: 'reason-required' } satisfies FieldError]),
  ],
  ready: (target) => {
    mustBeNewest(target);
    const { decision } = target;
    if (decision.confirmation !== 'unconfirmed') throw refused('not-in-this-state', { state: decision.confirmation });
  },
  decide: (target, asked, context) => {
    const { on } = asked;
    const { phase, decision } = target;
    followsDecision(target, asked, context);
    const { facts, texts } = keep(confirmationFacts, asked);
    const fact = { on, facts: { gate: phase.id, decision: decision.id, ...facts }, texts };
    const type = asked.confirmed ? 'DecisionConfirmed' : 'DecisionDisputed';
    return withReopening(target, [{ type, ...fact }], folds, context);
  },
  fact: {
    type: 'DecisionConfirmed',
    beside: 'DecisionDisputed',
    asked: (event) => ({ confirmed: isConfirmed(event) }),
    follows: followsDecision,
  },
  folds,
});

const isConfirmed = (event: Pick<EventContent<EventType>, 'type'> | undefined): boolean =>
  event?.type === 'DecisionConfirmed';
