// What this person has to do, whom they wait for, and what they recorded.
import type { ReactNode } from 'react';
import { damagedTitle, type DamagedDossier } from '../../../domain/views/damaged-view.js';
import type { Reachable } from '../../../domain/people.js';
import type { BodyId, Day, Instant } from '../../../domain/vocabulary.js';
import type { Wording } from '../../../wording/wording.js';
import { useWording } from '../../../http/page/wording.js';
import { daysUntil } from '../../../domain/calendar.js';
import { Alert, Heading, Link, Paragraph, Section } from '../../../http/page/basics.js';
import { Frame, type Surroundings } from '../../../http/page/frame.js';
import { exportAddress, listStream } from '../addresses.js';
import { ExportMenu } from '../export-menu.js';
import { choiceQuery, ListChoices, UnknownChoice } from '../list-choice.js';
import { News, type ToldNews } from '../log/news.js';
import { chosenTasks, type AskedTasks, type Chosen, type TaskFilter } from './task-choice.js';
import { Term } from './term.js';
import { Waiting, type Awaited } from './waiting.js';
import { SignIcon, standFor, type Sign, type StandOf } from '../../../http/page/sign.js';

export interface Task {
  label: string;
  /** On its button, which opens its form; null where the label leads to what there is to see. */
  verb: string | null;
  dossier: string;
  href: string;
  day: Day | null;
  sign: Sign;
  /** Whose stand it is about, where it is. */
  of: StandOf | null;
}

/** What somebody has to do. */
export type OwnTask = Task & Chosen;

interface TasksProps {
  around: Surroundings;
  today: Day;
  /** When it was made. */
  since: Instant;
  /** Its own address. */
  again: string;
  /** Whether this person records anything at all. */
  records: boolean;
  /** Whether there is a dossier to look at. */
  looks: boolean;
  /** Whether it is for this person to see that others do theirs. */
  follows: boolean;
  /** Dossiers of which nothing can be told. */
  damaged: DamagedDossier[];
  asked: AskedTasks;
  todo: OwnTask[];
  waiting: Awaited[];
  done: Task[];
  /** Whom to reach about a body. */
  contactsOf: (body: BodyId) => Reachable[];
  /** From where there are tasks in other dossiers; null when these are all. */
  next: string | null;
  /** What others recorded since the former visit. */
  news: ToldNews | null;
  /** In how many dossiers was looked for what was done; null when in all. */
  doneIn: number | null;
}

export const TasksPage = (props: TasksProps) => {
  const { around, today, records, looks, damaged, asked, follows, next } = props;
  const todo = chosenTasks(props.todo, asked);
  const waiting = chosenTasks(props.waiting, asked);
  const chosen = choiceQuery(asked, asked.offers);
  const { tasks: words, taskListWords, feedWords } = useWording();
  return (
    <Frame
      title={words.title}
      around={{ ...around, here: path }}
      live={{ stream: listStream(props.since), again: props.again, ofAll: true }}
    >
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
      <div className="sluis-sided">
        <div>
          <TaskChoices {...props} />
          {asked.toon !== 'alles' && todo.length + waiting.length === 0 && <Paragraph>{taskListWords.none}</Paragraph>}
          {(asked.toon === 'alles' || todo.length > 0) && (
            <Todo tasks={todo} today={today} waits={follows && waiting.length > 0} asked={asked} />
          )}
          {follows && (asked.toon === 'alles' || waiting.length > 0) && (
            <Section title={words.waiting}>
              <Waiting rows={waiting} today={today} contactsOf={props.contactsOf} />
            </Section>
          )}
          {next !== null && (
            <Alert tone="info">
              <Paragraph>
                {words.notAll} <Link href={addressOf({ ...chosen, na: next })}>{words.more}</Link>
              </Paragraph>
            </Alert>
          )}
          {todo.length + waiting.length > 0 && (
            <ExportMenu lists={['taken']} hrefOf={(file) => addressOf(chosen, exportAddress(file))} />
          )}
        </div>
        <div className="sluis-side">
          <News news={props.news} />
          <Done {...props} />
          <p className="sluis-noprint">
            <Link href="/agenda">{feedWords.title}</Link>
          </p>
        </div>
      </div>
    </Frame>
  );
};

const path = '/taken';
const addressOf = (query: Record<string, string>, of = path): string =>
  Object.keys(query).length === 0 ? of : `${of}?${new URLSearchParams(query).toString()}`;

/** So few need no choice. */
const chosenFrom = 6;

/** Only what has tasks under it, and what is asked. */
function TaskChoices({ asked, todo, waiting, follows }: TasksProps) {
  const { listChoiceWords, taskListWords: words } = useWording();
  const all: Chosen[] = follows ? [...todo, ...waiting] : todo;
  const counted = new Map(
    asked.offers.filters.map((one) => [one, all.filter(({ under }) => under.has(one)).length] as const),
  );
  const named = (one: TaskFilter): string => listChoiceWords.counted(words.filters[one], counted.get(one) ?? 0);
  const isPlain = Object.keys(choiceQuery(asked, asked.offers)).length === 0;
  return (
    <>
      <UnknownChoice asked={asked} />
      {(all.length >= chosenFrom || !isPlain) && (
        <ListChoices
          asked={asked}
          offers={asked.offers}
          shown={asked.offers.filters.filter((one) => one === asked.toon || (counted.get(one) ?? 0) > 0)}
          hrefOf={addressOf}
          words={{
            ...words,
            order: listChoiceWords.order,
            filters: Object.fromEntries(asked.offers.filters.map((one) => [one, named(one)])),
          }}
        />
      )}
    </>
  );
}

type When = keyof Wording['tasks']['groups'];

/** So many tasks of a group, and so much of what was done, is shown at once. */
const tasksMax = 25;
const doneMax = 10;

/** In this order; a week is the seven days that follow. */
const groups: readonly When[] = ['late', 'today', 'week', 'later', 'undated'];
const weekLong = 7;

function whenOf({ day }: Task, today: Day): When {
  if (day === null) return 'undated';
  const left = daysUntil(today, day);
  if (left < 0) return 'late';
  if (left === 0) return 'today';
  return left <= weekLong ? 'week' : 'later';
}

interface TodoProps {
  tasks: OwnTask[];
  today: Day;
  waits: boolean;
  asked: AskedTasks;
}

/** What this person has to do, by when or by dossier: a group that has nothing is left out. Who waits has others to reach. */
const Todo = ({ tasks, today, waits, asked: { volgorde } }: TodoProps) => {
  const { tasks: words } = useWording();
  if (tasks.length === 0) return <Paragraph>{waits ? words.onlyWaits : words.nothing}</Paragraph>;
  const byTerm = groups.map((group) => ({
    title: words.groups[group],
    some: tasks.filter((task) => whenOf(task, today) === group),
  }));
  const byDossier = [...new Set(tasks.map(({ traject }) => traject))].map((traject) => ({
    title: traject === '' ? words.beside : traject,
    some: tasks.filter((task) => task.traject === traject),
  }));
  return (volgorde === 'traject' ? byDossier : byTerm)
    .filter(({ some }) => some.length > 0)
    .map(({ title, some }) => (
      <Section key={title} title={title}>
        <TaskList tasks={some} today={today} />
      </Section>
    ));
};

const Done = ({ done, doneIn }: Pick<TasksProps, 'done' | 'doneIn'>) => {
  const { tasks: words, shortDay } = useWording();
  return (
    <section>
      <Heading level={2}>{words.done}</Heading>
      {done.length === 0 && <Paragraph quiet>{words.noneDone}</Paragraph>}
      <FirstOf
        max={doneMax}
        rows={done.map(({ label, dossier, href, day, sign, of }, i) => (
          <li key={`${href} ${i}`} className="sluis-act" {...(of ? standFor(of) : {})}>
            <SignIcon sign={sign} />
            <span className="sluis-act__who">
              <a href={href}>{label}</a>
              <span className="sluis-act__state">
                {dossier}
                {day !== null && `, ${shortDay(day)}`}
              </span>
            </span>
          </li>
        ))}
      />
      {doneIn !== null && (
        <Paragraph quiet>
          {words.doneIn(doneIn)} <Link href="/trajecten">{words.all}</Link>
        </Paragraph>
      )}
    </section>
  );
};

const TaskList = ({ tasks, today }: Pick<TodoProps, 'tasks' | 'today'>) => (
  <FirstOf
    rows={tasks.map((task, i) => (
      <Row key={`${task.href} ${i}`} task={task} today={today} />
    ))}
    max={tasksMax}
  />
);

/** Of many the first; the others for who asks. */
const FirstOf = ({ rows, max }: { rows: ReactNode[]; max: number }) => {
  const { dossierPage } = useWording();
  return (
    <>
      <ul className="sluis-needed">{rows.slice(0, max)}</ul>
      {rows.length > max && (
        <details className="sluis-details">
          <summary>{dossierPage.more(rows.length - max)}</summary>
          <ul className="sluis-needed">{rows.slice(max)}</ul>
        </details>
      )}
    </>
  );
};

const Row = ({ task: { label, verb, dossier, href, day, sign, of }, today }: { task: Task; today: Day }) => (
  <li className="sluis-act sluis-task" {...(of ? standFor(of) : {})}>
    <SignIcon sign={sign} />
    <span className="sluis-act__who">
      <strong>{verb === null ? <a href={href}>{label}</a> : label}</strong>
      <span className="sluis-act__state">{dossier}</span>
    </span>
    <span className="sluis-act__why">{day !== null && <Term day={day} today={today} />}</span>
    {verb !== null && (
      <a
        className="nl-button nl-button--secondary sluis-act__do"
        href={href}
        aria-label={`${verb}: ${label}, ${dossier}`}
      >
        <span className="nl-button__label">{verb}</span>
      </a>
    )}
  </li>
);
