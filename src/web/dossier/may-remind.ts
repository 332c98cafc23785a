// Who sees to it that others act: who leads the process, and who chairs at that gate or helps to.
import { isValid, partyOf, type Person } from '../../domain/permissions.js';
import type { Role, Slug } from '../../domain/vocabulary.js';
import type { FormContext } from '../forms/form-kind.js';

const chairing = new Set<Role>(['chair', 'deputy-chair']);
const helping = new Set<Role>([...chairing, 'chair-secretary']);

type WhoAsks = Pick<FormContext, 'today' | 'reading'> & { person: Person };

/** Who leads the process, or chairs at that gate, sees to it that others act, and sees how to reach them. */
export const mayRemind = (context: WhoAsks, gate: Slug): boolean => leadsOr(helping, context, gate);

/** Notes about who is to act are for who leads and who chairs alone. */
export const mayNote = (context: WhoAsks, gate: Slug): boolean => leadsOr(chairing, context, gate);

const leadsOr = (roles: ReadonlySet<Role>, { person, today, reading: { dossier } }: WhoAsks, gate: Slug): boolean =>
  person.assignments.some(
    ({ role, body, ...held }) =>
      body !== null &&
      isValid({ role, body, ...held }, today) &&
      (role === 'process-lead'
        ? partyOf(body) === dossier.plan.region
        : roles.has(role) && body === dossier.plan.gates.get(gate)?.ruledBy),
  );
