// Makes the first administrator of an installation, who can invite everyone else.
import { configure } from '../app/configuration.js';
import { refuseDemonstration } from '../app/demonstration.js';
import { Sluis } from '../app/sluis.js';
import { shell } from '../wording/shell.js';
import { email as emailKind } from '../domain/facts/values.js';

export async function administratorCreate([email = '', ...rest]: string[]): Promise<void> {
  if (rest.length > 0 || emailKind.judge(email).length > 0) throw new Error(shell.administrator.usage);
  const sluis = await Sluis.open({ configuration: configure('serve', process.env), opener: 'administrator create' });
  try {
    await refuseDemonstration(sluis);
    const { link, expiresAt } = await sluis.people.createAdministrator(email, shell.administrator.name);
    console.log(shell.administrator.made(link, expiresAt));
  } finally {
    await sluis.close();
  }
}
