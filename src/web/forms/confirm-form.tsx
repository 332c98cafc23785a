// The body says whether what the region recorded for it is right.
import { decisionAt } from '../../domain/commands/places.js';
import { sees } from '../../domain/views/closed.js';
import { decisionView } from '../../domain/views/decision-view.js';
import { gateView } from '../../wording/views.js';
import { form as common, labels, receipt as words } from '../../wording/forms.js';
import { Terms } from '../components/basics.js';
import { signOfDecision } from '../pages/body-lines.js';
import { termsOf } from '../pages/decision-terms.js';
import { defineForm } from './form-kind.js';
import { titleOf } from '../../domain/workflow/plan.js';

export const confirmForm = defineForm<'confirm-decision'>({
  command: 'confirm-decision',
  place: ({ gate, decision }) => ({ gate, decision }),
  form: ({ reading, place, at }) => {
    const { decision, taken } = decisionAt(reading.dossier, place, (one) => sees(reading, one));
    const view = decisionView(reading, place.gate, taken, decision);
    return {
      title: labels['confirm-decision'],
      kicker: titleOf(reading.dossier.plan, decision.body),
      submit: words.submit,
      cancel: at.now.decision(place.gate, place.decision),
      before: (
        <div className="sluis-asked">
          <Terms
            items={termsOf({
              gate: gateView(reading, place.gate, taken.number),
              decision: view,
              mark: signOfDecision(reading, view),
              plan: reading.dossier.plan,
            })}
          />
        </div>
      ),
      sections: [
        {
          fields: [
            {
              name: 'confirmed',
              label: words.confirmTitle,
              kind: 'radio',
              required: true,
              yesNo: true,
              choices: [
                { value: 'ja', label: words.confirm, sign: 'for' },
                { value: 'nee', label: words.dispute, sign: 'against' },
              ],
            },
            { name: 'on', label: words.confirmedOn, kind: 'day', required: true },
            {
              name: 'reason',
              label: common.reason,
              kind: 'lines',
              max: 4000,
              sometimes: true,
              hint: words.disputeHint,
            },
          ],
        },
      ],
    };
  },
  after: ({ at, place }) => at.now.decision(place.gate, place.decision),
});
