// Whom who looks waits for: at each gate a row for everyone whose turn it is there.
import { groupedBy } from '../../../domain/grouped.js';
import type { Reachable } from '../../../domain/people.js';
import type { BodyId, Day } from '../../../domain/vocabulary.js';
import { Heading, Link, Paragraph } from '../../../http/page/basics.js';
import { SignIcon, standFor, type Sign, type StandOf } from '../../../http/page/sign.js';
import { useWording } from '../../../http/page/wording.js';
import { ReachOf } from '../gate/reach.js';
import type { Chosen } from './task-choice.js';
import { Term } from './term.js';

/** Who is waited for, and for what. */
export interface WaitedFor {
  /** Whose turn it is: a body, or who leads the process of the region. */
  who: string;
  /** The body about which who looks may reach somebody; null where there is none. */
  reach: BodyId | null;
  /** What it is to do, and how it stands there already where it is not silent: who deferred it, say, and until when. */
  what: string;
}

/** A turn of another. */
export interface Awaited extends Chosen {
  waits: WaitedFor;
  /** The phase with its dossier. */
  dossier: string;
  href: string;
  day: Day | null;
  sign: Sign;
  of: StandOf | null;
}

/** So many gates are shown with everyone who is waited for there, and so many of these; the others are counted. */
const gatesMax = 12;
const rowsMax = 12;

interface WaitingProps {
  rows: readonly Awaited[];
  today: Day;
  /** Whom to reach about a body. */
  contactsOf: (body: BodyId) => Reachable[];
}

export const Waiting = ({ rows, ...props }: WaitingProps) => {
  const { tasks: words } = useWording();
  const gates = [...groupedBy(rows, ({ href, dossier }) => `${href} ${dossier}`).values()];
  if (gates.length === 0) return <Paragraph quiet>{words.noWaiting}</Paragraph>;
  return (
    <>
      {gates.slice(0, gatesMax).map((some) => (
        <AtGate key={some[0]?.href} rows={some} {...props} />
      ))}
      {gates.length > gatesMax && (
        <details className="sluis-details">
          <summary>{words.waitsElsewhere(gates.length - gatesMax)}</summary>
          <ul className="sluis-needed">
            {gates.slice(gatesMax).map((some) => (
              <Counted key={some[0]?.href} rows={some} today={props.today} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
};

function AtGate({ rows, today, contactsOf }: WaitingProps) {
  const { dossierPage } = useWording();
  const [first] = rows;
  if (!first) return null;
  const shared = rows.every(({ day }) => day === first.day) ? first.day : null;
  const people = [...groupedBy(rows, ({ waits }) => waits.who)];
  return (
    <section className="sluis-waits">
      <div className="sluis-waits__at">
        <Heading level={3}>
          <Link href={first.href}>{first.dossier}</Link>
        </Heading>
        {shared !== null && (
          <span>
            <Term day={shared} today={today} />
          </span>
        )}
      </div>
      <ul className="sluis-needed">
        {people.slice(0, rowsMax).map(([who, turns]) => (
          <Row key={who} turns={turns} isTermTold={shared !== null} today={today} contactsOf={contactsOf} />
        ))}
        {people.length > rowsMax && (
          <li>
            <Link href={first.href}>{dossierPage.more(people.length - rowsMax)}</Link>
          </li>
        )}
      </ul>
    </section>
  );
}

interface RowProps extends Omit<WaitingProps, 'rows'> {
  /** All of one who is waited for, at one gate. */
  turns: readonly Awaited[];
  /** Once for everyone at the gate. */
  isTermTold: boolean;
}

function Row({ turns, isTermTold, today, contactsOf }: RowProps) {
  const [first] = turns;
  if (!first) return null;
  const { waits, sign, of, day } = first;
  const { who, reach } = waits;
  return (
    <li className="sluis-act sluis-awaited" {...(of ? standFor(of) : {})}>
      <SignIcon sign={sign} />
      <span className="sluis-act__who">
        <strong>{who}</strong>
        {turns.map(({ waits: { what } }) => (
          <span key={what} className="sluis-act__state">
            {what}
          </span>
        ))}
      </span>
      <span className="sluis-act__why">
        {day !== null && !isTermTold && <Term day={day} today={today} />}
        {reach !== null && <ReachOf reach={{ people: contactsOf(reach), note: null, write: null }} body={who} />}
      </span>
    </li>
  );
}

const Counted = ({ rows, today }: Pick<WaitingProps, 'rows' | 'today'>) => {
  const { tasks: words } = useWording();
  const [first] = rows;
  return first ? (
    <li className="sluis-act">
      <span className="sluis-act__who">
        <Link href={first.href}>{first.dossier}</Link>
        <span className="sluis-act__state">{words.waitsOn(rows.length)}</span>
      </span>
      <span className="sluis-act__why">{first.day !== null && <Term day={first.day} today={today} />}</span>
    </li>
  ) : null;
};
