// Which plans there are, each in its newest version.
import type { Plan } from '../../../domain/workflow/plan.js';
import { useWording } from '../../../http/page/wording.js';
import { Link, Paragraph } from '../../../http/page/basics.js';
import { Frame, type Surroundings } from '../../../http/page/frame.js';
import { workflowAddress } from '../addresses.js';
import { PlanCard } from './plan-card.js';

export const WorkflowsPage = ({ around, plans }: { around: Surroundings; plans: Plan[] }) => {
  const { workflowPage } = useWording();
  return (
    <Frame title={workflowPage.title} around={{ ...around, here: '/procesplannen' }}>
      <Paragraph>{workflowPage.intro}</Paragraph>
      <ul className="sluis-cards">
        {plans.map((plan) => (
          <PlanCard
            key={plan.workflow.id}
            plan={plan}
            heading={<Link href={workflowAddress(plan.workflow.id)}>{plan.workflow.title}</Link>}
          />
        ))}
      </ul>
    </Frame>
  );
};
