// Adds terms of every sort to what a plan can say of phases and of gates, before anything else of the product is loaded; and
// what they are called. Nothing else is changed.
import { join } from 'node:path';

const built = (path) => import(join(import.meta.dirname, '../../dist/src', path));
const { absent, gateTerms, phaseTerms } = await built('domain/workflow/terms.js');
const { listOf, oneOf, title, wholeNumber, yes } = await built('domain/facts/values.js');

for (const table of [phaseTerms, gateTerms])
  Object.assign(table, {
    trialWeeks: absent(wholeNumber(1, 9), null),
    trialYes: absent(yes, false),
    trialChoice: absent(oneOf(['strict']), 'loose'),
    trialList: absent(listOf(title, 2), []),
  });

const { termWords } = await built('wording/facts/terms.js');
Object.assign(termWords, {
  trialWeeks: { label: 'proefweken', say: (weeks) => `${weeks} weken`, means: 'Weken op proef.' },
  trialYes: { label: 'proef', among: { true: 'ja' }, means: 'Een ja op proef.' },
  trialChoice: { label: 'proefkeuze', among: { strict: 'streng' }, means: 'Een keuze op proef.' },
  trialList: { label: 'proeflijst', list: true, means: 'Een lijst op proef.' },
});
