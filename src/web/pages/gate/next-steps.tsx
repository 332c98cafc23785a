// What happens after something was recorded: how far the gate is, who is next, and what is left for who recorded it.
import { isClosed } from '../../../domain/dossier/release.js';
import type { DecisionView } from '../../../domain/views/decision-view.js';
import type { Day } from '../../../domain/vocabulary.js';
import { isByItself } from '../../../domain/workflow/asks.js';
import { titleOf, type Plan } from '../../../domain/workflow/plan.js';
import { Link, Section } from '../../../http/page/basics.js';
import { useWording } from '../../../http/page/wording.js';
import type { GateOnPage } from '../../../wording/gates/views.js';
import type { Control } from '../controls.js';

interface NextStepsProps {
  gate: GateOnPage;
  decision: DecisionView;
  plan: Plan;
  today: Day;
  /** What this person can still do in the dossier. */
  yours: Control[];
}

export function NextSteps({ gate, decision, plan, today, yours }: NextStepsProps) {
  const { receipt: words } = useWording();
  if (gate.status !== 'open') return null;
  const waiting = gate.sentenceParts.filter(({ isWaiting }) => isWaiting);
  return (
    <Section title={words.next}>
      <ol className="sluis-next">
        <li>
          <strong>{gate.headline}.</strong>
          {waiting.map(({ text }) => text).join('')}
        </li>
        <li>
          {words.then(titleOf(plan, gate.ruledBy), isByItself(gate))}
          {gate.dueOn !== null && ` ${words.until(gate.dueOn)}`}
        </li>
        <li>{words.seenBy(isClosed(decision, today), decision.release.from)}</li>
        <li>
          {yours.length === 0 ? words.nothingToDo : words.yours}
          {yours.length > 0 && (
            <ul className="sluis-plain">
              {yours.map(({ label, about, href }) => (
                <li key={href}>
                  <Link href={href}>{about === undefined ? label : `${label}: ${about}`}</Link>
                </li>
              ))}
            </ul>
          )}
        </li>
      </ol>
    </Section>
  );
}
