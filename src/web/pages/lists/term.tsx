// Until when something can be done, and how many days that leaves.
import { daysUntil } from '../../../domain/calendar.js';
import type { Day } from '../../../domain/vocabulary.js';
import { useWording } from '../../../http/page/wording.js';

export function Term({ day, today }: { day: Day; today: Day }) {
  const { tasks: words } = useWording();
  const left = daysUntil(today, day);
  return (
    <>
      {words.due(day)}{' '}
      <span className={left < 0 ? 'sluis-late' : 'sluis-quiet'}>
        ({left < 0 ? words.late(-left) : words.left(left)})
      </span>
    </>
  );
}
