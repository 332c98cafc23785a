// Keeping people and their roles, as pages ask it. The module that keeps people provides it; who asks knows nothing of it.
import type { Asked } from '../domain/commands/commands.js';
import type { Facts, Payload } from '../domain/facts/fact.js';
import type {
  assignmentEndFacts,
  assignmentFacts,
  erasureFacts,
  personCorrectionFacts,
  personFacts,
} from '../domain/facts/of-people.js';
import type { PersonOnRecord } from '../domain/people.js';
import type { Newcoming } from '../domain/roles/welcome.js';
import type { ToldOfPerson } from '../domain/views/person-view.js';
import type { Id } from '../domain/vocabulary.js';
import type { Accepted, Caller } from './caller.js';
import type { Invitation } from './directory.js';

/** Whom it is about, and whether they are still as they were shown; null where that does not matter. */
export interface About {
  person: Id;
  shown: ((person: PersonOnRecord) => boolean) | null;
}

/** Somebody who was let in, with the link by which they choose a password; none for who was known already. */
export interface LetIn {
  person: PersonOnRecord;
  invitation: Invitation | null;
}

export type Saying<F extends Facts> = Asked<Payload<F>>;
/** What an administrator can take away from somebody. */
export type Revocable = 'second-step' | 'mail-links';
export type Render<T> = (done: T) => string;

/** Each is for an administrator alone, and for nobody about themselves. */
export abstract class PeopleKeeper {
  /** At most `limit` people whose address comes after `after`, in order of address. */
  abstract list(after: string, limit: number): Promise<PersonOnRecord[]>;

  /** @throws Refusal unknown-person */
  abstract one(person: Id): Promise<PersonOnRecord>;

  /** What is recorded of somebody, oldest first. @throws Refusal damaged, unknown-person */
  abstract history(person: Id): Promise<ToldOfPerson[]>;

  /** Everybody, in order of address. */
  abstract everyone(): Promise<PersonOnRecord[]>;

  /** Who never chose a password. */
  abstract withoutPassword(): Promise<ReadonlySet<Id>>;

  /** Which roles were given and ended, of everybody, the newest first. @throws Refusal damaged */
  abstract rolesTold(): Promise<ToldOfPerson[]>;

  /**
   * Lets people in, each with a role and a link: all of them or none. Pointers of what is wrong begin with the number of
   * its row.
   * @param shown whether everybody is still as they were shown; null where that does not matter
   * @throws Refusal
   */
  abstract letIn(
    caller: Caller,
    asked: Asked<readonly Newcoming[]>,
    shown: ((people: readonly PersonOnRecord[]) => boolean) | null,
    render: Render<LetIn[]>,
  ): Promise<Accepted>;

  /** @throws Refusal */
  abstract add(caller: Caller, asked: Saying<typeof personFacts>, render: Render<PersonOnRecord>): Promise<Accepted>;

  /** @throws Refusal */
  abstract assign(
    caller: Caller,
    to: About,
    asked: Saying<typeof assignmentFacts>,
    render: Render<PersonOnRecord>,
  ): Promise<Accepted>;

  /** Ends a role on a day, that day included, and signs the person out everywhere. @throws Refusal */
  abstract end(
    caller: Caller,
    of: About,
    assignment: Id,
    asked: Saying<typeof assignmentEndFacts>,
    render: Render<PersonOnRecord>,
  ): Promise<Accepted>;

  /** Their name or address as it should have been. They stay signed in, and sign in with the new address. @throws Refusal */
  abstract correct(
    caller: Caller,
    of: About,
    asked: Saying<typeof personCorrectionFacts>,
    render: Render<PersonOnRecord>,
  ): Promise<Accepted>;

  /** Nobody knows any more who it was, and nobody signs in as them. @throws Refusal */
  abstract erase(
    caller: Caller,
    of: About,
    asked: Saying<typeof erasureFacts>,
    render: Render<PersonOnRecord>,
  ): Promise<Accepted>;

  /** Ends the second step of somebody who lost it, and signs them out everywhere; or every link in mails to them. @throws Refusal */
  abstract revoke(caller: Caller, of: About, what: Revocable): Promise<Accepted>;

  /** Makes a one-time link by which the person sets a password. @throws Refusal */
  abstract invite(caller: Caller, to: About, asked: Asked<object>, render: Render<Invitation>): Promise<Accepted>;
}
