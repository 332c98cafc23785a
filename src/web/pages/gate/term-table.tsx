// Until when each body may decide in time, and what that follows from, where that is not one day for all.
import type { GateView } from '../../../wording/gates/views.js';
import { titleOf, type Plan } from '../../../domain/workflow/plan.js';
import { useWording } from '../../../http/page/wording.js';
import { Section } from '../../../http/page/basics.js';
import { Cell, Row, Table } from '../../../http/page/table.js';

interface TermTableProps {
  gate: GateView;
  plan: Plan;
}

export function TermTable({ gate, plan }: TermTableProps) {
  const { gatePage, termWords: words, shortDay } = useWording();
  const { weeksFromReceipt: weeks, extensions, submittedOn, terms } = gate;
  if (submittedOn === null || (weeks === null && extensions.every(({ body }) => body === null))) return null;
  const ends = (term: GateView['terms'][number]) => [
    ...(weeks === null ? [] : [term.receivedOn, term.given]),
    term.promised,
    term.extendedTo,
  ];
  const heads = [
    words.due,
    ...(weeks === null ? [] : [words.received, words.given(weeks)]),
    words.promised,
    words.extended,
  ];
  return (
    <Section title={words.title}>
      <Table label={words.title} kind="sluis-stacked" heads={[gatePage.whoActs(gate.asks), ...heads]}>
        {terms.map((term) => (
          <Row key={term.body} head={titleOf(plan, term.body)}>
            <Cell kind="sluis-date" head={words.due}>
              <strong>{term.dueOn === null ? words.notBegun : shortDay(term.dueOn)}</strong>
            </Cell>
            {ends(term).map((day, i) => (
              <Cell key={i} kind="sluis-date" head={heads[i + 1]}>
                {day === null ? '–' : shortDay(day)}
              </Cell>
            ))}
          </Row>
        ))}
      </Table>
    </Section>
  );
}
