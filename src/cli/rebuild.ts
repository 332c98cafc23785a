// Fills the read models anew from the record; refuses while a server runs on the same folder.
import { configure } from '../store/process/configuration.js';
import { ReadModels } from '../app/read-models.js';
import { shell } from '../wording/shell/shell.js';
import { withSluis } from './with-sluis.js';

export async function rebuildReadModels(): Promise<void> {
  const configuration = configure('serve', process.env);
  await withSluis({ configuration, begins: false }, (sluis) => sluis.get(ReadModels).rebuild());
  console.log(shell.rebuild.done);
}
