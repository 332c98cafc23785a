// The card of a gate that is open: the numbers, the bar, and beside them who is missing and why.
import { titleOf, type Plan } from '../../domain/workflow/plan.js';
import type { GateView } from '../../wording/views.js';
import type { WhyWords } from '../../wording/sentence.js';
import type { Mark } from '../../domain/views/marks.js';
import type { Day } from '../../domain/vocabulary.js';
import { count, daysUntil } from '../../wording/dates.js';
import { dossierPage, gatePage } from '../../wording/pages.js';
import { capital, decisionWords } from '../../wording/words.js';
import { Heading, Link } from '../../http/page/basics.js';
import { SignIcon, Verdict } from '../../http/page/sign.js';
import { whyParts, type BodyLine } from './body-lines.js';

interface GateCardProps {
  gate: GateView;
  lines: BodyLine[];
  plan: Plan;
  today: Day;
  href: string;
  /** Why a body does not count yet, in this dossier. */
  words: WhyWords;
  /** Played back: that a term is over says nothing. */
  played: boolean;
  /** Where all who are missing are named. */
  hrefMissing: string;
}

/** Nothing is needed for a go where one can be, or can no longer be. */
function neededWords({ outcome, missing }: GateView): string {
  if (missing.length === 0) return dossierPage.ruling;
  if (outcome === 'go') return dossierPage.notNeeded;
  return outcome === 'no-go' ? dossierPage.notCountingYet : dossierPage.needed;
}

const namedMax = 12;
/** So many who are missing stand beside the figures; more stand under them. */
const besideMax = 6;
const order: Mark[] = ['for', 'conditions', 'against', 'pending', 'deferred', 'noted', 'waiting'];
const marked: Record<Exclude<Mark, 'waiting'>, string> = {
  for: decisionWords.agree,
  conditions: dossierPage.conditional,
  against: decisionWords.disagree,
  pending: dossierPage.pending,
  deferred: decisionWords.deferred,
  noted: decisionWords.noted,
};

export function GateCard({ gate, lines, words, plan, today, played, href, hrefMissing }: GateCardProps) {
  const number = plan.phases.get(gate.phase)?.number ?? '';
  return (
    <section
      className={gate.missing.length > besideMax ? 'sluis-gate' : 'sluis-gate sluis-gate--beside'}
      aria-labelledby={`gate-${gate.id}`}
    >
      <div className="sluis-gate__stand">
        <Heading level={2} id={`gate-${gate.id}`}>
          <Link href={href}>{dossierPage.gate(number, plan.phases.get(gate.phase)?.title ?? gate.title)}</Link>
        </Heading>
        <p className="sluis-figures">
          <span>
            <strong className="sluis-figure">{count(gate.tally.decided)}</strong>{' '}
            {dossierPage.decided(gate.tally.electorate)} <NotCounting n={notCountingOf(gate, lines)} />
          </span>
          {gate.replyBy !== null && <Term replyBy={gate.replyBy} today={today} played={played} />}
        </p>
        <Bar lines={lines} />
        <Legend lines={lines} words={words} />
        <p>{gate.sentence}</p>
        {gate.ruling?.ruling === 'hold' && <p>{dossierPage.held(titleOf(plan, gate.ruledBy), gate.ruling.ruledOn)}</p>}
      </div>
      <div className="sluis-gate__needed">
        <Heading level={3}>{neededWords(gate)}</Heading>
        <Needed gate={gate} lines={lines} words={words} plan={plan} hrefMissing={hrefMissing} />
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

/** So many of those who decided do not count yet, other than for a condition. */
const notCountingOf = ({ tally }: GateView, lines: BodyLine[]): number =>
  tally.decided - lines.filter(({ mark }) => ['for', 'against', 'conditions'].includes(mark)).length;

export const NotCounting = ({ n }: { n: number }) =>
  n <= 0 ? null : <strong className="sluis-pending">({dossierPage.notCounting(n)})</strong>;

const countsOf = (lines: BodyLine[]): [Mark, number][] =>
  order.map((sign) => [sign, lines.filter(({ mark }) => mark === sign).length]);

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

export const Legend = ({ lines, words }: Pick<GateCardProps, 'lines' | 'words'>) => (
  <ul className="sluis-legend">
    {countsOf(lines)
      .filter(([sign, n]) => n > 0 || sign === 'for' || sign === 'against')
      .map(([sign, n]) => (
        <li key={sign}>
          <Verdict sign={sign} word={capital(sign === 'waiting' ? words.silent : marked[sign])} />{' '}
          <strong>{count(n)}</strong>
        </li>
      ))}
  </ul>
);

type NeededProps = Pick<GateCardProps, 'gate' | 'lines' | 'words' | 'plan' | 'hrefMissing'>;

const Needed = ({ gate, lines, words, plan, hrefMissing }: NeededProps) => (
  <ul className="sluis-needed">
    {gate.missing.slice(0, namedMax).map(({ body, why }) => {
      const line = lines.find((one) => one.body === body);
      return (
        <li key={body}>
          <strong>{titleOf(plan, body)}</strong>
          <span className="sluis-needed__why">
            <SignIcon sign={line?.mark ?? 'waiting'} />
            <span>{capital(line ? whyParts(line).join(', ') : words[why])}</span>
          </span>
        </li>
      );
    })}
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
