// What was proven of a plan when it was published, and the warnings that its author accepted.
import type { Check } from '../../domain/workflow/check.js';
import { workflowPage as words } from '../../wording/workflow-pages.js';
import { Paragraph, Section } from '../components/basics.js';

export function WorkflowChecks({ checks }: { checks: readonly Check[] }) {
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

const CheckTable = ({ checks, heads, label }: { checks: Check[]; heads: [string, string]; label: string }) => (
  <div className="sluis-scroll" role="region" aria-label={label} tabIndex={0}>
    <table className="utrecht-table">
      <thead className="utrecht-table__header">
        <tr className="utrecht-table__row">
          {heads.map((head) => (
            <th key={head} className="utrecht-table__header-cell" scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="utrecht-table__body">
        {checks.map(({ name, detail }) => (
          <tr key={name} className="utrecht-table__row">
            <th className="utrecht-table__header-cell" scope="row">
              {words.names[name] ?? name}
            </th>
            <td className="utrecht-table__cell">{detail}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
