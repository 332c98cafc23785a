// What of a reservation could not succeed as written: it names a decision that some body takes at some gate of this
// plan, and never in a circle its own.
import { askedAt } from '../dossier/electorate.js';
import { isClosed } from '../dossier/release.js';
import { countingDecision, currentRound, type Decision } from '../dossier/state.js';
import type { FieldError } from '../refusal.js';
import type { BodyId, Slug } from '../vocabulary.js';
import type { Context } from './command.js';
import type { GateTarget } from './targets.js';

interface Reserved {
  body: BodyId;
  subjectTo?: { gate: Slug; body: BodyId };
}

export function reservationFields(target: GateTarget, { body, subjectTo }: Reserved, context: Context): FieldError[] {
  if (!subjectTo) return [];
  const { plan } = target.dossier;
  if (!plan.gates.has(subjectTo.gate))
    return [{ pointer: '/subjectTo/gate', code: 'unknown-phase', allowed: [...plan.gates.keys()] }];
  const electorate = askedAt(target.dossier, subjectTo.gate);
  if (!plan.bodies.has(subjectTo.body))
    return [{ pointer: '/subjectTo/body', code: 'unknown-body', allowed: electorate }];
  if (!electorate.includes(subjectTo.body))
    return [{ pointer: '/subjectTo/body', code: 'not-in-electorate', allowed: electorate }];
  return leadsBack(target, body, subjectTo, context) ? [{ pointer: '/subjectTo', code: 'not-allowed-here' }] : [];
}

/**
 * Whether what is waited for waits, directly or through others, for this very decision. What others closed or took back
 * is not followed: a refusal would tell what it says.
 */
function leadsBack(
  { dossier, phase }: GateTarget,
  body: BodyId,
  first: { gate: Slug; body: BodyId },
  { by, today }: Context,
): boolean {
  const isFollowed = (decision: Decision) =>
    !decision.withdrawn && (decision.body === by.body || !isClosed(decision, today));
  const seen = new Set<string>();
  let next: { gate: Slug; body: BodyId } | null = first;
  while (next && !seen.has(`${next.gate} ${next.body}`)) {
    if (next.gate === phase.id && next.body === body) return true;
    seen.add(`${next.gate} ${next.body}`);
    const round = currentRound(dossier, next.gate);
    const found: Decision | null | undefined = round && countingDecision(dossier, round, next.body);
    next = found && isFollowed(found) ? found.subjectTo : null;
  }
  return false;
}
