// Adds a fact, a text and a list to every table of what can be said, before anything else of the product is loaded; and
// what they are called. Nothing else is changed.
import { join } from 'node:path';

const built = (path) => import(join(import.meta.dirname, '../../dist/src', path));
const { fact, text, texts } = await built('domain/facts/fact.js');
const { day, longText } = await built('domain/facts/values.js');
const { factWords } = await built('wording/facts/facts.js');

for (const file of ['of-decisions', 'of-gates', 'of-mandates', 'of-secrecy', 'of-phases'])
  for (const [name, table] of Object.entries(await built(`domain/facts/${file}.js`)))
    if (name.endsWith('Facts'))
      Object.assign(table, { trialDay: fact(day), trialText: text(longText), trialList: texts(longText, 5) });

Object.assign(factWords, {
  trialDay: { name: 'Proefdag', means: 'Een dag op proef.' },
  trialText: { name: 'Proeftekst', means: 'Een tekst op proef.' },
  trialList: { name: 'Proefpunt', many: 'Proefpunten', means: 'Een lijst op proef.' },
});
