// The two commands that serve until they are told to stop.
import { isDemonstration, WrongDatabase } from '../app/demonstration.js';
import { setAside } from '../store/backup/set-aside.js';
import { isIn } from '../store/opening.js';
import { folderIn } from '../store/process/configuration.js';
import { configureToListen } from '../store/process/listening.js';
import { start } from '../start.js';
import { shell } from '../wording/shell/shell.js';
import type { Given } from './command.js';

export const serve = (): Promise<void> => start('serve');

/** @throws WrongDatabase where it would begin anew in the place of a real registration */
export async function demonstration({ options: { anew } }: Given): Promise<void> {
  const folder = folderIn(process.env);
  if (anew === true && isIn(folder)) {
    await configureToListen('demonstration', process.env); // before anything is moved
    const judge = async (): Promise<void> => {
      if (!(await isDemonstration(folder))) throw new WrongDatabase(shell.notInvented(folder));
    };
    console.log(shell.setAside(await setAside(folder, new Date().toISOString(), judge)));
  }
  await start('demonstration');
}
