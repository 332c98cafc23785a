// The pages on which a dossier is started, around the form: which plan, whether it is right, and that it was started already.
import type { ReactNode } from 'react';
import type { MissingPeople } from '../../../domain/views/missing-people.js';
import type { Plan } from '../../../domain/workflow/plan.js';
import { Alert, Button, ButtonLink, Link, Paragraph, Section, Terms } from '../../../http/page/basics.js';
import { Frame, type Surroundings } from '../../../http/page/frame.js';
import { useWording } from '../../../http/page/wording.js';
import { startAddress, workflowAddress } from '../addresses.js';
import { PlanAsks, WhoIsMissing } from './plan-asks.js';
import { PlanCard } from './plan-card.js';

const useTrail = () => {
  const { frame } = useWording();
  return [{ href: '/trajecten', label: frame.dossiers }];
};

export function ChoosePlanPage({ around, plans }: { around: Surroundings; plans: readonly Plan[] }) {
  const { starting: words, labels } = useWording();
  return (
    <Frame title={labels['start-dossier']} around={around} kicker={words.steps.choose} trail={useTrail()}>
      <Paragraph>{plans.length === 0 ? words.none : words.intro}</Paragraph>
      <ul className="sluis-cards">
        {plans.map((plan) => (
          <PlanCard key={plan.workflow.id} plan={plan} heading={plan.workflow.title}>
            <p className="sluis-actions">
              <a className="nl-button nl-button--secondary" href={startAddress({ workflow: plan.workflow.id })}>
                <span className="nl-button__label">
                  {words.pick}
                  <span className="sluis-unseen">: {plan.workflow.title}</span>
                </span>
              </a>
            </p>
          </PlanCard>
        ))}
      </ul>
    </Frame>
  );
}

interface PlanToStartProps {
  plan: Plan;
  /** Null where it is not known yet who takes part. */
  missing: MissingPeople | null;
}

/** What stands before the form: what the plan asks, and who is missing for it. */
export function PlanToStart({ plan, missing }: PlanToStartProps) {
  const { starting: words, workflowPage, longDay } = useWording();
  const { id, notBefore } = plan.workflow;
  return (
    <>
      {notBefore !== null && (
        <Paragraph>
          {workflowPage.notBefore} {longDay(notBefore)}.
        </Paragraph>
      )}
      <Paragraph>
        <Link href="#formulier">{words.toForm}</Link> · <Link href={workflowAddress(id)}>{words.whole}</Link>
      </Paragraph>
      <Section title={words.asks}>
        <PlanAsks plan={plan} />
      </Section>
      <Section title={words.missing}>
        {missing ? <WhoIsMissing plan={plan} missing={missing} /> : <Paragraph>{words.missingLater}</Paragraph>}
      </Section>
      <h2 className="nl-heading nl-heading--level-2 sluis-form-head" id="formulier">
        {words.form}
      </h2>
    </>
  );
}

interface StartCheckProps {
  around: Surroundings;
  /** Over the parties that were named. */
  plan: Plan;
  missing: MissingPeople;
  said: [string, ReactNode][];
  /** All that is sent, by name. */
  fields: readonly (readonly [string, string])[];
  /** A dossier that looks the same. */
  same: { href: string; title: string } | null;
  action: string;
}

export function StartCheckPage({ around, plan, missing, said, fields, same, action }: StartCheckProps) {
  const { starting: words, form } = useWording();
  const first = plan.workflow.phases.filter(({ startsAfter, branch }) => startsAfter.length === 0 && !branch);
  return (
    <Frame title={words.check} around={around} kicker={words.steps.check} trail={useTrail()}>
      {same && (
        <Alert tone="warning">
          <Paragraph>
            {words.same} <Link href={same.href}>{same.title}</Link>
          </Paragraph>
        </Alert>
      )}
      <div className="sluis-asked">
        <Terms items={said} />
      </div>
      <details className="sluis-details">
        <summary>{words.asks}</summary>
        <PlanAsks plan={plan} />
      </details>
      <Section title={words.missing}>
        <WhoIsMissing plan={plan} missing={missing} />
      </Section>
      <Section title={words.then}>
        <Paragraph>{words.first(first.map(({ number, title }) => `${number}. ${title}`))}</Paragraph>
        <Paragraph>{words.final}</Paragraph>
        <Paragraph>{form.confirmHint}</Paragraph>
      </Section>
      <form method="post" action={action} acceptCharset="utf-8">
        {fields.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p className="sluis-actions">
          <Button primary>{words.start}</Button>
          <Link href={startAddress(Object.fromEntries(fields))}>{words.edit}</Link>
          <Link href="/trajecten">{form.cancel}</Link>
        </p>
      </form>
    </Frame>
  );
}

/** For who comes back to the form after it was accepted. */
export function StartedPage({ around, dossier }: { around: Surroundings; dossier: string }) {
  const { starting: words } = useWording();
  return (
    <Frame title={words.done} around={around} trail={useTrail()}>
      <Paragraph>{words.doneWhy}</Paragraph>
      <p className="sluis-actions">
        <ButtonLink primary href={dossier}>
          {words.toDossier}
        </ButtonLink>
        <Link href={startAddress({})}>{words.another}</Link>
      </p>
    </Frame>
  );
}
