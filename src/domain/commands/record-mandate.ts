// A mandate that a body gave is a dated fact of that body: recorded by its secretary or clerk, or by the region until the
// body says that it is so; ended before its time; and confirmed. Nothing is judged by it but the flags of decisions.
import { earliest, latest } from '../calendar.js';
import { isSame } from '../facts/correcting.js';
import type { Kept } from '../facts/fact.js';
import type { MandateRecord } from '../dossier/decided.js';
import { lastDayOf, mandateOf, withMandate } from '../dossier/mandates.js';
import type { Dossier } from '../dossier/state.js';
import { isOwnWord } from '../dossier/successors.js';
import { keep, read } from '../facts/keeping.js';
import { mandateEndFacts, mandateFacts, mandateWordFacts } from '../facts/of-mandates.js';
import type { Acting } from '../permissions.js';
import { invalid, Refusal, refused, type FieldError } from '../refusal.js';
import type { Day, Id } from '../vocabulary.js';
import { defineCommand, type Context } from './command.js';
import { happened, notBefore } from './dates.js';
import { mustBeNew } from './once.js';
import { knownBody, mustNotBeStopped } from './targets.js';

export const recordMandate = defineCommand<object, Dossier, typeof mandateFacts, 'MandateRecorded'>({
  says: mandateFacts,
  locate: (dossier) => dossier,
  asks: (dossier, { body }) => [{ right: 'record-mandate', body: knownBody(dossier, body) }],
  fields: (dossier, { body, gates = [], from, until }) => [
    ...(knownBody(dossier, body) === undefined
      ? [{ pointer: '/body', code: 'unknown-body', allowed: [...dossier.plan.bodies.keys()] } satisfies FieldError]
      : []),
    ...gates.flatMap((gate, i): FieldError[] =>
      dossier.plan.gates.has(gate)
        ? []
        : [{ pointer: `/gates/${i}`, code: 'unknown-option', allowed: [...dossier.plan.gates.keys()] }],
    ),
    ...notBefore('/until', until, from),
  ],
  ready: mustNotBeStopped,
  decide: (dossier, asked, context) => {
    const { today, newId, former } = context;
    const { facts, texts } = keep(mandateFacts, asked.gates?.length === 0 ? { ...asked, gates: undefined } : asked);
    const corrected = former?.readings[0];
    const mandate = corrected?.type === 'MandateRecorded' ? corrected.facts.mandate : newId();
    mustBeNew(sameMandate(dossier, read(mandateFacts, facts, texts), mandate));
    const on = dayWithin(dossier, asked.from, today);
    return [{ type: 'MandateRecorded', on, facts: { mandate, ...facts }, texts }];
  },
  fact: { type: 'MandateRecorded', mayBeSaidBy },
  folds: {
    MandateRecorded: (dossier, { facts, texts }, recorded) => {
      const mandate: MandateRecord = {
        ...read(mandateFacts, facts, texts),
        id: facts.mandate,
        confirmation: isOwnWord(dossier, facts.body, recorded.by.body) ? 'by-body' : 'unconfirmed',
        confirmationReason: null,
        ended: null,
        word: null,
        recorded,
      };
      return { ...dossier, mandates: [...dossier.mandates, mandate] };
    },
  },
});

export const endMandate = defineCommand<object, Dossier, typeof mandateEndFacts, 'MandateEnded'>({
  says: mandateEndFacts,
  locate: (dossier) => dossier,
  asks: (dossier, { mandate }) => [{ right: 'record-mandate', body: bodyOf(dossier, mandate) }],
  fields: (dossier, { mandate, until }) => {
    const found = mandateOf(dossier, mandate);
    if (!found) return unknownMandate(dossier);
    const last = found.until;
    const longer: FieldError = {
      pointer: '/until',
      code: 'not-allowed-here',
      because: { code: 'mandate-ends', on: last ?? '' },
    };
    return [...notBefore('/until', until, found.from), ...(last !== null && until > last ? [longer] : [])];
  },
  ready: mustNotBeStopped,
  decide: (dossier, asked, context) => {
    const found = mustBeThere(dossier, asked);
    mayChange(found, dossier, context);
    mustBeNew(found.ended);
    const { body } = found;
    const { facts, texts } = keep(mandateEndFacts, asked);
    return [
      { type: 'MandateEnded', on: dayWithin(dossier, asked.until, context.today), facts: { body, ...facts }, texts },
    ];
  },
  fact: { type: 'MandateEnded', mayBeSaidBy },
  folds: {
    MandateEnded: (dossier, { facts, texts }, recorded) =>
      withMandate(dossier, facts.mandate, (one) => ({
        ...one,
        ended: { until: facts.until, reason: texts.reason ?? null, recorded },
      })),
  },
});

export const confirmMandate = defineCommand<object, Dossier, typeof mandateWordFacts, 'MandateConfirmed'>({
  says: mandateWordFacts,
  locate: (dossier) => dossier,
  asks: (dossier, { mandate }) => [{ right: 'confirm-decision', body: bodyOf(dossier, mandate) }],
  fields: (dossier, { mandate, on, confirmed, reason }, { today }) => [
    ...(mandateOf(dossier, mandate) ? [] : unknownMandate(dossier)),
    ...happened('/on', on, today, dossier),
    ...(confirmed || reason !== undefined
      ? []
      : [{ pointer: '/reason', code: 'reason-required' } satisfies FieldError]),
  ],
  ready: mustNotBeStopped,
  decide: (dossier, asked) => {
    const { body, confirmation, word } = mustBeThere(dossier, asked);
    if (confirmation === 'by-body') throw refused('not-in-this-state', { state: confirmation });
    mustBeNew(word && { recorded: word });
    const { facts, texts } = keep(mandateWordFacts, asked);
    return [{ type: 'MandateConfirmed', on: asked.on, facts: { body, ...facts }, texts }];
  },
  fact: { type: 'MandateConfirmed' },
  folds: {
    MandateConfirmed: (dossier, { facts, texts }, recorded) =>
      withMandate(dossier, facts.mandate, (one) =>
        // What was said anew since is another reading, on which the body has not spoken.
        one.confirmation === 'by-body' || one.recorded.sequence > recorded.sequence
          ? one
          : {
              ...one,
              confirmation: facts.confirmed ? 'confirmed' : 'disputed',
              confirmationReason: texts.reason ?? null,
              word: recorded,
            },
      ),
  },
});

/** A mandate may be older than the dossier, or begin or end later: the record is of a day between. */
const dayWithin = ({ startedOn }: Dossier, day: Day, today: Day): Day =>
  earliest(latest(day, startedOn), today) ?? today;

/** What the body said or confirmed, the region does not say otherwise. @throws Refusal not-your-body */
function mayChange(mandate: MandateRecord | undefined, dossier: Dossier, { by }: Context): void {
  if (mandate && !isOpenTo(mandate, dossier, by)) throw new Refusal('not-your-body');
}

const isOpenTo = ({ body, confirmation }: MandateRecord, dossier: Dossier, by: Acting): boolean =>
  isOwnWord(dossier, body, by.body) || (confirmation !== 'by-body' && confirmation !== 'confirmed');

function mayBeSaidBy(dossier: Dossier, { facts }: { facts: { mandate: Id } }, by: Acting): boolean {
  const found = mandateOf(dossier, facts.mandate);
  return found === undefined || isOpenTo(found, dossier, by);
}

/** Another one that says the same of the same matter; of where it can be read nothing else is known by another address. */
const sameMandate = ({ mandates }: Dossier, { url: _, ...said }: Kept<typeof mandateFacts>, besides: Id) =>
  mandates.find(
    ({ id, ...one }) =>
      id !== besides && Object.entries(said).every(([name, value]) => isSame(value, one[name as keyof typeof said])),
  );

/** @throws Refusal validation */
function mustBeThere(dossier: Dossier, { mandate }: { mandate: Id }): MandateRecord {
  const found = mandateOf(dossier, mandate);
  if (found) return found;
  throw invalid(unknownMandate(dossier));
}

const bodyOf = (dossier: Dossier, mandate: Id | undefined) =>
  mandate === undefined ? undefined : mandateOf(dossier, mandate)?.body;

const unknownMandate = ({ mandates }: Dossier): FieldError[] => [
  { pointer: '/mandate', code: 'unknown-option', allowed: mandates.map(({ id }) => id) },
];

/** Whether it can still be ended before its time. */
export const runsOn = (mandate: MandateRecord, day: Day): boolean => {
  const last = lastDayOf(mandate);
  return last === null || last >= day;
};
