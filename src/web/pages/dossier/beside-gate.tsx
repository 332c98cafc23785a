// What stands beside a gate on the page of its dossier: what can be done, what was asked, and the conditions that go along.
import type { ConditionView } from '../../../domain/views/decision-view.js';
import { titleOf, type Plan } from '../../../domain/workflow/plan.js';
import { ButtonLink, Heading } from '../../../http/page/basics.js';
import { useWording } from '../../../http/page/wording.js';
import type { GateOnPage } from '../../../wording/gates/views.js';
import type { Addresses } from '../addresses.js';
import { Controls, type Control } from '../controls.js';
import { Papers, Questions } from '../asked.js';

/** Where no gate is told they are parts of the page. */
interface Level {
  level?: 2 | 3;
}

/** What this person can do here now; null in a look back. */
export const Yours = ({ yours, level = 3 }: Level & { yours: Control[] | null }) => {
  const { dossierPage } = useWording();
  return yours === null || yours.length === 0 ? null : (
    <section className={level === 2 ? 'sluis-section' : undefined}>
      <Heading level={level}>{dossierPage.yours}</Heading>
      <Controls controls={yours} />
    </section>
  );
};

/** So many stand beside a gate; the others behind a summary. */
const conditionsMax = 8;
/** So much of each; all of it stands at its gate. */
const textMax = 300;

interface ConditionsProps extends Level {
  conditions: ConditionView[];
  plan: Plan;
  at: Addresses;
}

export const Conditions = ({ conditions, plan, at, level = 3 }: ConditionsProps) => {
  const { dossierPage } = useWording();
  return conditions.length === 0 ? null : (
    <section id="voorwaarden" className={level === 2 ? 'sluis-section' : undefined}>
      <Heading level={level}>{dossierPage.conditions}</Heading>
      <ConditionItems conditions={conditions.slice(0, conditionsMax)} plan={plan} at={at} />
      {conditions.length > conditionsMax && (
        <details className="sluis-details">
          <summary>{dossierPage.more(conditions.length - conditionsMax)}</summary>
          <ConditionItems conditions={conditions.slice(conditionsMax)} plan={plan} at={at} />
        </details>
      )}
    </section>
  );
};

const ConditionItems = ({ conditions, plan, at }: ConditionsProps) => {
  const { briefing, dossierPage, conditionWords } = useWording();
  return (
    <ul className="sluis-list">
      {conditions.map(({ id, gate, decision, text, body, status, dueOn }) => (
        <li key={id} className="sluis-list__item">
          <p className="sluis-lines">
            {text.length > textMax ? text.slice(0, textMax).trimEnd() + briefing.cut : text}
          </p>
          <p className="sluis-quiet">
            <a className="nl-link" href={at.decision(gate, decision)}>
              {titleOf(plan, body)}
            </a>
            , {conditionWords[status]}
            {dueOn !== null && `, ${dossierPage.dueOn(dueOn)}`}
          </p>
        </li>
      ))}
    </ul>
  );
};

export const Remind = ({ n, href }: { n: number; href: string }) => {
  const { reminders } = useWording();
  return (
    <p className="sluis-noprint">
      <ButtonLink href={href}>{reminders.button(n)}</ButtonLink>
    </p>
  );
};

export const AskedHere = ({ gate }: { gate: GateOnPage }) => {
  const { gatePage } = useWording();
  return (
    <section>
      <Heading level={3}>{gate.questions.length === 1 ? gatePage.question : gatePage.questions}</Heading>
      <Questions gate={gate} />
      <p className="sluis-quiet">
        <Papers gate={gate} />
      </p>
    </section>
  );
};
