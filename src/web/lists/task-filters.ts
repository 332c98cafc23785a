// Under which filters of the page of tasks a step comes.
import { partyOf } from '../../domain/permissions.js';
import type { Day, Slug } from '../../domain/vocabulary.js';
import type { TaskFilter } from '../pages/lists/task-choice.js';
import type { stepsOf } from '../dossier/steps.js';

interface OfStep extends Pick<ReturnType<typeof stepsOf>[number], 'waits' | 'day' | 'turns'> {
  /** Who leads its dossier, which is nobody's municipality. */
  region: Slug;
}

export function filtersOf(
  { waits, day, turns, region }: OfStep,
  today: Day,
  parties: ReadonlySet<Slug>,
): Set<TaskFilter> {
  const under = new Set<TaskFilter>(['alles', waits ? 'anderen' : 'mij']);
  const isOwn = (body: string | null): boolean =>
    body !== null && partyOf(body) !== region && parties.has(partyOf(body));
  if (day !== null && day < today) under.add('laat');
  if (turns.some(({ what, missing }) => what === 'answer-condition' || missing?.why === 'condition-open'))
    under.add('voorwaarden');
  if (turns.some(({ body, bodies }) => [body, ...bodies].some(isOwn))) under.add('gemeente');
  return under;
}
