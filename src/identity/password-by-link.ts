// A password that somebody sets by a one-time link: the first one, or another where it was forgotten.
import { Injectable } from '@nestjs/common';
import { chosenPassword } from '../domain/roles/decide.js';
import { Refusal } from '../domain/refusal.js';
import type { KnownPerson } from '../domain/people.js';
import type { Sender } from '../domain/security/entries.js';
import { Database } from '../store/database.js';
import { UnitOfWork } from '../store/unit-of-work.js';
import { newDevice } from './devices.js';
import { passwordFault } from './passwords.js';
import { PeopleDirectory } from './people-directory.js';
import { PeopleRecord } from './people-record.js';
import { hashPassword, Secrets } from './secrets.js';
import { endSessions, StoredInvitation } from './sessions.js';
import { personById, StoredPerson } from './stored-person.js';

@Injectable()
export class PasswordByLink {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly record: PeopleRecord,
    private readonly directory: PeopleDirectory,
  ) {}

  /** Whose one-time link this is, or null when it was used, replaced or is too old. */
  async invited(secret: string): Promise<KnownPerson | null> {
    const { manager } = this.database;
    const invitation = await manager.findOneBy(StoredInvitation, { hash: this.secrets.digest(secret) });
    if (!invitation || this.record.clock.isPast(invitation.expiresAt)) return null;
    return personById(manager, invitation.person);
  }

  /**
   * Sets a password by a one-time link, uses the link up, and signs the person out everywhere.
   * @returns by which the browser is known from now on
   * @throws Refusal token-expired for a link that does not work, damaged, clock-not-trusted
   */
  async choose(secret: string, password: string, sender: Sender): Promise<string> {
    const invited = await this.invited(secret);
    if (invited && passwordFault(password, invited)) throw new Error('a password is refused where it is asked');
    const hash = await hashPassword(password);
    const { clock } = this.record;
    const person = await this.work.do(async (tx) => {
      const { manager } = tx;
      const invitation = await manager.findOneBy(StoredInvitation, { hash: this.secrets.digest(secret) });
      if (!invitation || clock.isPast(invitation.expiresAt)) throw new Refusal('token-expired');
      clock.mustBeTrusted();
      const { person: id } = invitation;
      await this.record.add(tx, [chosenPassword(id, clock.today())], null, sender);
      await manager.delete(StoredInvitation, { person: id });
      await manager.update(StoredPerson, id, { password: hash });
      await endSessions(manager, id);
      return { id, password: hash };
    });
    this.directory.forget();
    return newDevice(this.secrets, person);
  }
}
