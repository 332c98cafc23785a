// The dossiers whose record does not hold: told once in the log, refused ever after, and in nobody's way. Who mends one
// starts the server again.
import { Injectable, Logger } from '@nestjs/common';
import type { Dossier } from '../domain/dossier/state.js';
import { Refusal } from '../domain/refusal.js';
import type { DossierId } from '../domain/vocabulary.js';
import { server } from '../wording/start.js';

export interface Damage {
  /** The event from which on the record does not hold. */
  sequence: number;
  /** The dossier before it; null when nothing holds. */
  before: Dossier | null;
}

@Injectable()
export class Quarantine {
  private readonly found = new Map<DossierId, Damage>();
  private readonly log = new Logger('Sluis');

  get size(): number {
    return this.found.size;
  }

  of(id: DossierId): Damage | undefined {
    return this.found.get(id);
  }

  /** @throws Refusal damaged */
  mustBeWhole(id: DossierId): void {
    const damage = this.found.get(id);
    if (damage) throw new Refusal('damaged', { sequence: damage.sequence });
  }

  /** @returns how the dossier is refused from now on */
  put(id: DossierId, damage: Damage, why: string): Refusal {
    const { sequence } = damage;
    if (!this.found.has(id)) this.log.error(server.damaged(id, sequence, why));
    this.found.set(id, damage);
    return new Refusal('damaged', { sequence });
  }
}
