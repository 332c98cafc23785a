// What the pages say on which a dossier is started: the choice of a plan, what it asks, who is missing, and the check.
import type { WorksAs } from '../../domain/vocabulary.js';
import { count } from '../language/dates.js';
import { listWords } from '../language/words.js';

/** So many bodies are named; of more, how many. */
const namedMax = 20;

const recording: Partial<Record<WorksAs, { many: string; role: string }>> = {
  college: { many: 'colleges', role: 'secretaris' },
  council: { many: 'raden', role: 'griffier' },
};

const named = (titles: readonly string[]): string =>
  titles.length <= namedMax
    ? listWords([...titles])
    : `${titles.slice(0, namedMax).join(', ')} en nog ${count(titles.length - namedMax)}`;

export const starting = {
  steps: {
    choose: 'Stap 1 van 3: kies een procesplan',
    fill: 'Stap 2 van 3: bekijk het plan en vul in',
    check: 'Stap 3 van 3: controleer',
  },
  intro: 'Een traject volgt een procesplan. Kies er een; u ziet eerst wat het vraagt, en er begint nog niets.',
  none: 'Er is geen procesplan waarmee u in uw regio een traject kunt starten. Vraag wie Sluis beheert om er een toe te voegen.',
  pick: 'Bekijk dit plan en start',
  startThis: 'Dit traject starten',
  asks: 'Wat dit plan vraagt',
  standIn:
    'Dit plan is voor elke regio: waar “het college” of “de raad” staat, gaat het om elk college of elke raad die meedoet.',
  toForm: 'Meteen naar het formulier',
  form: 'Over dit traject',
  whole: 'Het hele procesplan, met het stroomschema',
  heads: {
    phase: 'Fase',
    asked: 'Wat wordt gevraagd',
    decides: 'Wie besluit',
    rule: 'Wanneer het een go kan zijn',
    ruledBy: 'Wie concludeert',
  },
  assumed: 'aanname: de bron noemt geen regel',
  consultation:
    'Een overleg concludeert over het verloop; het heeft geen wettelijke bevoegdheid. Waarom een regel is aangenomen, staat in het hele procesplan.',
  noGate: 'Geen moment: u rondt de fase zelf af.',
  toCheck: 'Controleren',
  missing: 'Wie er nog mist',
  missingLater: 'Wie er mist, ziet u zodra u de gemeenten hebt gekozen.',
  complete: 'Voor elk orgaan dat besluit of concludeert, is er iemand met een rol.',
  unrecorded: (kind: WorksAs, titles: readonly string[], of: number) => {
    const { many, role } = recording[kind] ?? { many: 'organen', role: 'secretaris' };
    return (
      `Voor ${count(titles.length)} van de ${count(of)} ${many} is er nog geen ${role}: ${named(titles)}. ` +
      'Vraag de beheerder om iemand die rol te geven. Tot dan kunt u zelf namens hen vastleggen, met bewijs.'
    );
  },
  check: 'Klopt dit?',
  parties: (titles: readonly string[]) => `${count(titles.length)}: ${named(titles)}`,
  partiesTitle: 'Gemeenten die meedoen',
  then: 'Wat er daarna gebeurt',
  first: (titles: readonly string[]) =>
    `Het traject staat dan in de lijst van wie in de regio een rol heeft. Er loopt nog geen fase: u start zelf ${titles.length === 1 ? 'de eerste' : 'een van de eerste'}: ${listWords([...titles])}.`,
  final: 'Een ander procesplan of andere gemeenten kiest u later niet meer; de naam en de datum kunt u corrigeren.',
  same: 'Er is al een traject met deze naam en dit procesplan:',
  start: 'Traject starten',
  edit: 'Terug naar het formulier',
  done: 'Dit traject is al gestart',
  doneWhy: 'Wat u hier invulde, is vastgelegd. Er komt geen tweede traject.',
  toDossier: 'Naar het traject',
  another: 'Een ander traject starten',
};
