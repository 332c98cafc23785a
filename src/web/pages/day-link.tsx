// A day, and behind it the same day as a file for a calendar program; and all days of a gate, each so.
import { dayNames } from '../../domain/views/feed-days.js';
import type { Day } from '../../domain/vocabulary.js';
import { titleOf, type Plan } from '../../domain/workflow/plan.js';
import { Link } from '../../http/page/basics.js';
import { useWording } from '../../http/page/wording.js';
import type { GateView } from '../../wording/gates/views.js';
import type { Addresses } from './addresses.js';

/** @param href null for what goes into no calendar any more */
export const DayLink = ({ on, href }: { on: Day; href: string | null }) => {
  const { shortDay, feedWords } = useWording();
  if (href === null) return shortDay(on);
  return (
    <Link href={href}>
      {shortDay(on)}
      <span className="sluis-unseen">{feedWords.intoCalendar}</span>
    </Link>
  );
};

interface GateDaysProps {
  at: Addresses;
  gate: GateView;
  plan: Plan;
}

/** The last day of all, that of a body with one of its own, and the meetings in which bodies treat it; all of them in one file too. */
export const GateDays = ({ at, gate, plan }: GateDaysProps) => {
  const { feedWords: words } = useWording();
  const { id, round, dueOn, terms, agendas } = gate;
  const own = terms.filter((one) => one.dueOn !== null && one.dueOn !== dueOn);
  return (
    <details className="sluis-details sluis-noprint">
      <summary>{words.ofGate}</summary>
      <ul className="sluis-plain">
        <li>
          <Link href={`${at.now.gate(id)}/agenda.ics`}>{words.allOfGate}</Link>
        </li>
        {dueOn !== null && (
          <li>
            <DayLink on={dueOn} href={at.now.day(dayNames.term(id, round))} /> {words.lastDay}
          </li>
        )}
        {own.map(({ body, dueOn: on }) => (
          <li key={body}>
            <DayLink on={on ?? ''} href={at.now.day(dayNames.ownTerm(id, round, body))} />{' '}
            {words.lastDayOf(titleOf(plan, body))}
          </li>
        ))}
        {agendas.map(({ body, meetingOn, stage }) => (
          <li key={`${body} agenda`}>
            <DayLink on={meetingOn} href={at.now.day(dayNames.agenda(id, round, body))} />{' '}
            {words.treats(titleOf(plan, body), stage)}
          </li>
        ))}
      </ul>
    </details>
  );
};
