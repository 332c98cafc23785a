// What may begin an installation: everything else refuses a folder without a database, so that a mistyped DATA_DIR makes
// none and reports no success.
import { Database } from '../store/database.js';
import { files } from '../wording/start.js';

/** What opens Sluis, and whether it makes a database where there is none. */
const begins = {
  demonstration: true,
  serve: true,
  'administrator create': true,
  /** In a folder of its own, which is gone afterwards. */
  replay: true,
  'replay --keep': false,
  rebuild: false,
} as const;

export type Opener = keyof typeof begins;

/** There is nothing to work on in this folder. */
export class NoDatabase extends Error {
  constructor(folder: string) {
    super(files.noDatabase(folder));
  }
}

/** @throws NoDatabase */
export function mustBeThere(folder: string, opener: Opener): void {
  if (!begins[opener] && !Database.isIn(folder)) throw new NoDatabase(folder);
}
