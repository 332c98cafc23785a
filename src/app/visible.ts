// Which dossiers somebody may know of, by the list of them: also where their record cannot be read.
import { isValid, partyOf, permissions } from '../domain/permissions.js';
import { Refusal } from '../domain/refusal.js';
import type { BodyId, Day, DossierId, Slug } from '../domain/vocabulary.js';
import { listDossiers, type ListQuery } from '../store/read-models/dossier-list.js';
import type { KnownPerson } from '../domain/people.js';
import type { Transaction } from '../store/unit-of-work.js';

export function visibleTo(person: KnownPerson, today: Day): Pick<ListQuery, 'regions' | 'bodies'> {
  const regions: Slug[] = [];
  const bodies: BodyId[] = [];
  for (const { role, body, ...validity } of person.assignments) {
    if (body === null || !isValid({ role, body, ...validity }, today)) continue;
    const reach = permissions['read-dossier'][role];
    if (reach === 'region') regions.push(partyOf(body));
    if (reach === 'own') bodies.push(body);
  }
  return { regions, bodies };
}

/**
 * Finds a dossier for somebody, where its list is read. That it is damaged is told to those who may see it; to others it is not there.
 * @throws Refusal damaged, unknown-dossier
 */
export async function foundFor<T>(
  from: Pick<Transaction, 'manager'>,
  { person, today, id }: { person: KnownPerson; today: Day; id: DossierId },
  find: () => Promise<T>,
): Promise<T> {
  try {
    return await find();
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'damaged')) throw error;
    const [row] = await listDossiers(from.manager, { ...visibleTo(person, today), id, limit: 1 });
    throw row ? error : new Refusal('unknown-dossier');
  }
}
