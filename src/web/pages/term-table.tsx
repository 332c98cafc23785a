// Until when each body may decide in time, where that is not one day for all.
import type { GateView } from '../../wording/views.js';
import { titleOf, type Plan } from '../../domain/workflow/plan.js';
import { useWording } from '../../http/page/wording.js';
import { Section } from '../../http/page/basics.js';
import { Cell, Row, Table } from '../../http/page/table.js';

interface TermTableProps {
  gate: GateView;
  plan: Plan;
}

export function TermTable({ gate, plan }: TermTableProps) {
  const { gatePage, termWords: words, shortDay } = useWording();
  const isOwn = gate.weeksFromReceipt !== null;
  if (gate.submittedOn === null || !(isOwn || gate.extensions.some(({ body }) => body !== null))) return null;
  const given = isOwn ? [words.received, words.given(gate.weeksFromReceipt ?? 0)] : [];
  return (
    <Section title={words.title}>
      <Table
        label={words.title}
        kind="sluis-terms"
        heads={[gatePage.bodies, ...given, words.promised, words.extended, words.due]}
      >
        {gate.terms.map(({ body, receivedOn, given: byLaw, promised, extendedTo, dueOn }) => (
          <Row key={body} head={titleOf(plan, body)}>
            {[...(isOwn ? [receivedOn, byLaw] : []), promised, extendedTo].map((day, i) => (
              <Cell key={i} kind="sluis-date">
                {day === null ? '–' : shortDay(day)}
              </Cell>
            ))}
            <Cell kind="sluis-date">{dueOn === null ? words.notBegun : <strong>{shortDay(dueOn)}</strong>}</Cell>
          </Row>
        ))}
      </Table>
    </Section>
  );
}
