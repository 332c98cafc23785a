// Makes the first administrator of an installation, who can invite everyone else.
import { configure } from '../app/configuration.js';
import { refuseDemonstration } from '../app/demonstration.js';
import { Sluis } from '../app/sluis.js';
import { email as emailKind } from '../requests/kinds.js';

export async function administratorCreate([email = '', ...rest]: string[]): Promise<void> {
  if (rest.length > 0 || emailKind.judge(email).length > 0)
    throw new Error('Geef één e-mailadres: npx --no sluis administrator create naam@gemeente.example');
  const sluis = await Sluis.open({ configuration: configure('serve', process.env), opener: 'administrator create' });
  try {
    await refuseDemonstration(sluis);
    const { link, expiresAt } = await sluis.people.createAdministrator(email, 'Beheerder');
    console.log(`${link}\nDe link werkt één keer, tot ${expiresAt}.`);
  } finally {
    await sluis.close();
  }
}
