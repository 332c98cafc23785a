// A row for everyone who decides at a gate.
import type { GateView } from '../../wording/views.js';
import type { Wording } from '../../wording/wording.js';
import { useWording } from '../../http/page/wording.js';
import { Link, Section } from '../../http/page/basics.js';
import { Verdict } from '../../http/page/sign.js';
import { Cell, Row, Table } from '../../http/page/table.js';
import { isMissing, standParts, type BodyLine } from './body-lines.js';
import { Points } from './said-list.js';
import type { Addresses } from './addresses.js';

interface BodyTableProps {
  at: Addresses;
  gate: GateView;
  lines: BodyLine[];
  /** Whether only those who are missing are shown. */
  onlyMissing: boolean;
}

export function BodyTable({ gate, lines, at, onlyMissing }: BodyTableProps) {
  const { gatePage } = useWording();
  const missing = lines.filter(isMissing);
  const round: Record<string, string> = gate.round === gate.rounds.at(-1)?.round ? {} : { ronde: String(gate.round) };
  const here = at.gate(gate.id, round);
  const narrowed = at.gate(gate.id, { ...round, toon: 'nodig' });
  return (
    <Section title={gatePage.bodies} id="besluiten">
      {gate.status === 'open' && (
        <nav className="sluis-filters" aria-label={gatePage.filter}>
          <Link href={`${here}#besluiten`} current={!onlyMissing}>
            {gatePage.all(lines.length)}
          </Link>
          <Link href={`${narrowed}#besluiten`} current={onlyMissing}>
            {gatePage.onlyMissing(missing.length, gate.asks)}
          </Link>
        </nav>
      )}
      <Table
        label={gatePage.bodies}
        kind="sluis-bodies sluis-stacked"
        heads={[gatePage.bodies, gatePage.decision, gatePage.on, gatePage.reference]}
      >
        {(onlyMissing && gate.status === 'open' ? missing : lines).map((line) => (
          <BodyRow key={line.body} line={line} href={(id) => at.decision(gate.id, id)} />
        ))}
      </Table>
    </Section>
  );
}

function BodyRow({ line, href }: { line: BodyLine; href: (decision: string) => string }) {
  const wording = useWording();
  const { capitalFirst, shortDay, gatePage } = wording;
  const { title, decision, stand } = line;
  return (
    <Row head={decision ? <Link href={href(decision.id)}>{title}</Link> : title}>
      <Cell>
        <Verdict sign={stand.sign} word={capitalFirst(stand.parts)} of={stand} />
        {line.choice !== null && <span>{line.choice}</span>}
        {decision && <Points points={decision.points} />}
        <span className="sluis-quiet">{additionsOf(line, wording).join('; ')}</span>
        {line.kept !== null && (
          <span className="sluis-quiet">
            <Link href={href(line.kept)}>{stand.act === null ? gatePage.keptAlone : gatePage.keptBeside}</Link>
          </span>
        )}
      </Cell>
      <Cell kind="sluis-date" head={gatePage.on}>
        {decision ? shortDay(decision.decidedOn) : '–'}
      </Cell>
      <Cell head={gatePage.reference}>{decision?.reference ?? '–'}</Cell>
    </Row>
  );
}

/** What the word does not say: until when, and what is unusual about the decision. */
function additionsOf(line: BodyLine, wording: Wording): string[] {
  const { flagWords, gatePage } = wording;
  const { decision, stand, fromRegion } = line;
  const [, ...rest] = standParts(line, wording);
  const flags = decision?.flags.filter((flag) => flag !== 'provisional' && flag !== stand.why) ?? [];
  return [
    ...(rest.length > 0 ? [rest.join(', ')] : []),
    ...(fromRegion > 0 ? [gatePage.beside(fromRegion)] : []),
    ...flags.map((flag) => flagWords[flag] ?? flag),
  ];
}
