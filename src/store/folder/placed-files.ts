// Whether the files that are open are still those that stand in their place. Whoever moves, removes or replaces one leaves
// us writing into a file that nobody finds again.
import { atPath } from '../files/at-path.js';
import { storageWords as words } from '../../wording/shell/opening.js';

/** What is written goes where nobody finds it. */
export class FileMoved extends Error {
  constructor(file: string) {
    super(words.moved(file));
  }
}

export class PlacedFiles {
  private readonly known: [file: string, identity: string][] = [];

  /** As they are now; a file that is not there is not looked at. */
  constructor(files: readonly string[]) {
    for (const file of files) {
      const identity = identityOf(file);
      if (identity !== null) this.known.push([file, identity]);
    }
  }

  /** @throws FileMoved */
  mustBeInPlace(): void {
    for (const [file, identity] of this.known) if (identityOf(file) !== identity) throw new FileMoved(file);
  }
}

function identityOf(file: string): string | null {
  const found = atPath(file);
  return found ? `${found.dev} ${found.ino}` : null;
}
