// Tells whoever runs Sluis that the storage refused: at once, and then at most once a minute for each kind, with how often
// it happened since.
import { Logger } from '@nestjs/common';
import { storageFault as words } from '../wording/shell/start.js';
import type { DatabaseFault } from './dialect/dialect.js';

type Fault = Exclude<DatabaseFault, 'none'>;

const silence = 60_000;

export class StorageFaults {
  private readonly log = new Logger('Sluis');
  private readonly told = new Map<Fault, { at: number; since: number }>();

  /** @param now milliseconds of a clock that never jumps */
  tell(fault: Fault, { message }: Error, now = performance.now()): void {
    const last = this.told.get(fault);
    if (last && now - last.at < silence) {
      last.since++;
      return;
    }
    this.told.set(fault, { at: now, since: 0 });
    this.log[fault === 'busy' ? 'warn' : 'error'](words[fault](message, last?.since ?? 0));
  }
}
