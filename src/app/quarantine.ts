// The dossiers whose record does not hold: told once in the log, refused ever after, and in nobody's way. Who mends one
// starts the server again.
import { Injectable, Logger } from '@nestjs/common';
import { Refusal } from '../domain/refusal.js';
import type { Damage } from '../domain/views/damaged-view.js';
import type { DossierId } from '../domain/vocabulary.js';
import { server } from '../wording/shell/start.js';

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
