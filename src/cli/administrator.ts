// Makes the first administrator of an installation, who can invite everyone else.
import { configure } from '../store/process/configuration.js';
import { Demonstration } from '../app/demonstration.js';
import { Administrators } from '../store/directory.js';
import { email as emailKind } from '../domain/facts/values.js';
import { shell } from '../wording/shell.js';
import { WrongUse, type Given } from './command.js';
import { withSluis } from './with-sluis.js';

export async function administratorCreate({ positionals: [email = ''] }: Given): Promise<void> {
  if (emailKind.judge(email).length > 0) throw new WrongUse(shell.administrator.noAddress(email));
  const configuration = configure('serve', process.env);
  await withSluis({ configuration, begins: true }, async (sluis) => {
    await sluis.get(Demonstration).refuse();
    const { link, expiresAt } = await sluis.get(Administrators).createAdministrator(email, shell.administrator.name);
    console.log(shell.administrator.made(link, expiresAt));
  });
}
