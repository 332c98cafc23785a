// What is late in a dossier in one line, and how far it is from the goal of its plan; nothing where there is neither.
import { daysUntil } from '../../domain/calendar.js';
import type { PlanGoal } from '../../domain/stand/lateness.js';
import type { DossierView } from '../../domain/views/dossier-view.js';
import type { Day } from '../../domain/vocabulary.js';
import { useWording } from '../../http/page/wording.js';

export const Lateness = ({
  dossier: { phases, late, goal, state, source },
  day,
}: {
  dossier: DossierView;
  day: Day;
}) => {
  const { latenessWords: words } = useWording();
  if (!late && !goal) return null;
  const title = phases.find(({ id }) => id === late?.phase)?.title ?? '';
  const others = (late?.phases.length ?? 0) - 1;
  const awaited = state === 'running' && source === null;
  return (
    <p>
      {late && (
        <>
          <strong className="sluis-late">{words.first(title, late.days)}</strong>, {words.since(late.since)}.{' '}
          {others > 0 && `${words.others(others)} `}
        </>
      )}
      {goal && <GoalWords goal={goal} day={day} awaited={awaited} />}
    </p>
  );
};

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
