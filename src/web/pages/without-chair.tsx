// That nobody can conclude, in red, until somebody is made chair.
import type { BodyId } from '../../domain/vocabulary.js';
import { titleOf, type Plan } from '../../domain/workflow/plan.js';
import { Alert, Paragraph } from '../../http/page/basics.js';
import { useWording } from '../../http/page/wording.js';

export const WithoutChair = ({ bodies, plan }: { bodies: readonly BodyId[]; plan: Plan }) => {
  const { chairWords } = useWording();
  return bodies.length === 0 ? null : (
    <Alert tone="error">
      <Paragraph>{chairWords.lacking(bodies.map((body) => titleOf(plan, body)))}</Paragraph>
    </Alert>
  );
};
