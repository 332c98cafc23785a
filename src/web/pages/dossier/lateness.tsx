// What is late in a dossier in one line; and how far it is from the goal of its plan. Nothing where there is neither.
import { daysUntil } from '../../../domain/calendar.js';
import type { PlanGoal } from '../../../domain/stand/lateness.js';
import type { DossierView } from '../../../domain/views/dossier-view.js';
import type { Day } from '../../../domain/vocabulary.js';
import { useWording } from '../../../http/page/wording.js';

export const Lateness = ({ dossier: { phases, late } }: { dossier: DossierView }) => {
  const { latenessWords: words } = useWording();
  if (!late) return null;
  const title = phases.find(({ id }) => id === late.phase)?.title ?? '';
  const others = late.phases.length - 1;
  return (
    <p>
      <strong className="sluis-late">{words.first(title, late.days)}</strong>, {words.since(late.since)}.{' '}
      {others > 0 && words.others(others)}
    </p>
  );
};

export const Goal = ({ dossier: { goal, state, source }, day }: { dossier: DossierView; day: Day }) =>
  goal && (
    <p>
      <GoalWords goal={goal} day={day} awaited={state === 'running' && source === null} />
    </p>
  );

const GoalWords = ({ goal: { on, reachedOn, late }, day, awaited }: { goal: PlanGoal; day: Day; awaited: boolean }) => {
  const { latenessWords: words } = useWording();
  const ahead = awaited ? words.goalAhead(daysUntil(day, on)) : null;
  const said =
    reachedOn !== null
      ? words.goalReached(reachedOn, daysUntil(on, reachedOn))
      : late
        ? words.goalOver(late.days)
        : ahead;
  return <span className="sluis-quiet">{[words.goal(on), ...(said === null ? [] : [said])].join(', ')}.</span>;
};
