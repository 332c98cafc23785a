// The body says whether what the region recorded for it is right.
import { decisionAt } from '../../domain/commands/targets.js';
import { sees } from '../../domain/views/closed.js';
import { decisionView } from '../../domain/views/decision-view.js';
import { gateView } from '../../wording/views.js';
import { labels, receipt as words } from '../../wording/forms.js';
import { Terms } from '../../http/page/basics.js';
import { signOfDecision } from '../pages/body-lines.js';
import { termsOf } from '../pages/decision-terms.js';
import { rowsOf } from './fields-of.js';
import { defineForm } from './form-kind.js';
import { titleOf } from '../../domain/workflow/plan.js';

export const confirmForm = defineForm<'confirm-decision'>({
  command: 'confirm-decision',
  place: ({ gate, decision }) => ({ gate, decision }),
  form: ({ reading, place, at }) => {
    const { decision, decidedIn } = decisionAt(reading.dossier, place, (one) => sees(reading, one));
    const view = decisionView(reading, place.gate, decidedIn, decision);
    return {
      title: labels['confirm-decision'],
      kicker: titleOf(reading.dossier.plan, decision.body),
      submit: words.submit,
      cancel: at.now.decision(place.gate, place.decision),
      before: (
        <div className="sluis-asked">
          <Terms
            items={termsOf({
              gate: gateView(reading, place.gate, decidedIn.number),
              decision: view,
              mark: signOfDecision(reading, view),
              plan: reading.dossier.plan,
            })}
          />
        </div>
      ),
      sections: [
        {
          fields: rowsOf('confirm-decision', ['confirmed', 'on', 'reason'], {
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
