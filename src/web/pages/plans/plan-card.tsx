// A plan among others: what it is called, how large it is, and where it comes from.
import type { ReactNode } from 'react';
import type { Plan } from '../../../domain/workflow/plan.js';
import { Paragraph } from '../../../http/page/basics.js';
import { useWording } from '../../../http/page/wording.js';

interface PlanCardProps {
  plan: Plan;
  /** Its title, or what leads to it. */
  heading: ReactNode;
  children?: ReactNode;
}

export function PlanCard({ plan: { workflow, gates }, heading, children }: PlanCardProps) {
  const { workflowPage } = useWording();
  return (
    <li className="sluis-card">
      <h2 className="nl-heading nl-heading--level-3">{heading}</h2>
      <Paragraph>
        {workflowPage.version(workflow.version)}; {workflowPage.size(workflow.phases.length, gates.size)}
      </Paragraph>
      <Paragraph quiet>
        {workflowPage.source}: <cite>{workflow.source}</cite>
      </Paragraph>
      {children}
    </li>
  );
}
