// The card of a gate that is open: the numbers, the bar, and beside them who is missing and why.
import { isByItself } from '../../domain/workflow/asks.js';
import { holdsBack } from '../../domain/stand/requirements.js';
import { titleOf, type Plan } from '../../domain/workflow/plan.js';
import type { GateOnPage, GateView } from '../../wording/views.js';
import type { WhyWords } from '../../wording/words.js';
import { notCounting, standSigns, type StandSign } from '../../domain/views/stand-view.js';
import type { Asks, Day, Slug } from '../../domain/vocabulary.js';
import type { Wording } from '../../wording/wording.js';
import { useWording } from '../../http/page/wording.js';
import { daysUntil } from '../../domain/calendar.js';
import { Heading, Link } from '../../http/page/basics.js';
import { SignIcon, standFor, Verdict, Word } from '../../http/page/sign.js';
import { isMissing, standParts, type BodyLine } from './body-lines.js';
import { Sentence } from './sentence.js';
import { RequirementState } from './requirement-list.js';
import { SaidList } from './said-list.js';

interface GateCardProps {
  gate: GateOnPage;
  lines: BodyLine[];
  plan: Plan;
  today: Day;
  href: string;
  hrefOfDecision: (id: string) => string;
  /** Why a body does not count yet, in this dossier. */
  words: WhyWords;
  /** The phase that matters first of all that is late. */
  first: Slug | null;
  /** Where all who are missing are named. */
  hrefMissing: string;
}

/** Nothing is needed for a go where one can be, or can no longer be. */
function neededWords({ outcome, missing, asks, requirements }: GateView, { dossierPage }: Wording): string {
  if (missing.length === 0) return requirements.some(holdsBack) ? dossierPage.needed(asks) : dossierPage.ruling;
  if (asks === 'response') return dossierPage.notResponded;
  return outcome === 'open' ? dossierPage.needed(asks) : dossierPage.notCountingYet;
}

const namedMax = 12;
/** So many who are missing stand beside the figures; more stand under them. */
const besideMax = 6;
export function GateCard({ gate, lines, words, plan, today, first, href, ...hrefs }: GateCardProps) {
  const wording = useWording();
  const { dossierPage, count } = wording;
  const number = plan.phases.get(gate.phase)?.number ?? '';
  return (
    <section
      className={gate.missing.length > besideMax ? 'sluis-gate' : 'sluis-gate sluis-gate--beside'}
      aria-labelledby={`gate-${gate.id}`}
    >
      <div className="sluis-gate__stand">
        <Heading level={2} id={`gate-${gate.id}`}>
          <Link href={href}>
            {dossierPage.gate(number, plan.phases.get(gate.phase)?.title ?? gate.title, gate.asks)}
          </Link>
        </Heading>
        <p className="sluis-figures">
          <span>
            <strong className="sluis-figure">{count(gate.tally.decided)}</strong>{' '}
            {dossierPage.decided(gate.tally.decided, gate.tally.electorate, gate.asks)}{' '}
            <NotCounting n={notCounting(gate.tally)} />
          </span>
          {gate.dueOn !== null && <Term gate={gate} dueOn={gate.dueOn} today={today} first={first} />}
        </p>
        <Bar lines={lines} />
        <Legend lines={lines} asked={gate.asks} words={words} />
        <p>
          <Sentence gate={gate} />
        </p>
        {gate.ruling?.ruling === 'hold' && <p>{dossierPage.held(titleOf(plan, gate.ruledBy), gate.ruling.ruledOn)}</p>}
        {gate.asks === 'response' && (
          <SaidList lines={lines.filter((line) => !isMissing(line))} href={hrefs.hrefOfDecision} />
        )}
      </div>
      <div className="sluis-gate__needed">
        <Heading level={3}>{neededWords(gate, wording)}</Heading>
        <Needed gate={gate} lines={lines} words={words} plan={plan} hrefMissing={hrefs.hrefMissing} />
      </div>
    </section>
  );
}

interface TermProps extends Pick<GateCardProps, 'gate' | 'today' | 'first'> {
  dueOn: Day;
}

/** Once it is over it counts on for those alone who are late. */
function Term({ gate, dueOn, today, first }: TermProps) {
  const { dossierPage, count } = useWording();
  const left = daysUntil(today, dueOn);
  if (gate.late === null && left < 0) return <span>{dossierPage.dueOn(dueOn)}</span>;
  if (left === 0) return <span>{dossierPage.lastDay(dueOn)}</span>;
  return (
    <span className={left < 0 && gate.id === first ? 'sluis-late' : undefined}>
      <strong className="sluis-figure">{count(Math.abs(left))}</strong>{' '}
      {left > 0 ? dossierPage.left(left, dueOn) : dossierPage.late(-left, dueOn)}
    </span>
  );
}

export const NotCounting = ({ n }: { n: number }) => {
  const { dossierPage } = useWording();
  return n <= 0 ? null : <strong className="sluis-pending">({dossierPage.notCounting(n)})</strong>;
};

const countsOf = (lines: BodyLine[]): [StandSign, number][] =>
  standSigns.map((sign) => [sign, lines.filter(({ stand }) => stand.sign === sign).length]);

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

interface LegendProps extends Pick<GateCardProps, 'lines' | 'words'> {
  asked: Asks;
}

/** Who only responds is not against: that is counted where somebody was all the same. */
const isAlwaysShown = (sign: StandSign, asked: Asks): boolean =>
  sign === 'for' || (sign === 'against' && asked !== 'response');

export const Legend = ({ lines, words, asked }: LegendProps) => {
  const wording = useWording();
  const { capital, count } = wording;
  const hidden = new Set(lines.filter(({ stand }) => stand.sign === 'hidden').map(({ stand }) => stand.word));
  const said = { ...wording.signWords(asked), hidden: wording.eitherWords([...hidden]), none: words.silent };
  return (
    <ul className="sluis-legend">
      {countsOf(lines)
        .filter(([sign, n]) => n > 0 || isAlwaysShown(sign, asked))
        .map(([sign, n]) => (
          <li key={sign}>
            <Verdict sign={sign} word={capital(said[sign])} /> <strong>{count(n)}</strong>
          </li>
        ))}
    </ul>
  );
};

/** The word of a stand, and what follows it. */
const Why = ({ line }: { line: BodyLine }) => {
  const wording = useWording();
  const [, ...rest] = standParts(line, wording);
  return (
    <>
      <Word word={wording.capitalFirst(line.stand.parts)} of={line.stand} />
      {rest.map((words) => `, ${words}`).join('')}
    </>
  );
};

type NeededProps = Pick<GateCardProps, 'gate' | 'lines' | 'words' | 'plan' | 'hrefMissing'>;

const Needed = ({ gate, lines, words, plan, hrefMissing }: NeededProps) => {
  const wording = useWording();
  const { speech, capital, dossierPage, requirementPage } = wording;
  const onlyWhatIsAsked = gate.missing.length === 0 && gate.requirements.some(holdsBack);
  const waitsFor = onlyWhatIsAsked ? requirementPage.rulingWaits : dossierPage.rulingWaits(gate.asks);
  return (
    <ul className="sluis-needed">
      {gate.missing.slice(0, namedMax).map(({ body, why }) => {
        const line = lines.find((one) => one.body === body);
        return (
          <li key={body}>
            <strong>{titleOf(plan, body)}</strong>
            <span className="sluis-needed__why">
              <SignIcon sign={line?.stand.sign ?? 'none'} />
              <span {...(line ? standFor(line.stand) : {})}>{line ? <Why line={line} /> : capital(words[why])}</span>
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
      {gate.requirements.filter(holdsBack).map((one) => (
        <li key={one.id}>
          <strong>{one.title}</strong>
          <span className="sluis-needed__why">
            <RequirementState requirement={one} />
          </span>
        </li>
      ))}
      {isByItself(gate) ? (
        <li>{dossierPage.byItself}</li>
      ) : (
        <li>
          <strong>{titleOf(plan, gate.ruledBy)}</strong>
          <span className="sluis-needed__why">
            <SignIcon sign="none" />
            <span>
              {dossierPage.ruling}: {gate.outcome === 'open' ? waitsFor : dossierPage.rulingCan}
              {gate.outcome === 'no-go' && ` (${speech[gate.asks].heads['no-go'].toLowerCase()})`}
            </span>
          </span>
        </li>
      )}
    </ul>
  );
};
