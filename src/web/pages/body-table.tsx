// A row for everyone who decides at a gate.
import type { GateView } from '../../domain/views/gate-view.js';
import { shortDay } from '../../wording/dates.js';
import { gatePage } from '../../wording/pages.js';
import { capital, decisionWords, flagWords } from '../../wording/words.js';
import { Link, Section } from '../components/basics.js';
import { Verdict } from '../components/sign.js';
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
      <div className="sluis-scroll" role="region" aria-label={gatePage.bodies} tabIndex={0}>
        <table className="utrecht-table sluis-bodies">
          <thead className="utrecht-table__header">
            <tr className="utrecht-table__row">
              {[gatePage.bodies, gatePage.decision, gatePage.on, gatePage.reference].map((head) => (
                <th key={head} className="utrecht-table__header-cell" scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="utrecht-table__body">
            {(onlyMissing && gate.status === 'open' ? missing : lines).map((line) => (
              <Row key={line.body} line={line} href={(id) => at.decision(gate.id, id)} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Row({ line, href }: { line: BodyLine; href: (decision: string) => string }) {
  const { title, decision, mark } = line;
  return (
    <tr className="utrecht-table__row">
      <th className="utrecht-table__header-cell" scope="row">
        {decision ? <Link href={href(decision.id)}>{title}</Link> : title}
      </th>
      <td className="utrecht-table__cell">
        <Verdict sign={mark} word={capital(decision ? decisionWords[decision.decision] : (line.why ?? ''))} />
        <span className="sluis-quiet">{additionsOf(line).join('; ')}</span>
      </td>
      <td className="utrecht-table__cell sluis-date">{decision ? shortDay(decision.decidedOn) : '–'}</td>
      <td className="utrecht-table__cell">{decision?.reference ?? '–'}</td>
    </tr>
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
