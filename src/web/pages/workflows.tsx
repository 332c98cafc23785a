// Which plans there are, each in its newest version.
import type { Plan } from '../../domain/workflow/plan.js';
import { useWording } from '../../http/page/wording.js';
import { Link, Paragraph } from '../../http/page/basics.js';
import { Frame, type Surroundings } from '../../http/page/frame.js';
import { workflowAddress } from './addresses.js';

export const WorkflowsPage = ({ around, plans }: { around: Surroundings; plans: Plan[] }) => {
  const { workflowPage } = useWording();
  return (
    <Frame title={workflowPage.title} around={{ ...around, here: '/procesplannen' }}>
      <Paragraph>{workflowPage.intro}</Paragraph>
      <ul className="sluis-cards">
        {plans.map(({ workflow: { id, title, version, source, phases }, gates }) => (
          <li key={id} className="sluis-card">
            <h2 className="nl-heading nl-heading--level-3">
              <Link href={workflowAddress(id)}>{title}</Link>
            </h2>
            <Paragraph>
              {workflowPage.version(version)}; {workflowPage.size(phases.length, gates.size)}
            </Paragraph>
            <Paragraph quiet>
              {workflowPage.source}: <cite>{source}</cite>
            </Paragraph>
          </li>
        ))}
      </ul>
    </Frame>
  );
};
