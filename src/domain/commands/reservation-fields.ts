// What of a reservation could not succeed as written: it names a decision that some body takes at some gate of this
// plan, and not itself. A circle of several is recorded, in whatever order its parts are told: who waits for himself waits.
import { askedAt } from '../dossier/electorate.js';
import type { FieldError } from '../refusal.js';
import type { BodyId, Slug } from '../vocabulary.js';
import type { GateTarget } from './targets.js';

interface Reserved {
  body: BodyId;
  subjectTo?: { gate: Slug; body: BodyId };
}

export function reservationFields({ dossier, phase }: GateTarget, { body, subjectTo }: Reserved): FieldError[] {
  if (!subjectTo) return [];
  const { plan } = dossier;
  if (!plan.gates.has(subjectTo.gate))
    return [{ pointer: '/subjectTo/gate', code: 'unknown-phase', allowed: [...plan.gates.keys()] }];
  const electorate = askedAt(dossier, subjectTo.gate);
  if (!plan.bodies.has(subjectTo.body))
    return [{ pointer: '/subjectTo/body', code: 'unknown-body', allowed: electorate }];
  if (!electorate.includes(subjectTo.body))
    return [{ pointer: '/subjectTo/body', code: 'not-in-electorate', allowed: electorate }];
  const isItself = subjectTo.gate === phase.id && subjectTo.body === body;
  return isItself ? [{ pointer: '/subjectTo', code: 'not-allowed-here' }] : [];
}
