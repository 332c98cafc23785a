// What is kept of somebody beside the record goes when they are erased: whoever keeps it says how.
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Id } from '../domain/vocabulary.js';

type ForgetPerson = (manager: EntityManager, person: Id) => Promise<void>;

@Injectable()
export class Forgetting {
  /** In the order of the modules. */
  readonly forgets: ForgetPerson[] = [];

  /** In the transaction in which they are erased. */
  async person(manager: EntityManager, person: Id): Promise<void> {
    for (const forget of this.forgets) await forget(manager, person);
  }
}
