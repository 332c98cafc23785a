// What was proven of a plan when it was published, and the warnings that its author accepted.
import type { CheckView } from '../../../wording/gates/plan-faults.js';
import { useWording } from '../../../http/page/wording.js';
import { Paragraph, Section } from '../../../http/page/basics.js';
import { Cell, Row, Table } from '../../../http/page/table.js';

export function WorkflowChecks({ checks }: { checks: readonly CheckView[] }) {
  const { workflowPage: words } = useWording();
  const warnings = checks.filter(({ severity }) => severity === 'warning');
  return (
    <>
      {warnings.length > 0 && (
        <Section title={words.warnings}>
          <CheckTable checks={warnings} heads={[words.warning, words.detail]} label={words.warnings} />
        </Section>
      )}
      <Section title={words.checks}>
        <Paragraph>{words.checksIntro}</Paragraph>
        <CheckTable
          checks={checks.filter(({ severity }) => severity === 'error')}
          heads={[words.check, words.proven]}
          label={words.checks}
        />
      </Section>
    </>
  );
}

const CheckTable = ({ checks, heads, label }: { checks: CheckView[]; heads: [string, string]; label: string }) => {
  const { workflowPage: words } = useWording();
  return (
    <Table label={label} heads={heads}>
      {checks.map(({ name, detail }) => (
        <Row key={name} head={words.names[name] ?? name}>
          <Cell>{detail}</Cell>
        </Row>
      ))}
    </Table>
  );
};
