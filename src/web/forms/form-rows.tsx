// The part of a form in which many alike are asked: a table with a row for each, of which every cell is a field; on a narrow
// screen each row is a block.
import { Button, Paragraph } from '../../http/page/basics.js';
import { FormField } from '../../http/page/fields.js';
import { useWording } from '../../http/page/wording.js';
import { Cell, Table } from '../../http/page/table.js';
import type { Fault } from './faults.js';
import { shownIn, type Form, type FormPart, type Values } from './form.js';

interface FormRowsProps {
  form: Form;
  values: Values;
  faults: readonly Fault[];
}

export function FormRows({ form: { title: label, heads, sections, parts = [] }, values, faults }: FormRowsProps) {
  const rows = sections.flatMap(({ row, fields }) => (row ? [{ ...row, fields }] : []));
  const [longest = []] = rows.map(({ fields }) => fields).sort((one, other) => other.length - one.length);
  if (rows.length === 0 || !heads) return null;
  const hasStands = rows.some(({ stands }) => stands !== null);
  return (
    <>
      <Parts parts={parts} />
      <Table
        label={label}
        kind="sluis-stacked sluis-grid"
        heads={[heads.who, ...(hasStands ? [heads.stands] : []), ...longest.map((field) => field.label)]}
      >
        {rows.map(({ id, title, stands, link, fields }) => {
          const wrong = faults.filter(({ name, field }) => field === undefined && name === id);
          return (
            <tr key={id} id={id} className="utrecht-table__row" tabIndex={wrong.length > 0 ? -1 : undefined}>
              <th className="utrecht-table__header-cell" scope="row">
                {title}
                {wrong.map(({ sentence }) => (
                  <span key={sentence} className="utrecht-form-field-error-message sluis-grid__wrong">
                    {sentence}
                  </span>
                ))}
              </th>
              {hasStands && (
                <Cell head={stands === null ? undefined : heads.stands}>
                  {stands}
                  {link && (
                    <p className="sluis-noprint">
                      <a className="nl-link" href={link.href} aria-label={`${link.label}: ${title}`}>
                        {link.label}
                      </a>
                    </p>
                  )}
                </Cell>
              )}
              {longest.map((head, i) => {
                const field = fields[i];
                return (
                  <Cell key={head.label} kind={`sluis-grid__${head.kind}`}>
                    {field && (
                      <FormField
                        field={field}
                        value={shownIn(field, values)}
                        error={faults.find((fault) => fault.name === field.name || fault.field === field)?.sentence}
                      />
                    )}
                  </Cell>
                );
              })}
            </tr>
          );
        })}
      </Table>
      <Parts parts={parts} />
    </>
  );
}

/** The other pages: what was filled in on this one is kept, and stands there again. */
const Parts = ({ parts }: { parts: readonly FormPart[] }) => {
  const { gridWords: words } = useWording();
  return parts.length < 2 ? null : (
    <div role="group" aria-label={words.parts} className="sluis-parts">
      <Paragraph quiet>{words.partsHint}</Paragraph>
      <ul className="sluis-parts__list">
        {parts.map(({ from, label, isCurrent, isKept }) => (
          <li key={from}>
            {isCurrent ? (
              <strong aria-current="page">{label}</strong>
            ) : (
              <Button name="naar" value={String(from)} draft>
                {isKept ? words.keptPart(label) : label}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};
