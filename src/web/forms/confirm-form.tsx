// The body says whether what the region recorded for it is right.
import { decisionAt } from '../../domain/commands/targets.js';
import { canSee } from '../../domain/views/visibility.js';
import { decisionView } from '../../domain/views/decision-view.js';
import { Terms } from '../../http/page/basics.js';
import { termsOf } from '../pages/gate/decision-terms.js';
import { rowsOf } from './fields-of.js';
import { defineForm, type FormContext } from './form-kind.js';
import { titleOf } from '../../domain/workflow/plan.js';

export const confirmForm = defineForm<'confirm-decision'>({
  command: 'confirm-decision',
  place: ({ gate, decision }) => ({ gate, decision }),
  form: (context) => {
    const { reading, place, at, wording } = context;
    const { labels, receipt: words } = wording;
    const { decision } = decisionAt(reading.dossier, place, (one) => canSee(reading, one));
    return {
      title: labels['confirm-decision'],
      kicker: titleOf(reading.dossier.plan, decision.body),
      submit: words.submit,
      cancel: at.now.decision(place.gate, place.decision),
      before: <WhatWasRecorded context={context} />,
      sections: [
        {
          fields: rowsOf('confirm-decision', ['confirmed', 'on', 'reason'], wording, {
            confirmed: {
              kind: 'radio',
              choices: [
                { value: 'ja', label: words.confirm, sign: 'for' },
                { value: 'nee', label: words.dispute, sign: 'against' },
              ],
            },
            reason: { sometimes: true },
          }),
        },
      ],
    };
  },
  after: ({ at, place }) => at.now.decision(place.gate, place.decision),
});

/** Made when it is shown: whoever sends the form needs nothing of it. */
function WhatWasRecorded({ context: { reading, place, wording } }: { context: FormContext }) {
  const { decision } = decisionAt(reading.dossier, place, (one) => canSee(reading, one));
  const view = decisionView(reading, place.gate, decision);
  const gate = wording.gateView(reading, place.gate);
  return (
    <div className="sluis-asked">
      <Terms
        items={termsOf({ wording, gate, decision: view, stand: null, elsewhere: null, plan: reading.dossier.plan })}
      />
    </div>
  );
}
