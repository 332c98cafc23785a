// A row for everyone who decides at a gate, with a column for what somebody has to tell there.
import type { ReactNode } from 'react';
import { daysUntil } from '../../../domain/calendar.js';
import type { ConditionView } from '../../../domain/views/decision-view.js';
import type { Day } from '../../../domain/vocabulary.js';
import type { GateView } from '../../../wording/gates/views.js';
import type { Wording } from '../../../wording/wording.js';
import { useWording } from '../../../http/page/wording.js';
import { ExplainedIn } from '../../../http/page/explained.js';
import { Link, Paragraph, Section } from '../../../http/page/basics.js';
import { Verdict } from '../../../http/page/sign.js';
import { Cell, Row, Table } from '../../../http/page/table.js';
import { bodyOffers, chosenBodies, countedBodies, dueFor, type AskedBodies, type BodyFilter } from '../body-choice.js';
import { isMissing, standParts, type BodyLine } from '../body-lines.js';
import { ListChoices, UnknownChoice } from '../list-choice.js';
import { ReachOf, reachOf, type Reaches } from './reach.js';
import { Points } from './said-list.js';
import type { Addresses } from '../addresses.js';

interface BodyTableProps {
  at: Addresses;
  gate: GateView;
  lines: BodyLine[];
  today: Day;
  /** Which of them, and in which order. */
  choice: AskedBodies;
  /** Whom to reach about each body; of none for who is not told. */
  reach: Reaches;
}

export function BodyTable({ gate, lines, at, today, choice, reach }: BodyTableProps) {
  const wording = useWording();
  const { gatePage, namesInList, bodyListWords } = wording;
  const shown = chosenBodies(lines, gate, choice);
  const { head, names } = namesInList(lines.map(({ title }) => title));
  const nameOf = new Map(lines.map(({ body, title }, i) => [body, names[i] ?? title]));
  const columns = columnsFor({ gate, lines, today, hrefOf: (id) => at.decision(gate.id, id) }, wording);
  const title = gatePage.whoActs(gate.asks);
  return (
    <Section title={title} id="besluiten">
      <BodyChoices {...{ gate, lines, at, choice }} />
      {shown.length === 0 ? (
        <Paragraph>{bodyListWords.none}</Paragraph>
      ) : (
        <Table
          label={title}
          kind="sluis-bodies sluis-stacked"
          heads={[head ?? title, ...columns.map((column) => column.head)]}
        >
          {shown.map((line) => (
            <Row
              key={line.body}
              head={
                <>
                  <Name line={line} name={nameOf.get(line.body)} href={at.decision(gate.id, line.decision?.id ?? '')} />
                  {isMissing(line) && <ReachOf reach={reachOf(line, reach)} body={line.title} />}
                </>
              }
            >
              {columns.map(({ head: over, kind, tell }) => (
                <Cell key={over} kind={kind} head={over}>
                  {tell(line)}
                </Cell>
              ))}
            </Row>
          ))}
        </Table>
      )}
      <ExplainedIn text={lines.map((line) => standParts(line, wording).join('; ')).join('; ')} />
    </Section>
  );
}

/** So few need no order. */
const orderedFrom = 6;

/** Only what has somebody under it, and what is asked. */
function BodyChoices({ gate, lines, at, choice }: Pick<BodyTableProps, 'gate' | 'lines' | 'at' | 'choice'>) {
  const { bodyListWords, gatePage, listChoiceWords } = useWording();
  const counted = countedBodies(lines, gate);
  const shown = bodyOffers.filters.filter((one) => counted.has(one) || one === choice.toon);
  const names = bodyListWords.filters(gate.asks);
  const named = (one: BodyFilter): string => listChoiceWords.counted(names[one], counted.get(one) ?? 0);
  const round: Record<string, string> = gate.round === gate.rounds.at(-1)?.round ? {} : { ronde: String(gate.round) };
  return (
    <>
      <UnknownChoice asked={choice} />
      <ListChoices
        asked={choice}
        offers={bodyOffers}
        shown={shown}
        ordered={lines.length >= orderedFrom}
        hrefOf={(query) => `${at.gate(gate.id, { ...round, ...query })}#besluiten`}
        words={{
          filter: gatePage.filter,
          filters: Object.fromEntries(bodyOffers.filters.map((one) => [one, named(one)])),
          order: listChoiceWords.order,
          orders: bodyListWords.orders,
        }}
      />
    </>
  );
}

const Name = ({ line, name = line.title, href }: { line: BodyLine; name?: string; href: string }) =>
  line.decision ? <Link href={href}>{name}</Link> : <>{name}</>;

interface Column {
  head: string;
  kind?: string;
  tell: (line: BodyLine) => ReactNode;
}

interface Looked extends Pick<BodyTableProps, 'gate' | 'lines' | 'today'> {
  hrefOf: (decision: string) => string;
}

/** What nobody has to tell has no column. */
function columnsFor(looked: Looked, wording: Wording): Column[] {
  const { gatePage, shortDay } = wording;
  const { gate, lines, hrefOf } = looked;
  const conditionsOf = ({ body }: BodyLine) =>
    gate.conditions.filter((one) => one.body === body && one.status !== 'lapsed');
  const notesOf = (line: BodyLine) => additionsOf(line, gate, wording);
  const hasTerms = gate.status === 'open' && gate.weeksFromReceipt !== null;
  const all: (Column & { has: boolean })[] = [
    { head: gatePage.said(gate.asks), has: true, kind: 'sluis-bodies__said', tell: (line) => <Said line={line} /> },
    {
      head: gatePage.choice,
      has: lines.some(({ choice }) => choice !== null),
      tell: ({ choice }) => choice,
    },
    {
      head: gatePage.points,
      has: lines.some(({ decision }) => (decision?.points.length ?? 0) > 0),
      tell: ({ decision }) => decision && <Points points={decision.points} />,
    },
    {
      head: gatePage.term,
      has: hasTerms && lines.some(isMissing),
      tell: (line) => isMissing(line) && <Term due={dueFor(gate, line.body)} today={looked.today} />,
    },
    {
      head: gatePage.condition,
      has: lines.some((line) => conditionsOf(line).length > 0),
      tell: (line) => <Conditions conditions={conditionsOf(line)} answeredBy={line.answeredBy} />,
    },
    {
      head: gatePage.notes,
      has: lines.some((line) => line.kept !== null || notesOf(line).length > 0),
      tell: (line) => <Notes notes={notesOf(line)} line={line} href={hrefOf(line.kept ?? '')} />,
    },
    {
      head: gatePage.on,
      has: lines.some(({ decision }) => decision !== null),
      kind: 'sluis-date',
      tell: ({ decision }) => decision && shortDay(decision.decidedOn),
    },
    {
      head: gatePage.reference,
      has: lines.some(({ decision }) => decision !== null && decision.reference !== null),
      kind: 'sluis-bodies__number',
      tell: ({ decision }) => decision?.reference,
    },
  ];
  return all.filter(({ has }) => has);
}

const Said = ({ line: { stand } }: { line: BodyLine }) => {
  const { capitalFirst } = useWording();
  return <Verdict sign={stand.drawn} word={capitalFirst(stand.parts)} of={stand} />;
};

/** How many days a body has left. */
const Term = ({ due, today }: { due: Day | null; today: Day }) => {
  const { dossierPage, gatePage, shortDay, termWords } = useWording();
  return due === null ? (
    <strong>{termWords.notBegun}</strong>
  ) : (
    <>
      <strong>{gatePage.left(daysUntil(today, due))}</strong>, {dossierPage.until(shortDay(due))}
    </>
  );
};

/** How they stand, or who is to answer them; their text stands under the table. */
function Conditions({ conditions, answeredBy }: { conditions: ConditionView[]; answeredBy: string | null }) {
  const { capital, conditionWords, dossierPage } = useWording();
  if (answeredBy !== null) return <>{capital(dossierPage.answeredBy(answeredBy))}</>;
  return <>{capital([...new Set(conditions.map(({ status }) => conditionWords[status]))].join('; '))}</>;
}

const Notes = ({ notes, line: { kept, stand }, href }: { notes: string[]; line: BodyLine; href: string }) => {
  const { gatePage } = useWording();
  return (
    <>
      {notes.join('; ')}
      {kept !== null && (
        <>
          {notes.length > 0 && '; '}
          <Link href={href}>{stand.act === null ? gatePage.keptAlone : gatePage.keptBeside}</Link>
        </>
      )}
    </>
  );
};

/** What no other column says: until when where that is not the day of all, and what is unusual about the decision. */
export function additionsOf(line: BodyLine, gate: GateView, wording: Wording): string[] {
  const { dossierPage, flagWords, gatePage, untilWords } = wording;
  const { decision, stand, fromRegion } = line;
  const { why, until } = stand;
  const isTold = until !== null && (until === gate.dueOn || until === dueFor(gate, line.body));
  const told = [
    ...(isTold && why !== null ? [untilWords(why, until)] : []),
    ...(line.answeredBy === null ? [] : [dossierPage.answeredBy(line.answeredBy)]),
  ];
  const rest = standParts(line, wording)
    .slice(1)
    .filter((part) => !told.includes(part));
  const flags = decision?.flags.filter((flag) => flag !== 'provisional' && flag !== stand.why) ?? [];
  return [
    ...(rest.length > 0 ? [rest.join(', ')] : []),
    ...(fromRegion > 0 ? [gatePage.beside(fromRegion)] : []),
    ...flags.map((flag) => flagWords[flag] ?? flag),
  ];
}
