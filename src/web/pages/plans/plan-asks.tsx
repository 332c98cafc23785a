// What a plan asks, before anybody follows it: a row for each phase with its gate in words, and who is missing for it.
import type { MissingPeople } from '../../../domain/views/missing-people.js';
import { isByItself } from '../../../domain/workflow/asks.js';
import { titleOf, type Plan } from '../../../domain/workflow/plan.js';
import type { Phase } from '../../../domain/workflow/workflow.js';
import { Alert, Paragraph } from '../../../http/page/basics.js';
import { Cell, Row, Table } from '../../../http/page/table.js';
import { useWording } from '../../../http/page/wording.js';
import { WithoutChair } from '../without-chair.js';

export const PlanAsks = ({ plan }: { plan: Plan }) => {
  const { starting: words } = useWording();
  const { heads } = words;
  const concludes = [...plan.gates.values()].some(
    (gate) => !isByItself(gate) && plan.bodies.get(gate.ruledBy)?.kind === 'consultation',
  );
  return (
    <>
      <StandIn plan={plan} />
      <Table
        label={words.asks}
        kind="sluis-stacked"
        heads={[heads.phase, heads.asked, heads.decides, heads.rule, heads.ruledBy]}
      >
        {plan.workflow.phases.map((phase) => (
          <AskedIn key={phase.id} plan={plan} phase={phase} />
        ))}
      </Table>
      {concludes && <Paragraph quiet>{words.consultation}</Paragraph>}
    </>
  );
};

/** That one body stands for all who will take part, in a plan that leaves its parties open. */
export const StandIn = ({ plan }: { plan: Plan }) => {
  const { starting: words } = useWording();
  return plan.workflow.open ? <Paragraph quiet>{words.standIn}</Paragraph> : null;
};

function AskedIn({ plan, phase }: { plan: Plan; phase: Phase }) {
  const wording = useWording();
  const { starting: words, gateTermsView, electorateWords, byItselfWords, plannedWords } = wording;
  const { number, title, planned, gate } = phase;
  const head = (
    <>
      {number}. {title} <span className="sluis-quiet">{plannedWords(planned)}</span>
    </>
  );
  if (!gate)
    return (
      <Row head={head}>
        <Cell>{words.noGate}</Cell>
        <Cell>{''}</Cell>
        <Cell>{''}</Cell>
        <Cell>{''}</Cell>
      </Row>
    );
  const { rule, questions, options, electorate } = gateTermsView(plan, { gate, groups: plan.workflow.groups });
  return (
    <Row head={head}>
      <Cell head={words.heads.asked}>
        {questions.map(({ text }) => text).join(' ')}
        {options.length > 0 && (
          <span className="sluis-quiet">{wording.listWords(options.map((option) => option.title))}</span>
        )}
      </Cell>
      <Cell head={words.heads.decides}>{electorateWords(plan, electorate)}</Cell>
      <Cell head={words.heads.rule}>
        {rule.text}
        {rule.assumed !== null && <span className="sluis-quiet">{words.assumed}</span>}
      </Cell>
      <Cell head={words.heads.ruledBy}>{isByItself(gate) ? byItselfWords : titleOf(plan, gate.ruledBy)}</Cell>
    </Row>
  );
}

/** That nobody can conclude, in red; that nobody records for somebody, by name and number. */
export function WhoIsMissing({ plan, missing: { chairs, recorders } }: { plan: Plan; missing: MissingPeople }) {
  const { starting: words } = useWording();
  if (chairs.length + recorders.length === 0) return <Paragraph>{words.complete}</Paragraph>;
  return (
    <>
      <WithoutChair bodies={chairs} plan={plan} />
      {recorders.length > 0 && (
        <Alert tone="warning">
          {recorders.map(({ kind, bodies, of }) => (
            <Paragraph key={kind}>
              {words.unrecorded(
                kind,
                bodies.map((body) => titleOf(plan, body)),
                of,
              )}
            </Paragraph>
          ))}
        </Alert>
      )}
    </>
  );
}
