// A row for everyone who decides at a gate.
import type { GateView } from '../../domain/views/gate-view.js';
import type { Plan } from '../../domain/workflow/plan.js';
import { shortDay } from '../../wording/dates.js';
import { gatePage } from '../../wording/pages.js';
import { capital, decisionWords, flagWords, untilWords } from '../../wording/words.js';
import { Link, Section } from '../components/basics.js';
import { useWhyWords } from '../components/why-words.js';
import { signOf, Verdict } from '../components/sign.js';
import { linesOf, type BodyLine } from './body-lines.js';
import type { Addresses } from './addresses.js';

interface BodyTableProps {
  at: Addresses;
  gate: GateView;
  plan: Plan;
  /** Whether only those who are missing are shown. */
  onlyMissing: boolean;
}

export function BodyTable({ gate, plan, at, onlyMissing }: BodyTableProps) {
  const lines = linesOf(gate, plan);
  const missing = lines.filter((line) => line.missing);
  const round: Record<string, string> = gate.round === gate.rounds.at(-1)?.round ? {} : { ronde: String(gate.round) };
  const here = at.gate(gate.id, round);
  const narrowed = at.gate(gate.id, { ...round, toon: 'nodig' });
  return (
    <Section title={gatePage.bodies} id="besluiten">
      <nav className="sluis-filters" aria-label={gatePage.filter}>
        <Link href={`${here}#besluiten`} current={!onlyMissing}>
          {gatePage.all(lines.length)}
        </Link>
        <Link href={`${narrowed}#besluiten`} current={onlyMissing}>
          {gatePage.onlyMissing(missing.length)}
        </Link>
      </nav>
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
            {(onlyMissing ? missing : lines).map((line) => (
              <Row key={line.body} line={line} href={(id) => at.decision(gate.id, id)} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Row({ line, href }: { line: BodyLine; href: (decision: string) => string }) {
  const { title, decision, missing } = line;
  const whyWords = useWhyWords();
  return (
    <tr className="utrecht-table__row">
      <th className="utrecht-table__header-cell" scope="row">
        {decision ? <Link href={href(decision.id)}>{title}</Link> : title}
      </th>
      <td className="utrecht-table__cell">
        <Verdict
          sign={signOf(decision?.decision ?? null)}
          word={capital(decision ? decisionWords[decision.decision] : whyWords[missing?.why ?? 'silent'])}
        />
        <span className="sluis-quiet">{additionsOf(line, whyWords).join('; ')}</span>
      </td>
      <td className="utrecht-table__cell">{decision ? shortDay(decision.decidedOn) : '–'}</td>
      <td className="utrecht-table__cell">{decision?.reference ?? '–'}</td>
    </tr>
  );
}

/** What the word of the decision does not say: why it does not count yet, and what is unusual about it. */
function additionsOf({ decision, missing }: BodyLine, whyWords: ReturnType<typeof useWhyWords>): string[] {
  const until = missing?.until ? [untilWords(missing.why, missing.until)] : [];
  if (!decision) return until;
  const repeats = missing?.why === 'deferred' || missing?.why === 'noted';
  return [
    ...(missing && !repeats ? [whyWords[missing.why]] : []),
    ...until,
    ...(decision.confirmation === 'unconfirmed' && missing?.why !== 'unconfirmed' ? [gatePage.provisional] : []),
    // Until its list is adopted every decision is provisional: the chair reads how many are.
    ...decision.flags
      .filter((flag) => flag !== 'provisional' && flag !== missing?.why)
      .map((flag) => flagWords[flag] ?? flag),
  ];
}
