// Recording that a poll ended in parts. Who goes on with what follows from what each body chose: the form shows it, and
// asks only for the day and the reason.
import { standing } from '../../domain/stand/at-gate.js';
import { currentRound } from '../../domain/dossier/state.js';
import type { PartFacts } from '../../domain/dossier/events.js';
import type { Wording } from '../../wording/wording.js';
import type { Field } from '../../http/page/fields.js';
import { SplitParts } from '../pages/gate/gate-history.js';
import { defineForm, type FormContext } from './form-kind.js';
import { rowsOf } from './fields-of.js';
import { short } from './short-forms.js';

export const splitForm = defineForm<'split-gate'>({
  command: 'split-gate',
  place: ({ gate }) => ({ gate }),
  confirmed: ({ form }) => form.confirmTitle,
  form: (context) => {
    const { reading, place, at } = context;
    const gate = context.wording.gateView(reading, place.gate);
    const parts = partsOf(context);
    return {
      ...short(context.wording, 'split-gate', gate.title, at.now.gate(place.gate), [
        {
          hint: context.wording.gateForm.splitHint,
          fields: [
            ...rowsOf('split-gate', ['on', 'reason'], context.wording),
            ...parts.flatMap((part, i) => hidden(part, i, context.wording)),
          ],
        },
      ]),
      before: <SplitParts parts={parts} gate={gate} plan={reading.dossier.plan} />,
      will: <SplitParts parts={parts} gate={gate} plan={reading.dossier.plan} />,
    };
  },
  after: ({ at, place }) => at.now.gate(place.gate),
});

/** The bodies by what each chose, in the order of the options. */
function partsOf({ reading: { dossier, day }, place: { gate } }: FormContext): PartFacts[] {
  const round = currentRound(dossier, gate);
  const stands = round ? standing(dossier, gate, round, day).bodies : [];
  const options = round?.terms.gate.options ?? [];
  return options
    .map(({ id }) => ({
      option: id,
      bodies: stands.filter(({ side, option }) => side === 'for' && option === id).map(({ body }) => body),
    }))
    .filter(({ bodies }) => bodies.length > 0);
}

const hidden = ({ option, bodies }: PartFacts, i: number, { gateForm: words }: Wording): Field[] => [
  { name: `parts/${i}/option`, label: words.part, kind: 'hidden', value: option },
  ...bodies.map((body, j): Field => ({
    name: `parts/${i}/bodies/${j}`,
    label: words.part,
    kind: 'hidden',
    value: body,
  })),
];
