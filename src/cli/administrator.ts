// Makes the first administrator of an installation, who can invite everyone else.
import { configure } from '../store/process/configuration.js';
import { Demonstration } from '../app/demonstration.js';
import { Administrators } from '../store/directory.js';
import { email as emailKind } from '../domain/facts/values.js';
import { shell } from '../wording/shell.js';
import { withSluis } from './with-sluis.js';

export async function administratorCreate([email = '', ...rest]: string[]): Promise<void> {
  if (rest.length > 0 || emailKind.judge(email).length > 0) throw new Error(shell.administrator.usage);
  const configuration = configure('serve', process.env);
  await withSluis({ configuration, begins: true }, async (sluis) => {
    await sluis.get(Demonstration).refuse();
    const { link, expiresAt } = await sluis.get(Administrators).createAdministrator(email, shell.administrator.name);
    console.log(shell.administrator.made(link, expiresAt));
  });
}
