// The meetings of a phase in which they come back: what became of each, what each reported, and its course.
import type { Interval } from '../../../domain/calendar.js';
import type { PhaseView } from '../../../domain/views/dossier-view.js';
import { dayNames } from '../../../domain/views/feed-days.js';
import type { GoalView, MeetingView } from '../../../domain/views/meeting-view.js';
import type { Wording } from '../../../wording/wording.js';
import { useWording } from '../../../http/page/wording.js';
import { ButtonLink, Paragraph, Section } from '../../../http/page/basics.js';
import { Verdict, type Sign } from '../../../http/page/sign.js';
import { Cell, Row, Table } from '../../../http/page/table.js';
import type { Addresses } from '../addresses.js';
import { DayLink } from '../day-link.js';
import { GoalChart, type Reported } from './goal-chart.js';
import { numberIn } from './numbers.js';

interface MeetingsProps {
  at: Addresses;
  phase: PhaseView;
  every: Interval;
  /** Where one is recorded; null where this person cannot. */
  record: string | null;
}

const signs: Record<MeetingView['status'], Sign> = {
  expected: 'none',
  held: 'for',
  moved: 'held',
  cancelled: 'skipped',
  missed: 'against',
};

export function Meetings({ at, phase, every, record }: MeetingsProps) {
  const { dossierPage, intervalWords, labels } = useWording();
  const { title, startedOn, meetings, goals } = phase;
  if (startedOn === null) return null;
  const charts = goals.map((goal) => ({ goal, points: pointsOf(meetings, goal) }));
  return (
    <Section title={dossierPage.meetings(title)} id={`overleg-${phase.id}`}>
      <Paragraph quiet>{dossierPage.cadence(intervalWords(every), startedOn)}</Paragraph>
      {charts.some(({ points }) => points.length > 1) && (
        <div className="sluis-charts">
          {charts.map(({ goal, points }) => (
            <GoalChart key={goal.id} goal={goal} points={points} />
          ))}
        </div>
      )}
      {meetings.length === 0 ? (
        <Paragraph>{dossierPage.noMeetings}</Paragraph>
      ) : (
        <MeetingTable title={dossierPage.meetings(title)} {...{ at, phase, meetings, goals }} />
      )}
      {record !== null && meetings.length > 0 && (
        <p className="sluis-actions sluis-noprint">
          <ButtonLink href={record}>{labels['record-meeting']}</ButtonLink>
        </p>
      )}
    </Section>
  );
}

interface MeetingTableProps extends Pick<MeetingsProps, 'at' | 'phase'> {
  title: string;
  meetings: MeetingView[];
  goals: GoalView[];
}

const MeetingTable = ({ at, phase, title, meetings, goals }: MeetingTableProps) => {
  const wording = useWording();
  const { dossierPage, meetingForm } = wording;
  return (
    <Table
      label={title}
      kind="sluis-followed"
      heads={[
        dossierPage.expectedOn,
        dossierPage.meeting,
        ...goals.map(({ title: goal, unit }) => meetingForm.goal(goal, unit)),
      ]}
    >
      {meetings.map((meeting) => (
        <Row key={meeting.expectedOn} head={<Expected at={at} phase={phase} meeting={meeting} />}>
          <Cell>
            <Verdict sign={signs[meeting.status]} word={becameOf(meeting, wording)} />
            <span className="sluis-quiet">{additionsOf(meeting, wording).join('; ')}</span>
          </Cell>
          {goals.map(({ id }) => (
            <Cell key={id}>{meeting.values[id] ?? '–'}</Cell>
          ))}
        </Row>
      ))}
    </Table>
  );
};

/** What is still to come goes into a calendar. */
const Expected = ({ at, phase, meeting }: Pick<MeetingsProps, 'at' | 'phase'> & { meeting: MeetingView }) => {
  const isToCome = meeting.status === 'expected' && at.dossier === at.now.dossier;
  const name = dayNames.meeting(phase.id, meeting.expectedOn);
  return <DayLink on={meeting.expectedOn} href={isToCome ? at.now.day(name) : null} />;
};

/** The word of a status with its day: gehouden op 25 maart 2019, verplaatst naar 2 april 2019. */
function wordsOf(
  { status, on }: Pick<MeetingView, 'status' | 'on'>,
  { meetingStatusWords, dossierPage }: Wording,
): string {
  const word = meetingStatusWords[status];
  if (on === null) return word;
  return `${word} ${status === 'held' ? dossierPage.heldOn(on) : dossierPage.movedTo(on)}`;
}

const becameOf = ({ status, on, expectedOn }: MeetingView, wording: Wording): string =>
  wording.capital(wordsOf({ status, on: status === 'missed' || on === expectedOn ? null : on }, wording));

/** Why, and what was recorded before. */
function additionsOf({ status, on, reason, earlier }: MeetingView, wording: Wording): string[] {
  const { meetingStatusWords, dossierPage } = wording;
  return [
    ...(status === 'missed' && on !== null ? [`${meetingStatusWords.moved} ${dossierPage.movedTo(on)}`] : []),
    ...(reason === null ? [] : [reason]),
    ...earlier.map((one) => dossierPage.before(wordsOf(one, wording))),
  ];
}

/** The numbers that were reported, each on the day of its meeting, oldest first. */
const pointsOf = (meetings: readonly MeetingView[], { id }: GoalView): Reported[] =>
  meetings
    .flatMap(({ on, values }) => {
      const text = values[id];
      const number = text === undefined ? null : numberIn(text);
      return on === null || number === null || text === undefined ? [] : [{ on, number, text }];
    })
    .sort((a, b) => a.on.localeCompare(b.on));
