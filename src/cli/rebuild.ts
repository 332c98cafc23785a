// Fills the read models anew from the record; refuses while a server runs on the same folder.
import { configure } from '../app/configuration.js';
import { Sluis } from '../app/sluis.js';
import { shell } from '../wording/shell.js';

export async function rebuildReadModels(rest: string[]): Promise<void> {
  if (rest.length > 0) throw new Error(shell.takesNothing('rebuild'));
  const sluis = await Sluis.open({ configuration: configure('serve', process.env), opener: 'rebuild' });
  try {
    await sluis.rebuild();
    console.log(shell.rebuild.done);
  } finally {
    await sluis.close();
  }
}
