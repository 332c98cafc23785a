// Everything that bodies decided in a dossier, by phase, each decision with all that was recorded of it.
import type { DossierHeading, PhaseView } from '../../../domain/views/dossier-view.js';
import { titleOf, type Plan } from '../../../domain/workflow/plan.js';
import { Heading, Link, Paragraph, Terms } from '../../../http/page/basics.js';
import type { Surroundings } from '../../../http/page/frame.js';
import { useWording } from '../../../http/page/wording.js';
import type { Addresses } from '../addresses.js';
import { DossierFrame } from '../dossier-frame.js';
import { decidedTerms, type Described } from '../gate/decision-terms.js';
import { ExportMenu } from '../export-menu.js';
import { PastEnd } from '../past-end.js';
import { Proof } from './proof.js';
import { Tabs } from '../tabs.js';

export type DecidedLine = Omit<Described, 'wording'>;

interface DecidedProps {
  around: Surroundings;
  at: Addresses;
  dossier: DossierHeading;
  lines: DecidedLine[];
  plan: Plan;
  /** Where it was published, and from when it holds: at the end of the overview. */
  phases: readonly PhaseView[];
  /** The gates of the whole overview, and where each begins. */
  index: { title: string; n: number; href: string }[];
  /** Where it goes on, if it does. */
  older: string | null;
  /** Where the last page is, for who came past the end; null for others. */
  last: string | null;
}

export function DecidedPage({ around, at, dossier, lines, plan, phases, index, older, last }: DecidedProps) {
  const { decidedPage: words, count } = useWording();
  const gates = [...new Map(lines.map(({ gate }) => [gate.id, gate])).values()];
  return (
    <DossierFrame title={words.title} around={around} at={at} dossier={dossier} kicker={dossier.title}>
      <Tabs at={at} here="decided" />
      <PastEnd last={last} />
      {last === null && <Paragraph>{lines.length === 0 ? words.none : words.hint}</Paragraph>}
      <ExportMenu lists={['besluiten', 'voorwaarden']} hrefOf={at.export} />
      {index.length > 1 && (
        <nav className="sluis-noprint" aria-label={words.index}>
          <ul className="sluis-plain sluis-index">
            {index.map(({ title, n, href }) => (
              <li key={href}>
                <Link href={href}>{title}</Link> <span className="sluis-quiet">{count(n)}</span>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {gates.map(({ id, title }) => (
        <section key={id} aria-labelledby={`besluiten-${id}`}>
          <Heading level={2} id={`besluiten-${id}`}>
            {title}
          </Heading>
          {lines
            .filter(({ gate }) => gate.id === id)
            .map((line) => (
              <OneDecision key={line.decision.id} line={line} at={at} />
            ))}
        </section>
      ))}
      {older === null ? <Proof phases={phases} plan={plan} at={at} /> : <Link href={older}>{words.older}</Link>}
    </DossierFrame>
  );
}

function OneDecision({ line, at }: { line: DecidedLine; at: Addresses }) {
  const wording = useWording();
  const { gate, decision, plan } = line;
  const round = gate.rounds.length > 1 ? `, ${wording.decidedPage.round(decision.round)}` : '';
  return (
    <article className="sluis-card">
      <Heading level={3}>
        <Link href={at.decision(gate.id, decision.id)}>{titleOf(plan, decision.body)}</Link>
        {round}
      </Heading>
      <Terms items={decidedTerms({ ...line, wording })} />
    </article>
  );
}
