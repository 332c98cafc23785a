// What can be asked about people and their roles, as it is sent.
import { roles, type BodyId, type Day, type Role } from '../domain/vocabulary.js';
import { optional, required } from './field.js';
import { bodyId, day, email, oneOf, password, title } from './kinds.js';

export class SignInRequest {
  @required(email) email!: string;
  @required(password) password!: string;
}

export class AddPersonRequest {
  @required(email) email!: string;
  @required(title) name!: string;
}

export class AddAssignmentRequest {
  @required(oneOf(roles)) role!: Role;
  @optional(bodyId) body?: BodyId;
  @required(day) from!: Day;
  @optional(day) until?: Day;
}

export class EndAssignmentRequest {
  @required(day) until!: Day;
}
