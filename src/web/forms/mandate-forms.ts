// A mandate that a body gave: that it was given, that it ended before its time, and what the body says of one that the
// region recorded for it.
import { isOf, refusalOf } from '../../domain/commands/commands.js';
import { runsOn } from '../../domain/commands/record-mandate.js';
import type { MandateRecord } from '../../domain/dossier/decided.js';
import { erased } from '../../domain/facts/shown.js';
import type { BodyId } from '../../domain/vocabulary.js';
import { titleOf } from '../../domain/workflow/plan.js';
import type { Choice, Field } from '../../http/page/fields.js';
import { rowsOf } from './fields-of.js';
import type { FormContext } from './form-kind.js';
import { about, dossier } from './short-forms.js';

/** The bodies for which this person may record one. */
export const mandating = ({ occasion }: FormContext): BodyId[] =>
  [...occasion.dossier.plan.bodies.keys()].filter(
    (body) => refusalOf(occasion, 'record-mandate', {}, { body }) === null,
  );

/** Whether there is any. */
export const mayMandate = ({ occasion }: FormContext): boolean =>
  [...occasion.dossier.plan.bodies.keys()].some((body) => refusalOf(occasion, 'record-mandate', {}, { body }) === null);

export const recordMandate = about(
  dossier,
  'record-mandate',
  (context) => {
    const { wording, occasion } = context;
    const { plan } = occasion.dossier;
    const bodies = mandating(context);
    const own = bodies.find((body) => isOf(occasion, body));
    const gates = [...plan.gates].map(([value, { title }], i): Field => ({
      name: `gates/${i}`,
      label: title,
      kind: 'check',
      value,
    }));
    return [
      {
        fields: rowsOf('record-mandate', ['body', 'holder', 'from', 'until', 'source', 'url', 'covers'], wording, {
          body: {
            kind: 'select',
            choices: bodies.map((value) => ({ value, label: titleOf(plan, value) })),
            value: own,
          },
        }),
      },
      { folded: wording.wordsOfFact('gates')?.ask ?? '', hint: wording.mandatePage.gatesHint, fields: gates },
    ];
  },
  { after: ({ at }) => at.now.mandates, said: (context) => ({ body: mandating(context)[0] ?? '' }) },
);

/** Which one, of those about which this person may say it; that of the address is chosen beforehand. */
const whichField = ({ wording, occasion, query }: FormContext, among: readonly MandateRecord[]): Field => ({
  name: 'mandate',
  label: wording.wordsOfFact('mandate')?.ask ?? '',
  kind: 'select',
  required: true,
  value: among.find(({ id }) => id === query.mandaat)?.id,
  choices: among.map(({ id, body, holder, from }): Choice => ({
    value: id,
    label: wording.mandatePage.choice(titleOf(occasion.dossier.plan, body), holder ?? erased, from),
  })),
});

/** Those that can still end before their time, as far as this person may say so. */
export const endable = ({ occasion, today }: FormContext): MandateRecord[] =>
  occasion.dossier.mandates.filter(
    (one) =>
      one.ended === null &&
      (one.confirmation === 'unconfirmed' || isOf(occasion, one.body)) &&
      runsOn(one, today) &&
      refusalOf(occasion, 'end-mandate', {}, { mandate: one.id }) === null,
  );

export const endMandate = about(
  dossier,
  'end-mandate',
  (context) => [
    { fields: [whichField(context, endable(context)), ...rowsOf('end-mandate', ['until', 'reason'], context.wording)] },
  ],
  {
    after: ({ at }) => at.now.mandates,
    said: (context) => firstOf(endable(context)),
    instead: (context) => (endable(context).length > 0 ? null : context.at.now.mandates),
  },
);

/** Those of which the body has still to say whether they are so. */
export const confirmable = ({ occasion }: FormContext): MandateRecord[] =>
  occasion.dossier.mandates.filter(
    (one) =>
      one.confirmation === 'unconfirmed' && refusalOf(occasion, 'confirm-mandate', {}, { mandate: one.id }) === null,
  );

export const confirmMandate = about(
  dossier,
  'confirm-mandate',
  (context) => {
    const { wording } = context;
    const { mandatePage: words } = wording;
    return [
      {
        fields: [
          whichField(context, confirmable(context)),
          ...rowsOf('confirm-mandate', ['confirmed', 'on', 'reason'], wording, {
            confirmed: {
              kind: 'radio',
              choices: [
                { value: 'ja', label: words.right, sign: 'for' },
                { value: 'nee', label: words.wrong, sign: 'against' },
              ],
            },
            reason: { sometimes: true },
          }),
        ],
      },
    ];
  },
  {
    after: ({ at }) => at.now.mandates,
    said: (context) => firstOf(confirmable(context)),
    instead: (context) => (confirmable(context).length > 0 ? null : context.at.now.mandates),
  },
);

const firstOf = ([first]: readonly MandateRecord[]): { mandate?: string } => (first ? { mandate: first.id } : {});
