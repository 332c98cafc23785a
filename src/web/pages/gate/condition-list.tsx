// Conditions at a gate: who made each, how it stands, and the link to answer it for those who may.
import type { ConditionView } from '../../../domain/views/decision-view.js';
import { titleOf, type Plan } from '../../../domain/workflow/plan.js';
import { useWording } from '../../../http/page/wording.js';
import { ExplainedIn } from '../../../http/page/explained.js';
import { Link, Lines, Section } from '../../../http/page/basics.js';
import type { Addresses } from '../addresses.js';

interface ConditionListProps {
  at: Addresses;
  plan: Plan;
  title: string;
  conditions: ConditionView[];
  /** The conditions that this person may answer. */
  answerable: ReadonlySet<string>;
}

const shownMax = 120;

/** Those that still matter; behind a summary those that lapsed with their decision. */
export function ConditionList({ title, conditions, ...rest }: ConditionListProps) {
  const { gatePage, effectWords } = useWording();
  const lapsed = conditions.filter(({ status }) => status === 'lapsed');
  const current = conditions.filter(({ status }) => status !== 'lapsed');
  return conditions.length === 0 ? null : (
    <Section title={title}>
      <Items conditions={current} {...rest} />
      <ExplainedIn text={current.map(({ effect }) => effectWords[effect]).join('; ')} />
      {lapsed.length > 0 && (
        <details className="sluis-details">
          <summary>{gatePage.lapsed(lapsed.length)}</summary>
          <Items conditions={lapsed} {...rest} />
        </details>
      )}
    </Section>
  );
}

const Items = ({ conditions, plan, at, answerable }: Omit<ConditionListProps, 'title'>) => {
  const { effectWords, conditionWords, dossierPage, gatePage } = useWording();
  return (
    <ul className="sluis-list">
      {conditions.map((condition) => (
        <li key={condition.id} className="sluis-list__item">
          <p className="sluis-lines">{condition.text}</p>
          <p className="sluis-quiet">
            <Link href={at.decision(condition.gate, condition.decision)}>{titleOf(plan, condition.body)}</Link>,{' '}
            {effectWords[condition.effect]}: {conditionWords[condition.status]}
            {condition.carriedTo !== null && ` (${plan.phases.get(condition.carriedTo)?.title ?? condition.carriedTo})`}
            {condition.dueOn !== null && `, ${dossierPage.dueOn(condition.dueOn)}`}
          </p>
          {condition.reason !== null && <Lines text={condition.reason} />}
          {answerable.has(condition.id) && (
            <p>
              <a
                className="nl-link"
                href={at.now.condition(condition.gate, condition.id)}
                aria-label={gatePage.answerOf(condition.text.slice(0, shownMax))}
              >
                {gatePage.answer}
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
};
