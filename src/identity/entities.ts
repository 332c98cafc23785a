// What is kept of people: the store opens with it.
import type { EntityClass } from '../store/dialect/dialect.js';
import { RecoveryCode, StoredFactor } from './second-factor.js';
import { StoredInvitation, Session } from './sessions.js';
import { StoredAssignment, StoredPerson } from './stored-person.js';

export const identityEntities: readonly EntityClass[] = [
  StoredPerson,
  StoredAssignment,
  Session,
  StoredInvitation,
  StoredFactor,
  RecoveryCode,
];
