// A decision as it would have been filled in: what a correction begins with. Its reason is asked anew: it says what was
// wrong.
import type { Decision, Dossier } from '../../domain/dossier/state.js';
import type { Values } from './form.js';

export function valuesOfDecision({ conditions }: Dossier, decision: Decision): Values {
  const values: Record<string, string> = plainValues(decision);
  for (const list of ['remarks', 'points', 'amendments', 'motions', 'commitments'] as const)
    decision[list].forEach((text, i) => {
      values[`${list}/${i}`] = text ?? '';
    });
  decision.conditions.forEach((id, i) => {
    const condition = conditions[id];
    values[`conditions/${i}/text`] = condition?.text ?? '';
    values[`conditions/${i}/owner`] = condition?.owner ?? '';
    values[`conditions/${i}/effect`] = condition?.effect ?? '';
    values[`conditions/${i}/dueOn`] = condition?.dueOn ?? '';
  });
  decision.evidence.forEach(({ title, url }, i) => {
    values[`evidence/${i}/title`] = title ?? '';
    values[`evidence/${i}/url`] = url ?? '';
  });
  for (const [question, answer] of Object.entries(decision.answers))
    if (answer !== decision.kind) values[`answers/${question}`] = answer;
  return values;
}

const yesNo = (value: boolean | null): string => (value === null ? '' : value ? 'ja' : 'nee');

/** Fields whose value is a text as it was filled in. */
const texts = [
  ...['reference', 'nextDate', 'option', 'ground', 'form', 'text', 'listAdoptedOn', 'publishedOn', 'publicationUrl'],
  ...['portfolioHolder', 'tenor', 'signatory', 'capacity', 'authorisedOn'],
] as (keyof Decision)[]; // each of these holds a text or null

const plainValues = (decision: Decision): Record<string, string> => ({
  decision: decision.kind,
  decidedOn: decision.decidedOn,
  'subjectTo/gate': decision.subjectTo?.gate ?? '',
  'subjectTo/body': decision.subjectTo?.body ?? '',
  conform: yesNo(decision.conform),
  consentItem: yesNo(decision.consentItem),
  ...Object.fromEntries(texts.map((name) => [name, (decision[name] as string | null) ?? ''])), // see above
  ...releaseValues(decision),
});

/** Open to the region at once is what every decision is: then there is nothing to fill in. */
const releaseValues = ({ release: { scope, from, ground } }: Decision): Record<string, string> =>
  scope === 'region' && from === null
    ? {}
    : { 'release/scope': scope, 'release/from': from ?? '', 'release/ground': ground ?? '' };
