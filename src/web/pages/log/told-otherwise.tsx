// What is read otherwise than in the first release, above a page until the chair of its gate has seen it. To be deleted with
// `domain/stand/former.ts`.
import type { DossierView } from '../../../domain/views/dossier-view.js';
import type { ToldOtherwise } from '../../../domain/views/told-otherwise.js';
import { titleOf, type Plan } from '../../../domain/workflow/plan.js';
import { Alert, Button, Link, Paragraph } from '../../../http/page/basics.js';
import { Cell, Row, Table } from '../../../http/page/table.js';
import { useWording } from '../../../http/page/wording.js';
import type { Addresses } from '../addresses.js';

/** What was told of one gate. */
export interface ToldGate {
  gate: Pick<DossierView['gates'][number], 'id' | 'title' | 'status'>;
  told: ToldOtherwise[];
  /** Whether who looks can say that it is seen. */
  isTheirs: boolean;
}

interface ReadOtherwiseProps {
  gates: ToldGate[];
  plan: Plan;
  at: Addresses;
}

export function ReadOtherwise({ gates, plan, at }: ReadOtherwiseProps) {
  const { otherwise } = useWording();
  if (gates.length === 0) return null;
  return (
    <Alert tone="warning" title={otherwise.title}>
      <Paragraph>{otherwise.explained}</Paragraph>
      {gates.map((one) => (
        <Gate key={one.gate.id} {...one} plan={plan} at={at} />
      ))}
    </Alert>
  );
}

function Gate({ gate, told, isTheirs, plan, at }: ToldGate & Omit<ReadOtherwiseProps, 'gates'>) {
  const { otherwise } = useWording();
  const isConcluded = gate.status === 'passed' || gate.status === 'refused';
  return (
    <>
      <p>
        <Link href={at.now.gate(gate.id)}>{gate.title}</Link>
        {isConcluded && `. ${otherwise.concluded}`}
      </p>
      <Table label={gate.title} heads={[otherwise.body, otherwise.was, otherwise.is, otherwise.because]}>
        {told.map((one) => (
          <Line key={one.body} told={one} plan={plan} />
        ))}
      </Table>
      {isTheirs && <Seen gate={gate} at={at} />}
    </>
  );
}

const Line = ({ told: { body, was, is, because }, plan }: { told: ToldOtherwise; plan: Plan }) => {
  const { capital, formerWord, standWord, otherwiseWords } = useWording();
  return (
    <Row head={titleOf(plan, body)}>
      <Cell>{capital(formerWord(was))}</Cell>
      <Cell>{capital(standWord(is))}</Cell>
      <Cell>{capital(otherwiseWords[because])}</Cell>
    </Row>
  );
};

const Seen = ({ gate: { id, title }, at }: Pick<ToldGate, 'gate'> & Pick<ReadOtherwiseProps, 'at'>) => {
  const { otherwise } = useWording();
  return (
    <form method="post" action={at.now.seen(id)} aria-label={title}>
      <p className="sluis-actions">
        <Button primary>{otherwise.see}</Button>
      </p>
    </form>
  );
};
