// What stands in the way of a backup or of putting one back: told to whoever asked in one sentence with the cure.
import { Mendable } from '../process/mendable.js';

/** Nothing was overwritten, and nothing half made is left. */
export class BackupRefused extends Mendable {}

/** A file that cannot be put back. */
export class UnfitFile extends Mendable {
  constructor(
    /** damaged: it is a database of Sluis that this version knows, and it does not hold */
    readonly kind: 'missing' | 'foreign' | 'newer' | 'damaged',
    message: string,
    /** Of one that is damaged: where; of a newer one: what this release does not know. */
    readonly why = '',
  ) {
    super(message);
  }
}
