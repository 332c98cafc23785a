// Which dossiers somebody may know of. The list of dossiers says it, also where a record cannot be read.
import { targetOf } from '../domain/commands/commands.js';
import type { Dossier } from '../domain/dossier/state.js';
import { authorise, isValid, partyOf, permissions } from '../domain/permissions.js';
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
 * Finds a dossier for somebody. Only who may see it, by the list of dossiers, is told that it is damaged; for others it
 * does not exist.
 * @throws Refusal damaged, unknown-dossier
 */
export async function findVisible<T>(
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

/**
 * Who holds no assignment in a dossier's region cannot tell it from one that does not exist.
 * @throws Refusal unknown-dossier, assignment-not-valid
 */
export function mustSee(person: KnownPerson, dossier: Dossier, today: string): void {
  try {
    authorise(person, 'read-dossier', targetOf(dossier), today);
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'assignment-not-valid') throw new Refusal('unknown-dossier');
    throw error;
  }
}
