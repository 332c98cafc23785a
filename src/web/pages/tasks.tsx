// What this person has to do, whom they wait for, and what they recorded.
import { damagedTitle, type DamagedDossier } from '../../domain/views/damaged-view.js';
import type { Day } from '../../domain/vocabulary.js';
import { useWording } from '../../http/page/wording.js';
import { daysUntil } from '../../domain/calendar.js';
import { Alert, Link, Paragraph, Section } from '../../http/page/basics.js';
import { Frame, type Surroundings } from '../../http/page/frame.js';
import { SignIcon, standFor, type Sign, type StandOf } from '../../http/page/sign.js';

export interface Task {
  label: string;
  dossier: string;
  href: string;
  day: Day | null;
  sign: Sign;
  /** Whose stand it is about, where it is. */
  of: StandOf | null;
}

interface TasksProps {
  around: Surroundings;
  today: Day;
  /** Whether this person records anything at all. */
  records: boolean;
  /** Whether there is a dossier to look at. */
  looks: boolean;
  /** Whether it is for this person to see that others do theirs. */
  follows: boolean;
  /** Dossiers of which nothing can be told. */
  damaged: DamagedDossier[];
  todo: Task[];
  waiting: Task[];
  done: Task[];
  /** Where the tasks in other dossiers are; null when these are all. */
  more: string | null;
  /** In how many dossiers was looked for what was done; null when in all. */
  doneIn: number | null;
}

export const TasksPage = ({
  around,
  today,
  records,
  looks,
  follows,
  damaged,
  todo,
  waiting,
  done,
  more,
  doneIn,
}: TasksProps) => {
  const { tasks: words } = useWording();
  return (
    <Frame title={words.title} around={{ ...around, here: '/taken' }}>
      {!records && (
        <Alert tone="info">
          <Paragraph>{looks ? `${words.noRole} ${words.looks}` : words.noRole}</Paragraph>
        </Alert>
      )}
      {damaged.length > 0 && (
        <Alert tone="warning">
          {damaged.map((one) => (
            <Paragraph key={one.id}>{words.damaged(damagedTitle(one), one.sequence)}</Paragraph>
          ))}
        </Alert>
      )}
      <TaskList title={words.todo} empty={words.nothing} tasks={todo} today={today} due />
      {follows && <TaskList title={words.waiting} empty={words.noWaiting} tasks={waiting} today={today} due />}
      {more !== null && (
        <Alert tone="info">
          <Paragraph>
            {words.notAll} <Link href={more}>{words.more}</Link>
          </Paragraph>
        </Alert>
      )}
      <TaskList title={words.done} empty={words.noneDone} tasks={done} today={today} />
      {doneIn !== null && (
        <Paragraph quiet>
          {words.doneIn(doneIn)} <Link href="/trajecten">{words.all}</Link>
        </Paragraph>
      )}
    </Frame>
  );
};

interface TaskListProps {
  title: string;
  empty: string;
  tasks: Task[];
  today: Day;
  /** Whether the day of a task is a term. */
  due?: boolean;
}

const TaskList = ({ title, empty, tasks, today, due }: TaskListProps) => {
  const { shortDay } = useWording();
  return (
    <Section title={title}>
      {tasks.length === 0 ? (
        <Paragraph quiet>{empty}</Paragraph>
      ) : (
        <ul className="sluis-cards">
          {tasks.map(({ label, dossier, href, day, sign, of }, i) => (
            <li key={`${href} ${i}`} className="sluis-card sluis-task" {...(of ? standFor(of) : {})}>
              <SignIcon sign={sign} />
              <p className="sluis-task__what">
                <a className="nl-link" href={href}>
                  {label}
                </a>
                <span className="sluis-quiet">{dossier}</span>
              </p>
              {day !== null && (
                <p className="sluis-task__when">{due ? <Term day={day} today={today} /> : shortDay(day)}</p>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};

function Term({ day, today }: { day: Day; today: Day }) {
  const { tasks: words } = useWording();
  const left = daysUntil(today, day);
  return (
    <>
      {words.due(day)}
      <span className={left < 0 ? 'sluis-late' : 'sluis-quiet'}>{left < 0 ? words.late(-left) : words.left(left)}</span>
    </>
  );
}
