// The one page that a meeting gets of a gate, made for paper: the verdict first, then what is asked, who is missing and why.
import type { Plan } from '../../../domain/workflow/plan.js';
import type { DossierHeading } from '../../../domain/views/dossier-view.js';
import type { Day } from '../../../domain/vocabulary.js';
import { Heading } from '../../../http/page/basics.js';
import type { Surroundings } from '../../../http/page/frame.js';
import { SignIcon, type Sign } from '../../../http/page/sign.js';
import { useWording } from '../../../http/page/wording.js';
import type { GateOnPage } from '../../../wording/gates/views.js';
import type { WhyWords } from '../../../wording/language/words.js';
import type { Addresses } from '../addresses.js';
import type { BodyLine } from '../body-lines.js';
import { DossierFrame } from '../dossier-frame.js';
import type { FittedPart } from './fitting.js';
import { Bar, Head, Legend } from './gate-verdict.js';
import { Sentence } from './sentence.js';

/** A line of it: about whom or what, what is said of it, and its sign where it has one. */
export interface BriefingRow {
  sign: Sign | null;
  who: string;
  what: string;
}

export interface Briefing {
  title: string;
  dossier: string;
  /** Of which day it is. */
  about: string;
  /** That it was invented, or played back. */
  marks: string[];
  gate: GateOnPage;
  lines: BodyLine[];
  questions: string[];
  parts: FittedPart<BriefingRow>[];
}

interface BriefingPageProps {
  around: Surroundings;
  at: Addresses;
  dossier: DossierHeading;
  briefing: Briefing;
  plan: Plan;
  day: Day;
  words: WhyWords;
}

export function BriefingPage({ around, at, dossier, briefing, plan, day, words }: BriefingPageProps) {
  const { gate, lines, questions, parts, title } = briefing;
  const { briefing: said, dossierPage } = useWording();
  const phase = plan.phases.get(gate.phase);
  return (
    <DossierFrame
      title={title}
      around={around}
      at={at}
      dossier={dossier}
      kicker={dossier.title}
      trail={[{ href: at.gate(gate.id), label: gate.title }]}
      past={{ moment: gate, toNow: at.now.briefing(gate.id) }}
    >
      <p className="nl-paragraph sluis-quiet sluis-noprint">
        {said.fits}{' '}
        <a className="nl-link" href={at.document('oplegger.pdf', { moment: gate.id })}>
          {said.pdf}
        </a>
        {' · '}
        <a className="nl-link" href={at.document('oplegger.docx', { moment: gate.id })}>
          {said.word}
        </a>
      </p>
      <div className="sluis-briefing">
        <section className="sluis-gate" aria-labelledby={`gate-${gate.id}`}>
          <Head gate={gate} plan={plan} today={day} first={gate.id} />
          <p className="sluis-gate__about">
            <strong>{dossierPage.gate(phase?.number ?? '', phase?.title ?? gate.title, gate.asks)}</strong>
            {gate.sentence !== null && (
              <>
                {' '}
                <Sentence gate={gate} titled brief={gate.status === 'open'} />
              </>
            )}
          </p>
          {questions.map((text) => (
            <p key={text} className="sluis-briefing__question">
              {text}
            </p>
          ))}
          {gate.sentence !== null && (
            <>
              <Bar lines={lines} />
              <Legend lines={lines} asked={gate.asks} words={words} />
            </>
          )}
        </section>
        {parts.map((part) => (
          <Part key={part.title} {...part} />
        ))}
      </div>
    </DossierFrame>
  );
}

const Part = ({ title, rows, left }: Briefing['parts'][number]) => {
  const { briefing: said } = useWording();
  return (
    <section>
      <Heading level={3}>{title}</Heading>
      {rows.every(({ who }) => who === '') ? (
        <ul className="sluis-briefing__asked">
          {rows.map(({ what }) => (
            <li key={what}>{what}</li>
          ))}
        </ul>
      ) : (
        <table className="sluis-briefing__rows">
          <caption className="sluis-unseen">{title}</caption>
          <tbody>
            {rows.map(({ sign, who, what }, i) => (
              <tr key={i}>
                <th scope="row">
                  {sign !== null && <SignIcon sign={sign} />} <span>{who}</span>
                </th>
                <td>{what}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {left > 0 && <p className="sluis-quiet">{said.left(left)}</p>}
    </section>
  );
};
