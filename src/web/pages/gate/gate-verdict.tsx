// A gate in one sentence and one number: whether it can be a go, until when, how many stand where, and who is to act.
import type { ReactNode } from 'react';
import { daysUntil } from '../../../domain/calendar.js';
import { drawnSigns, notCounting, type DrawnSign } from '../../../domain/views/stand-view.js';
import type { Asks, Day, Slug } from '../../../domain/vocabulary.js';
import { titleOf, type Plan } from '../../../domain/workflow/plan.js';
import { Link } from '../../../http/page/basics.js';
import { SignIcon, signOfOutcome, signOfRuling, Verdict, type Sign } from '../../../http/page/sign.js';
import { useWording } from '../../../http/page/wording.js';
import type { GateOnPage } from '../../../wording/gates/views.js';
import type { WhyWords } from '../../../wording/language/words.js';
import type { Wording } from '../../../wording/wording.js';
import type { Addresses } from '../addresses.js';
import type { BodyLine } from '../body-lines.js';
import type { Reaches } from './reach.js';
import { Choices } from './choices.js';
import { SaidOnCard } from './said-list.js';
import { Sentence } from './sentence.js';
import { ToAct, type RowAct } from './to-act.js';

interface GateVerdictProps {
  gate: GateOnPage;
  lines: BodyLine[];
  plan: Plan;
  today: Day;
  at: Addresses;
  /** Why a body does not count yet, in this dossier. */
  words: WhyWords;
  /** The phase that matters first of all that is late. */
  first: Slug | null;
  /** What this person can do about a body that is to act. */
  acts: ReadonlyMap<string, RowAct>;
  reach: Reaches;
  /** What stands beside who is to act; after the conclusion what can be done stands in their place. */
  side: ReactNode;
  then: ReactNode;
}

export function GateVerdict(props: GateVerdictProps) {
  const { gate, lines, words, plan, today, first, at, side, then } = props;
  const { dossierPage, gatePage } = useWording();
  const isOpen = gate.status === 'open';
  const phase = plan.phases.get(gate.phase);
  return (
    <section className={isOpen ? 'sluis-gate' : 'sluis-concluded'} aria-labelledby={`gate-${gate.id}`}>
      <Head gate={gate} plan={plan} today={today} first={first} />
      <p className="sluis-gate__about">
        <strong>
          <Link href={at.gate(gate.id)}>
            {dossierPage.gate(phase?.number ?? '', phase?.title ?? gate.title, gate.asks)}
          </Link>
        </strong>{' '}
        <span className="sluis-figures">
          <Decided gate={gate} />
        </span>{' '}
        <Sentence gate={gate} titled brief={isOpen} />
      </p>
      <Bar lines={lines} />
      <Legend lines={lines} asked={gate.asks} words={words} />
      <Choices gate={gate} lines={lines} />
      {isHeld(gate) && <p>{dossierPage.held(titleOf(plan, gate.ruledBy), gate.ruling?.ruledOn ?? '')}</p>}
      {gate.ruling?.reason != null && <p className="sluis-lines">{gatePage.quoted(gate.ruling.reason)}</p>}
      <div className="sluis-sided">
        <div className="sluis-gate__needed">
          {isOpen ? <ToAct {...props} /> : then}
          <SaidOnCard gate={gate} lines={lines} at={at} />
        </div>
        <div className="sluis-side">{side}</div>
      </div>
    </section>
  );
}

const isHeld = ({ status, ruling }: GateOnPage): boolean => status === 'open' && ruling?.ruling === 'hold';

interface HeadProps extends Pick<GateVerdictProps, 'gate' | 'plan' | 'today' | 'first'> {
  /** Whether it was put again since: then nothing is to be done over. */
  isFormer?: boolean;
}

/** The largest words of the page, and beside them the one day that counts. */
export function Head({ gate, plan, today, first, isFormer = false }: HeadProps) {
  const wording = useWording();
  return (
    <header className="sluis-gate__head">
      <SignIcon sign={signOfGate(gate)} />
      <h2 className="sluis-headline" id={`gate-${gate.id}`}>
        {headWords(gate, plan.phases.get(gate.phase)?.number ?? '', isFormer, wording)}
      </h2>
      {gate.headline !== null && <When gate={gate} plan={plan} today={today} first={first} />}
    </header>
  );
}

export function headWords(
  gate: GateOnPage,
  phase: string,
  isFormer: boolean,
  { dossierPage, gatePage }: Wording,
): string {
  const { headline, status, withdrawn } = gate;
  if (headline === null) return withdrawn ? gatePage.isTakenBack : gatePage.notPut;
  if (isHeld(gate)) return dossierPage.isHeld;
  return status === 'refused' && !isFormer ? dossierPage.again(headline, phase) : headline;
}

/** The day of the conclusion; before it the last one to decide. */
export function When({ gate, plan, today, first }: HeadProps) {
  const { dossierPage } = useWording();
  const { status, split, ruling, dueOn } = gate;
  if (status === 'open')
    return dueOn === null ? null : (
      <p className="sluis-gate__when">
        <Term gate={gate} dueOn={dueOn} today={today} first={first} />
      </p>
    );
  const on = split?.on ?? ruling?.ruledOn;
  return on === undefined ? null : (
    <p className="sluis-gate__when">
      {titleOf(plan, gate.ruledBy)}, <strong>{dossierPage.onDay(on)}</strong>
    </p>
  );
}

/** What was concluded; while it is open whether it can be a go. */
function signOfGate({ status, ruling, outcome, split, asks }: GateOnPage): Sign {
  if (split) return 'for';
  if (ruling && (status !== 'open' || ruling.ruling === 'hold')) return signOfRuling(ruling.ruling, asks);
  return signOfOutcome(outcome ?? 'open', asks);
}

const Decided = ({ gate: { tally, asks } }: { gate: GateOnPage }) => {
  const { dossierPage, count } = useWording();
  const n = notCounting(tally);
  return (
    <>
      {count(tally.decided)} {dossierPage.decided(tally.decided, tally.electorate, asks)}
      {n > 0 && ' '}
      <NotCounting n={n} />.
    </>
  );
};

interface TermProps extends Pick<GateVerdictProps, 'gate' | 'today' | 'first'> {
  dueOn: Day;
}

/** Once it is over it counts on for those alone who are late. */
function Term({ gate, dueOn, today, first }: TermProps) {
  const { dossierPage, days } = useWording();
  const left = daysUntil(today, dueOn);
  if (gate.late === null && left < 0) return <span>{dossierPage.dueOn(dueOn)}</span>;
  if (left === 0) return <span>{dossierPage.lastDay(dueOn)}</span>;
  return (
    <span className={left < 0 && gate.id === first ? 'sluis-late' : undefined}>
      {left > 0 && `${dossierPage.still} `}
      <strong>{days(Math.abs(left))}</strong>
      {left > 0 ? `, ${dossierPage.dueOn(dueOn)}` : ` ${dossierPage.lateSince(dueOn)}`}
    </span>
  );
}

export const NotCounting = ({ n }: { n: number }) => {
  const { dossierPage } = useWording();
  return n <= 0 ? null : <strong className="sluis-pending">({dossierPage.notCounting(n)})</strong>;
};

const bySign = (lines: BodyLine[]): [DrawnSign, number][] =>
  drawnSigns.map((sign) => [sign, lines.filter(({ stand }) => stand.drawn === sign).length]);

/** The same figures as the legend under it, drawn. */
export function Bar({ lines }: { lines: BodyLine[] }) {
  let from = 0;
  const total = Math.max(1, lines.length);
  return (
    <svg className="sluis-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {bySign(lines).map(([sign, n]) => {
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

interface LegendProps extends Pick<GateVerdictProps, 'lines' | 'words'> {
  asked: Asks;
}

/** Who only responds is for nor against: that is counted where somebody was all the same. */
const isAlwaysShown = (sign: DrawnSign, asked: Asks): boolean =>
  asked !== 'response' && (sign === 'for' || sign === 'against');

/** How many stand where, in words. */
export function countsOf(
  lines: BodyLine[],
  asked: Asks,
  words: WhyWords,
  wording: Wording,
): { sign: DrawnSign; word: string; n: number }[] {
  // Only what somebody said stands in it: all that could be said is too long for a telephone.
  const wordsOf = (sign: DrawnSign, word: (line: BodyLine) => string) =>
    wording.eitherWords([...new Set(lines.filter(({ stand }) => stand.drawn === sign).map(word))]);
  const said = {
    ...wording.signWords(asked),
    held: wordsOf('held', ({ stand }) => wording.heldWord(stand.why)),
    hidden: wordsOf('hidden', ({ stand }) => stand.word),
    none: words.silent,
  };
  return bySign(lines)
    .filter(([sign, n]) => n > 0 || isAlwaysShown(sign, asked))
    .map(([sign, n]) => ({ sign, word: wording.capital(said[sign]), n }));
}

export const Legend = ({ lines, words, asked }: LegendProps) => {
  const wording = useWording();
  return (
    <ul className="sluis-legend">
      {countsOf(lines, asked, words, wording).map(({ sign, word, n }) => (
        <li key={sign}>
          <Verdict sign={sign} word={word} /> <strong>{wording.count(n)}</strong>
        </li>
      ))}
    </ul>
  );
};
