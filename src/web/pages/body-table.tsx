// A row for everyone who decides at a gate.
import type { GateView } from '../../wording/views.js';
import { shortDay } from '../../wording/dates.js';
import { gatePage } from '../../wording/pages.js';
import { capital, decisionWords, flagWords } from '../../wording/words.js';
import { Link, Section } from '../../http/page/basics.js';
import { Verdict } from '../../http/page/sign.js';
import { Cell, Row, Table } from '../../http/page/table.js';
import { whyParts, type BodyLine } from './body-lines.js';
import type { Addresses } from './addresses.js';

interface BodyTableProps {
  at: Addresses;
  gate: GateView;
  lines: BodyLine[];
  /** Whether only those who are missing are shown. */
  onlyMissing: boolean;
}

export function BodyTable({ gate, lines, at, onlyMissing }: BodyTableProps) {
  const missing = lines.filter((line) => line.missing);
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
            {gatePage.onlyMissing(missing.length)}
          </Link>
        </nav>
      )}
      <Table
        label={gatePage.bodies}
        kind="sluis-bodies"
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
  const { title, decision, mark } = line;
  return (
    <Row head={decision ? <Link href={href(decision.id)}>{title}</Link> : title}>
      <Cell>
        <Verdict sign={mark} word={capital(decision ? decisionWords[decision.decision] : (line.why ?? ''))} />
        {line.choice !== null && <span>{line.choice}</span>}
        <span className="sluis-quiet">{additionsOf(line).join('; ')}</span>
      </Cell>
      <Cell kind="sluis-date">{decision ? shortDay(decision.decidedOn) : '–'}</Cell>
      <Cell>{decision?.reference ?? '–'}</Cell>
    </Row>
  );
}

/** What the word does not say: why it does not count yet and until when, and what is unusual about the decision. */
function additionsOf(line: BodyLine): string[] {
  const { decision, missing, mark } = line;
  const [why, ...rest] = whyParts(line);
  const repeats = !decision || missing?.why === 'deferred' || missing?.why === 'noted';
  const said = [...(why === undefined || repeats ? [] : [why]), ...rest].join(', ');
  const shown = mark === 'pending' ? gatePage.notYet(said) : said;
  if (!decision) return said === '' ? [] : [said];
  return [
    ...(said === '' ? [] : [shown]),
    ...(decision.confirmation === 'unconfirmed' && missing?.why !== 'unconfirmed' ? [gatePage.provisional] : []),
    // Until its list is adopted every decision is provisional: the chair reads how many are.
    ...decision.flags
      .filter((flag) => flag !== 'provisional' && flag !== missing?.why)
      .map((flag) => flagWords[flag] ?? flag),
  ];
}
