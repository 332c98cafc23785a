// One dossier: where every phase is, what each open gate waits for, how every municipality stands, plan and reality.
import type { EventType } from '../../../domain/dossier/events.js';
import type { ReactNode } from 'react';
import type { DueMerger } from '../../../domain/commands/merge-parties.js';
import type { BoardView } from '../../../domain/views/board-view.js';
import type { ConditionView } from '../../../domain/views/decision-view.js';
import type { DossierView } from '../../../domain/views/dossier-view.js';
import { dayNames } from '../../../domain/views/feed-days.js';
import type { GateOnPage } from '../../../wording/gates/views.js';
import type { Day, Slug } from '../../../domain/vocabulary.js';
import type { Plan } from '../../../domain/workflow/plan.js';
import type { Wording } from '../../../wording/wording.js';
import { DueMergers } from './due-mergers.js';
import { FollowedPlan } from '../plans/followed-plan.js';
import { useWording } from '../../../http/page/wording.js';
import { Link, Recorded, Section } from '../../../http/page/basics.js';
import { Frame, inDossier, type Course, type Surroundings } from '../../../http/page/frame.js';
import type { Addresses } from '../addresses.js';
import { type BodyLine } from '../body-lines.js';
import type { Control } from '../controls.js';
import { ExportMenu } from '../export-menu.js';
import { Facts } from './facts.js';
import { Proof } from './proof.js';
import type { LogLine } from '../log/log.js';
import { GateVerdict } from '../gate/gate-verdict.js';
import { AskedHere, Conditions, Remind, Yours } from './beside-gate.js';
import type { Reaches } from '../gate/reach.js';
import type { RowAct } from '../gate/to-act.js';
import { Goal } from './lateness.js';
import { Matrix } from './matrix.js';
import { NewsHere, type NewsInDossier } from '../log/news.js';
import { Heard } from './heard.js';
import { Meetings } from './meetings.js';
import { Ribbon } from './ribbon.js';
import { Tabs } from '../tabs.js';
import { WithoutChair } from '../without-chair.js';
import { Timeline } from './timeline.js';
import { ReadOtherwise, type ToldGate } from '../log/told-otherwise.js';

/** A gate, and what this person can do about who is to act there. */
export interface GateLooked {
  gate: GateOnPage;
  lines: BodyLine[];
  acts: ReadonlyMap<string, RowAct>;
  /** How many this person can remind. */
  reminded: number;
  /** Whom to reach about each body. */
  reach: Reaches;
}

interface DossierPageProps {
  around: Surroundings;
  at: Addresses;
  dossier: DossierView;
  /** The gates that are open or were refused, else what was concluded last; each with everyone who decides there. */
  gates: GateLooked[];
  conditions: ConditionView[];
  board: BoardView;
  /** Whether also the phases that do not run are shown in words. */
  unfolded: boolean;
  /** The rows of the board, drawn. */
  rows: string;
  plan: Plan;
  today: Day;
  /** What this person can do here now; null in a look back. */
  yours: Control[] | null;
  mayStop: boolean;
  /** Mergers of its parties that the register has, and that were not recorded. */
  due: readonly DueMerger[];
  mayMerge: boolean;
  mayMigrate: boolean;
  mayMandate: boolean;
  /** Whether they can record a decision for somebody now. */
  mayPasteList: boolean;
  /** The phases of which this person can record a meeting now. */
  meetingsOf: ReadonlySet<string>;
  mayRecordFact: boolean;
  /** The phases in which this person may record a publication. */
  publishable: ReadonlySet<Slug>;
  /** The phases of which this person can move the plan now. */
  plansOf: ReadonlySet<string>;
  /** Where the days before and after are, and the first. */
  course: Course;
  /** Where it hears of more; null in a look back. */
  stream: string | null;
  /** What happened on the day that is looked back at. */
  happened: LogLine[];
  /** What others recorded here since the former visit; null where that is nothing, or not known. */
  news: NewsInDossier | null;
  /** What this person recorded just now. */
  recorded: EventType | null;
  /** What is read otherwise than before, and not seen. */
  told: ToldGate[];
  /** What modules add. */
  added: ReactNode;
}

export function DossierPage(props: DossierPageProps) {
  const wording = useWording();
  const { frame, dossierPage, gridWords } = wording;
  const { around, at, dossier, gates, plan, today } = props;
  const { asOf } = dossier;
  const day = asOf ?? today;
  return (
    <Frame
      title={dossier.title}
      around={inDossier(around, dossier)}
      kicker={kickerOf(dossier, wording)}
      trail={[{ href: '/trajecten', label: frame.dossiers }]}
      past={{ moment: dossier, toNow: at.now.dossier, ...props.course }}
      live={props.stream === null ? null : { stream: props.stream, again: at.dossier }}
    >
      {props.recorded && <Recorded what={props.recorded} />}
      <ReadOtherwise gates={props.told} plan={plan} at={at} />
      <DueMergers due={props.due} href={props.mayMerge ? at.now.merge : null} />
      <WithoutChair bodies={dossier.withoutChair} plan={plan} />
      <Tabs at={at} here="board" />
      <NewsHere news={props.news} />
      <Ribbon dossier={dossier} plan={plan} at={at} day={day} />
      {gates.map((looked, i) => (
        <Looked key={looked.gate.id} looked={looked} isFirst={i === 0} day={day} {...props} />
      ))}
      {gates.length === 0 && (
        <>
          <Yours level={2} {...props} />
          <Conditions level={2} {...props} />
        </>
      )}
      <Facts dossier={dossier} record={props.mayRecordFact ? at.now.fact : null} />
      <Proof phases={dossier.phases} plan={plan} at={at} publishable={props.publishable} />
      <Recurring {...props} />
      <Heard phases={dossier.phases} plan={plan} />
      <Happened lines={props.happened} />
      <Board {...props} />
      <Section title={dossierPage.planned}>
        <Goal dossier={dossier} day={day} />
        <Timeline
          phases={dossier.phases}
          startedOn={dossier.startedOn}
          goal={dossier.goal?.on ?? null}
          refusedOn={(phase) => refusedOn(dossier, phase)}
          plan={plan}
          today={day}
          first={dossier.late?.phase ?? null}
          goalFile={goalFile(dossier, at)}
          move={(phase) => (props.plansOf.has(phase) ? at.now.phaseForm(phase, 'planning') : null)}
        />
        {props.plansOf.size > 1 && <Aside href={at.now.plans} label={gridWords.plans.title} />}
      </Section>
      {props.added}
      <Asides {...props} />
      <LookBack at={at} day={asOf} min={dossier.startedOn} max={today} />
      <FollowedPlan dossier={dossier} plan={plan} />
    </Frame>
  );
}

/** In a look back, and of what is over, there is none. */
const goalFile = ({ state, source }: DossierView, at: Addresses): string | null =>
  state === 'running' && source === null && at.dossier === at.now.dossier ? at.now.day(dayNames.goal) : null;

const refusedOn = ({ gates }: DossierView, phase: Slug): Day | null =>
  gates.find(({ id, status }) => id === phase && status === 'refused')?.ruling?.ruledOn ?? null;

interface LookedProps extends DossierPageProps {
  looked: GateLooked;
  /** What belongs to the dossier stands beside the first. */
  isFirst: boolean;
  day: Day;
}

function Looked({ looked: { gate, lines, acts, reminded, reach }, isFirst, day, ...props }: LookedProps) {
  const { whyWordsIn, briefing } = useWording();
  const { dossier, plan, at } = props;
  const isOpen = gate.status === 'open';
  return (
    <GateVerdict
      gate={gate}
      lines={lines}
      words={whyWordsIn(dossier, gate.asks)}
      plan={plan}
      today={day}
      first={dossier.late?.phase ?? null}
      at={at}
      acts={acts}
      reach={reach}
      then={isFirst && <Yours {...props} />}
      side={
        <>
          {reminded > 0 && <Remind n={reminded} href={at.remind(gate.id)} />}
          {isFirst && isOpen && <Yours {...props} />}
          {isOpen && <AskedHere gate={gate} />}
          {isFirst && <Conditions {...props} />}
          <Aside href={at.briefing(gate.id)} label={briefing.link} />
        </>
      }
    />
  );
}

const exported = ['matrix', 'besluiten', 'voorwaarden', 'stukken', 'logboek'] as const;

const Board = ({ board, rows, at, today, dossier, unfolded }: DossierPageProps) => {
  const { dossierPage } = useWording();
  return (
    <Section title={dossierPage.matrix} id="besluiten">
      <Matrix board={board} rows={rows} at={at} today={dossier.asOf ?? today} unfolded={unfolded} />
      <ExportMenu lists={exported} hrefOf={at.export} documentAt={at.document} />
    </Section>
  );
};

function Asides({ at, dossier, plansOf, mayMandate, mayPasteList, mayMigrate, mayStop, course }: DossierPageProps) {
  const { decisionListWords, decisionsSheetWords, dossierPage, labels, mandatePage } = useWording();
  return (
    <>
      {(mayMandate || dossier.mandates.length > 0) && <Aside href={at.mandates} label={mandatePage.title} />}
      {mayPasteList && <Aside href={at.now.decisionList} label={decisionListWords.title} />}
      {plansOf.size > 0 && <Aside href={at.now.decisionsSheet} label={decisionsSheetWords.title} />}
      {mayMigrate && <Aside href={at.now.migrate} label={labels['migrate-dossier']} />}
      {mayStop && <Aside href={at.now.stop} label={labels['stop-dossier']} />}
      {dossier.asOf === null && course.first !== null && <Aside href={course.first} label={dossierPage.stepThrough} />}
    </>
  );
}

/** What is seldom done, under everything that is looked at every day. */
const Aside = ({ href, label }: { href: string; label: string }) => (
  <p className="sluis-noprint">
    <Link href={href}>{label}</Link>
  </p>
);

/** What became of it, once it no longer runs. */
const kickerOf = ({ state, endedOn }: DossierView, { dossierPage, capital, stateWords }: Wording): string | undefined =>
  state === 'running'
    ? undefined
    : capital(endedOn === null ? stateWords[state] : dossierPage.endedOn(stateWords[state], endedOn));

/** A part for every phase in which meetings come back. */
const Recurring = ({ dossier, plan, at, meetingsOf }: DossierPageProps) =>
  dossier.phases.map((phase) => {
    const every = plan.phases.get(phase.id)?.recurs?.every;
    const record = meetingsOf.has(phase.id) ? at.now.phaseForm(phase.id, 'overleg') : null;
    return every && <Meetings key={phase.id} at={at} phase={phase} every={every} record={record} />;
  });

const Happened = ({ lines }: { lines: LogLine[] }) => {
  const { dossierPage } = useWording();
  return lines.length === 0 ? null : (
    <Section title={dossierPage.thatDay}>
      <ul className="sluis-plain">
        {lines.map(({ sequence, sentence, href, source }) => (
          <li key={sequence}>
            {href === null ? sentence : <Link href={href}>{sentence}</Link>}
            {source !== null && <p className="sluis-quiet">{source}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
};

const LookBack = ({ at, day, min, max }: { at: Addresses; day: Day | null; min: Day; max: Day }) => {
  const { frame } = useWording();
  return (
    <details className="sluis-details sluis-noprint">
      <summary>{frame.lookBack}</summary>
      <form className="sluis-inline" method="get" action={at.now.dossier}>
        <label className="utrecht-form-label" htmlFor="asOf">
          {frame.day}
        </label>
        <input
          className="utrecht-textbox utrecht-textbox--html-input"
          id="asOf"
          name="asOf"
          type="date"
          required
          min={min}
          max={max}
          defaultValue={day ?? undefined}
        />
        <button className="nl-button nl-button--secondary" type="submit">
          {frame.show}
        </button>
      </form>
    </details>
  );
};
