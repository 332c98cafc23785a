// What is known of a start before it: on which plans somebody may, whether it would do, who is missing for it, and whether
// the same form started one already. It records nothing.
import { Injectable } from '@nestjs/common';
import type { Asked } from '../domain/commands/commands.js';
import type { StartDossier } from '../domain/commands/start-dossier.js';
import type { KnownPerson } from '../domain/people.js';
import { Refusal } from '../domain/refusal.js';
import { missingFor, type MissingPeople } from '../domain/views/missing-people.js';
import type { Plan } from '../domain/workflow/plan.js';
import { keptAnswer } from '../store/caller.js';
import { Database } from '../store/database.js';
import { Directory } from '../store/directory.js';
import { Clock } from '../store/process/clock.js';
import { PlanCatalogue } from './plan-catalogue.js';
import { StartCommand } from './start-command.js';

@Injectable()
export class Starting {
  constructor(
    private readonly command: StartCommand,
    private readonly catalogue: PlanCatalogue,
    private readonly directory: Directory,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  /** The newest of each plan on which this person may start a dossier. */
  plansFor(person: KnownPerson): Plan[] {
    return this.catalogue.newest().filter(({ workflow: { id } }) => this.mayStartOn(person, id));
  }

  /**
   * Judges a start as `Dossiers.start` does.
   * @returns the plan that it would follow, over the parties that it names
   * @throws Refusal
   */
  rehearse(person: KnownPerson, asked: Asked<StartDossier>): Plan {
    const admitted = this.command.admit(person, asked);
    const { facts } = this.command.decide({}, admitted, asked, '');
    if ('errors' in admitted.plan) throw new Error('a start was decided without a plan');
    return this.catalogue.planFor(admitted.plan, 'named' in facts ? facts.named : undefined);
  }

  /** Who is missing today where this plan is to be followed. */
  missing(plan: Plan): MissingPeople {
    const today = this.clock.today();
    const { canConclude, recordersOf } = this.directory;
    return missingFor(plan, {
      canConclude: (body) => canConclude(body, today),
      canRecord: (body) => recordersOf(body, today).length > 0,
    });
  }

  /** The answer to the form with this key, where it was accepted. */
  answered(person: KnownPerson, key: string): Promise<string | null> {
    return keptAnswer(this.database.reader, person.id, key, this.clock).then((kept) => kept?.answer ?? null);
  }

  private mayStartOn(person: KnownPerson, workflow: string): boolean {
    try {
      this.command.admit(person, { errors: [], sent: { workflow } });
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }
}
