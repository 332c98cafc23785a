// The card of a gate that is open: the numbers, the bar, and beside them who is missing and why.
import type { Plan } from '../../domain/workflow/plan.js';
import type { GateView } from '../../domain/views/gate-view.js';
import type { Day } from '../../domain/vocabulary.js';
import { count, daysUntil } from '../../wording/dates.js';
import { dossierPage, gatePage } from '../../wording/pages.js';
import { capital, decisionWords, untilWords } from '../../wording/words.js';
import { Heading, Link } from '../components/basics.js';
import { useWhyWords } from '../components/why-words.js';
import { SignIcon, Verdict, signOf, type Sign } from '../components/sign.js';
import { linesOf, titleOf, type BodyLine } from './body-lines.js';

interface GateCardProps {
  gate: GateView;
  plan: Plan;
  today: Day;
  href: string;
  /** Played back: that a term is over says nothing. */
  played: boolean;
  /** Where all who are missing are named. */
  hrefMissing: string;
}

const namedMax = 12;
const order: Sign[] = ['for', 'conditions', 'against', 'deferred', 'noted', 'waiting'];
const words: Partial<Record<Sign, string>> = {
  for: decisionWords.agree,
  conditions: decisionWords['agree-with-conditions'],
  against: decisionWords.disagree,
  deferred: decisionWords.deferred,
  noted: decisionWords.noted,
};

export function GateCard({ gate, plan, today, played, href, hrefMissing }: GateCardProps) {
  const lines = linesOf(gate, plan);
  const number = plan.phases.get(gate.phase)?.number ?? '';
  return (
    <section className="sluis-gate" aria-labelledby={`gate-${gate.id}`}>
      <div className="sluis-gate__stand">
        <Heading level={2} id={`gate-${gate.id}`}>
          <Link href={href}>{dossierPage.gate(number, plan.phases.get(gate.phase)?.title ?? gate.title)}</Link>
        </Heading>
        <p className="sluis-figures">
          <span>
            <strong className="sluis-figure">{count(gate.tally.decided)}</strong>{' '}
            {dossierPage.decided(gate.tally.electorate)}
          </span>
          {gate.replyBy !== null && <Term replyBy={gate.replyBy} today={today} played={played} />}
        </p>
        <Bar lines={lines} />
        <Legend lines={lines} />
        <p>{gate.sentence}</p>
      </div>
      <div className="sluis-gate__needed">
        <Heading level={3}>{dossierPage.needed}</Heading>
        <Needed gate={gate} plan={plan} hrefMissing={hrefMissing} />
      </div>
    </section>
  );
}

function Term({ replyBy, today, played }: { replyBy: Day; today: Day; played: boolean }) {
  const left = daysUntil(today, replyBy);
  if (played && left < 0) return <span>{dossierPage.replyBy(replyBy)}</span>;
  if (left === 0) return <span>{dossierPage.lastDay(replyBy)}</span>;
  return (
    <span className={left < 0 ? 'sluis-late' : undefined}>
      <strong className="sluis-figure">{count(Math.abs(left))}</strong>{' '}
      {left > 0 ? dossierPage.left(left, replyBy) : dossierPage.late(-left, replyBy)}
    </span>
  );
}

const countsOf = (lines: BodyLine[]): [Sign, number][] =>
  order.map((sign) => [sign, lines.filter(({ decision }) => signOf(decision?.decision ?? null) === sign).length]);

/** The same figures as the legend under it, drawn. */
function Bar({ lines }: { lines: BodyLine[] }) {
  let from = 0;
  const total = Math.max(1, lines.length);
  return (
    <svg className="sluis-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {countsOf(lines).map(([sign, n]) => {
        const x = from;
        from += (n / total) * 100;
        return n === 0 ? null : (
          <rect
            key={sign}
            className={`sluis-bar__part sluis-sign--${sign}`}
            x={x}
            width={(n / total) * 100}
            height="4"
          />
        );
      })}
    </svg>
  );
}

export function Legend({ lines }: { lines: BodyLine[] }) {
  const { silent } = useWhyWords();
  return (
    <ul className="sluis-legend">
      {countsOf(lines)
        .filter(([sign, n]) => n > 0 || sign === 'against')
        .map(([sign, n]) => (
          <li key={sign}>
            <Verdict sign={sign} word={capital(words[sign] ?? silent)} /> <strong>{count(n)}</strong>
          </li>
        ))}
    </ul>
  );
}

function Needed({ gate, plan, hrefMissing }: Pick<GateCardProps, 'gate' | 'plan' | 'hrefMissing'>) {
  const whyWords = useWhyWords();
  return (
    <ul className="sluis-needed">
      {gate.missing.slice(0, namedMax).map(({ body, why, until }) => (
        <li key={body}>
          <strong>{titleOf(plan, body)}</strong>
          <span className="sluis-needed__why">
            <SignIcon sign={signOf(gate.decisions.find((d) => d.body === body && !d.supersededBy)?.decision ?? null)} />
            <span>
              {capital(whyWords[why])}
              {until !== null && `, ${untilWords(why, until)}`}
            </span>
          </span>
        </li>
      ))}
      {gate.missing.length > namedMax && (
        <li>
          <Link href={hrefMissing}>{dossierPage.more(gate.missing.length - namedMax)}</Link>
        </li>
      )}
      {gate.missing.length === 0 && <li>{dossierPage.complete}</li>}
      <li>
        <strong>{titleOf(plan, gate.ruledBy)}</strong>
        <span className="sluis-needed__why">
          <SignIcon sign="waiting" />
          <span>
            {dossierPage.ruling}: {gate.outcome === 'open' ? dossierPage.rulingWaits : dossierPage.rulingCan}
            {gate.outcome === 'no-go' && ` (${gatePage.verdict('no-go').toLowerCase()})`}
          </span>
        </span>
      </li>
    </ul>
  );
}
