// What a body says where it answers a question with yes, or otherwise, by what the question asks of it: the label in the
// form. What is told of it afterwards stays the word of the decision, which counts the same at every gate.
import type { DecisionKind } from '../../domain/vocabulary.js';
import { capital, decisionWords } from '../language/words.js';

type Said = Partial<Record<DecisionKind, string>>;

/** By the verb of the gate, after the word of the decision. */
const verbs: Readonly<Record<string, Said>> = {
  aanbieden: { agree: 'wordt aangeboden' },
  aanwijzen: { agree: 'aangewezen' },
  besluiten: { agree: 'besloten', disagree: 'niet besloten' },
  bevestigen: { agree: 'klopt', 'agree-with-remarks': 'klopt deels', disagree: 'klopt niet' },
  blijven: { agree: 'blijft', disagree: 'blijft niet' },
  instemmen: { agree: 'stemt in', disagree: 'stemt niet in' },
  kiezen: { agree: 'kiest een mogelijkheid' },
  oordelen: { agree: 'ja', disagree: 'nee' },
  onderschrijven: { agree: 'onderschreven', disagree: 'niet onderschreven' },
  toetsen: { agree: 'klopt', 'agree-with-remarks': 'klopt deels', disagree: 'klopt niet' },
  toezenden: { agree: 'wordt toegezonden' },
  treffen: { agree: 'regeling getroffen', disagree: 'regeling niet getroffen' },
  verlenen: { agree: 'verleend', disagree: 'niet verleend' },
  vrijgeven: { agree: 'vrijgegeven', disagree: 'niet vrijgegeven' },
};

/** "Akkoord: regeling getroffen"; of a verb that is not here, the word alone. */
export function choiceLabel(kind: DecisionKind, verb: string): string {
  const said = Object.hasOwn(verbs, verb) ? verbs[verb]?.[kind] : undefined;
  return capital(decisionWords[kind]) + (said === undefined ? '' : `: ${said}`);
}
