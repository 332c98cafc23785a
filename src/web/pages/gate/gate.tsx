// One gate: the answer, everyone who decides, what can be done, what was asked, and why it stands as it does.
import type { EventType } from '../../../domain/dossier/events.js';
import type { ReactNode } from 'react';
import type { Plan } from '../../../domain/workflow/plan.js';
import type { DossierHeading } from '../../../domain/views/dossier-view.js';
import type { GateOnPage } from '../../../wording/gates/views.js';
import type { BodyId, Day, Slug } from '../../../domain/vocabulary.js';
import type { WhyWords } from '../../../wording/language/words.js';
import { useWording } from '../../../http/page/wording.js';
import { Alert, Link, Paragraph, Recorded } from '../../../http/page/basics.js';
import type { Course, Surroundings } from '../../../http/page/frame.js';
import type { Addresses } from '../addresses.js';
import { DossierFrame } from '../dossier-frame.js';
import { Asked } from '../asked.js';
import { missingFirstFrom, type BodyLine } from '../body-lines.js';
import { BodyTable } from './body-table.js';
import { ConditionList } from './condition-list.js';
import { GateDays } from '../day-link.js';
import { ExportMenu } from '../export-menu.js';
import { Changes, Rounds, Split, TakenBack, Texts, type RoundLine } from './gate-history.js';
import { Controls, type Control } from '../controls.js';
import { bodyOffers, type AskedBodies } from '../body-choice.js';
import { choiceQuery } from '../list-choice.js';
import { Bar, Head, Legend } from './gate-verdict.js';
import type { Reaches } from './reach.js';
import { RequirementList } from './requirement-list.js';
import { Rulings } from './rulings.js';
import { Sentence } from './sentence.js';
import { TermTable } from './term-table.js';
import { Reasons } from '../reasons.js';
import { WithoutChair } from '../without-chair.js';
import { ReadOtherwise, type ToldGate } from '../log/told-otherwise.js';

interface GatePageProps {
  around: Surroundings;
  at: Addresses;
  dossier: DossierHeading;
  gate: GateOnPage;
  /** The round that the gate is in. */
  current: number;
  lines: BodyLine[];
  /** Why a body does not count yet, in this dossier. */
  words: WhyWords;
  rounds: RoundLine[];
  proposed: Slug | null;
  plan: Plan;
  today: Day;
  /** Which of those who decide are shown, and in which order. */
  choice: AskedBodies;
  /** What this person recorded just now. */
  recorded: EventType | null;
  /** Null in a look back and in a former round. */
  controls: Control[] | null;
  /** What else this person can do here, seldom needed. */
  more: Control[];
  /** The conditions that this person may answer. */
  answerable: ReadonlySet<string>;
  /** The papers and criteria that this person may bring or state. */
  bringable: ReadonlySet<Slug>;
  course: Course;
  /** Where it hears of more; null in a look back. */
  stream: string | null;
  /** Whom to reach about each body; of none for who is not told. */
  reach: Reaches;
  /** Who is to conclude here, where nobody may. */
  withoutChair: BodyId[];
  /** What is read otherwise than before, and not seen. */
  told: ToldGate[];
  /** What modules add. */
  added: ReactNode;
}

export function GatePage(props: GatePageProps) {
  const { dossierPage, gatePage } = useWording();
  const { around, at, dossier, gate, current, plan } = props;
  const phase = plan.phases.get(gate.phase);
  return (
    <DossierFrame
      title={gate.title}
      around={around}
      at={at}
      dossier={dossier}
      kicker={dossierPage.gate(phase?.number ?? '', phase?.title ?? '', gate.asks)}
      past={{ moment: gate, toNow: at.now.gate(gate.id), ...props.course }}
      live={
        props.stream === null
          ? null
          : { stream: props.stream, again: at.gate(gate.id, choiceQuery(props.choice, bodyOffers)) }
      }
    >
      {props.recorded && <Recorded what={props.recorded} />}
      <ReadOtherwise gates={props.told} plan={plan} at={at} />
      <WithoutChair bodies={props.withoutChair} plan={plan} />
      {gate.round < current && (
        <Alert tone="warning">
          <Paragraph>
            {gatePage.formerRound}{' '}
            <Link href={at.gate(gate.id)}>{gate.rounds.length < current ? gatePage.toGate : gatePage.toCurrent}</Link>
          </Paragraph>
        </Alert>
      )}
      <TakenBack gate={gate} rounds={props.rounds} at={at} />
      <Told {...props} />
      <div className="sluis-sided sluis-sided--gate">
        <Parts {...props} />
      </div>
    </DossierFrame>
  );
}

/** Who decides, what can be done and what was asked, and the rest: of many what can be done comes first where all is one column. */
function Parts(props: GatePageProps) {
  const { briefing, out } = useWording();
  const { gate, lines, plan, proposed } = props;
  const day = gate.asOf ?? props.today;
  const formerRound: Record<string, string> = gate.round < props.current ? { ronde: String(gate.round) } : {};
  const chosen = choiceQuery(props.choice, bodyOffers);
  const who = (
    <div key="who" className="sluis-sided__first">
      {gate.submittedOn === null ? (
        <Asked gate={gate} proposed={proposed} plan={plan} today={day} />
      ) : (
        <>
          {gate.status !== 'open' && <Rulings gate={gate} plan={plan} />}
          <BodyTable {...props} today={day} />
          <p className="sluis-noprint">
            <Link href={props.at.briefing(gate.id)}>{briefing.link}</Link>
          </p>
          <ul className="sluis-plain sluis-noprint">
            {(['reactienota.docx', 'raadsinformatiebrief.docx'] as const).map((file) => (
              <li key={file}>
                <Link href={props.at.document(file, { moment: gate.id })}>{out.asWord(out.documents[file])}</Link>
              </li>
            ))}
          </ul>
          {gate.asOf === null && gate.knownAt === null && <GateDays at={props.at} gate={gate} plan={plan} />}
          <ExportMenu
            lists={['moment']}
            hrefOf={(file) => props.at.export(file, { moment: gate.id, ...formerRound, ...chosen })}
          />
        </>
      )}
    </div>
  );
  const side = <Beside key="side" {...props} />;
  return (
    <>
      {lines.length > missingFirstFrom ? [side, who] : [who, side]}
      <div className="sluis-sided__rest">
        <Rest {...props} />
      </div>
    </>
  );
}

function Beside({ gate, plan, proposed, today, controls, more }: GatePageProps) {
  const { gatePage } = useWording();
  return (
    <div className="sluis-side">
      {controls && (
        <aside className="sluis-aside" aria-labelledby="controls">
          <h2 className="nl-heading nl-heading--level-3" id="controls">
            {gatePage.controls}
          </h2>
          <Controls controls={controls} />
          <More controls={more} />
        </aside>
      )}
      {gate.submittedOn !== null && <Asked gate={gate} proposed={proposed} plan={plan} today={gate.asOf ?? today} />}
    </div>
  );
}

/** What bears out the answer, and what came before it. */
function Rest(props: GatePageProps) {
  const { at, gate, plan } = props;
  const { gatePage } = useWording();
  return (
    <>
      {gate.explanation && <Reasons explanation={gate.explanation} asked={gate.asks} />}
      <Split gate={gate} plan={plan} />
      <Changes gate={gate} plan={plan} />
      <RequirementList {...props} />
      <TermTable gate={gate} plan={plan} />
      <ConditionList title={gatePage.conditions} {...props} conditions={gate.conditions} />
      {gate.decisionsLeftOut > 0 && (
        <Paragraph quiet>
          {gatePage.leftOut(gate.decisionsLeftOut)} <Link href={at.log()}>{gatePage.inLog}</Link>
        </Paragraph>
      )}
      <ConditionList title={gatePage.carriedHere} {...props} conditions={gate.carriedHere} />
      <Texts gate={gate} plan={plan} />
      {gate.status === 'open' && <Rulings gate={gate} plan={plan} />}
      <Rounds gate={gate} rounds={props.rounds} at={at} />
      {props.added}
    </>
  );
}

/** The answer first: whether it can be a go or what was concluded, until when, and how many stand where. */
function Told({ gate, current, lines, plan, today, words }: GatePageProps) {
  const { gatePage } = useWording();
  const concludedOn = gate.split?.on ?? gate.rulings.at(-1)?.ruledOn;
  const late = gate.decisions.filter((d) => d.supersededBy === null && d.flags.includes('after-ruling')).length;
  return (
    <section className="sluis-gate" aria-labelledby={`gate-${gate.id}`}>
      <Head gate={gate} plan={plan} today={gate.asOf ?? today} first={gate.id} isFormer={gate.round < current} />
      {gate.sentence !== null && (
        <>
          <p className="sluis-gate__about">
            <Sentence gate={gate} titled />
          </p>
          <Bar lines={lines} />
          <Legend lines={lines} asked={gate.asks} words={words} />
        </>
      )}
      {late > 0 && concludedOn !== undefined && (
        <Alert tone="warning">
          <Paragraph>{gatePage.changedAfter(late, concludedOn)}</Paragraph>
        </Alert>
      )}
    </section>
  );
}

const More = ({ controls }: { controls: Control[] }) => {
  const { gatePage } = useWording();
  return controls.length === 0 ? null : (
    <details className="sluis-details">
      <summary>{gatePage.more}</summary>
      <ul className="sluis-plain">
        {controls.map(({ label, href }) => (
          <li key={href}>
            <Link href={href}>{label}</Link>
          </li>
        ))}
      </ul>
    </details>
  );
};
