// The papers and criteria that a gate asks: each with how it stands, what shows it, and who is to bring it; with the link to do
// so for those who may.
import type { RequirementView } from '../../../domain/views/requirement-view.js';
import { isBody } from '../../../domain/stand/requirements.js';
import type { GateView } from '../../../wording/gates/views.js';
import type { Slug } from '../../../domain/vocabulary.js';
import { titleOf, type Plan } from '../../../domain/workflow/plan.js';
import { useWording } from '../../../http/page/wording.js';
import { Lines, Paragraph, Section } from '../../../http/page/basics.js';
import { PaperLink } from '../../../http/page/paper-link.js';
import type { Sign } from '../../../http/page/sign.js';
import { Verdict } from '../../../http/page/sign.js';
import { Cell, Row, Table } from '../../../http/page/table.js';
import type { Addresses } from '../addresses.js';

interface RequirementListProps {
  gate: GateView;
  plan: Plan;
  at: Addresses;
  /** Those that this person may bring or state now. */
  bringable: ReadonlySet<Slug>;
}

export function RequirementList({ gate, bringable, plan, at }: RequirementListProps) {
  const { requirementPage: words, shortDay } = useWording();
  if (gate.requirements.length === 0) return null;
  return (
    <Section title={words.title}>
      <Paragraph quiet>{words.brings}</Paragraph>
      <Table label={words.title} kind="sluis-stacked" heads={[words.what, words.state, words.since, words.by]}>
        {gate.requirements.map((one) => (
          <Row key={one.id} head={<What requirement={one} />}>
            <Cell head={words.state}>
              <RequirementState requirement={one} />
            </Cell>
            <Cell kind="sluis-date" head={words.since}>
              {one.on === null ? '–' : shortDay(one.on)}
            </Cell>
            <Cell head={words.by}>
              <StatedBy requirement={one} plan={plan} />
              {bringable.has(one.id) && <Bring requirement={one} gate={gate.id} at={at} />}
            </Cell>
          </Row>
        ))}
      </Table>
    </Section>
  );
}

/** A must that is not there is told as what is against; a should as what waits. */
export const signOfRequirement = ({ weight, state }: RequirementView): Sign =>
  state === 'met' ? 'for' : weight === 'must' ? 'against' : 'held';

const RequirementState = ({ requirement }: { requirement: RequirementView }) => {
  const { stateOfRequirement } = useWording();
  return <Verdict sign={signOfRequirement(requirement)} word={stateOfRequirement(requirement)} />;
};

/** What it is, how heavily it weighs, and what shows it. */
function What({ requirement }: { requirement: RequirementView }) {
  const { requirementPage: words, criterionWords, longDay } = useWording();
  const { title, weight, source, papers, statements } = requirement;
  const [paper, said] = [papers.at(-1), statements.at(-1)];
  const former = statements.slice(0, -1).reverse();
  return (
    <>
      <span>{title}</span> <span className="sluis-quiet">({words.weights[weight]})</span>
      {source !== null && <span className="sluis-under-rule">{source}</span>}
      {paper && (
        <span className="sluis-under-rule">
          <PaperLink {...paper} />
        </span>
      )}
      {said?.text != null && (
        <span className="sluis-under-rule">
          <Lines text={said.text} />
        </span>
      )}
      {said?.evidence.map((one, i) => (
        <span key={i} className="sluis-under-rule">
          <PaperLink {...one} />
        </span>
      ))}
      {former.map(({ on, state, recorded }) => (
        <span key={recorded.sequence} className="sluis-under-rule">
          {words.former}: {words.formerly(criterionWords[state], longDay(on))}
        </span>
      ))}
    </>
  );
}

export function StatedBy({ requirement: { statedBy }, plan }: { requirement: RequirementView; plan: Plan }) {
  const { requirementPage: words, capital } = useWording();
  if (isBody(statedBy)) return <>{titleOf(plan, statedBy)}</>;
  return <>{capital(words.staters[statedBy === 'chair' ? 'chair' : 'process-lead'])}</>;
}

function Bring({ requirement, gate, at }: { requirement: RequirementView; gate: Slug; at: Addresses }) {
  const { requirementPage: words } = useWording();
  const { kind, id, title } = requirement;
  const [label, form] = kind === 'paper' ? ([words.bring, 'stuk'] as const) : ([words.stateIt, 'criterium'] as const);
  return (
    <p>
      <a className="nl-link" href={`${at.now.form(gate, form)}?wat=${id}`} aria-label={words.about(label, title)}>
        {label}
      </a>
    </p>
  );
}
