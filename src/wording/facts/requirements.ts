// What is said of the papers and criteria that a gate asks beside decisions.
import type { EventOf } from '../../domain/dossier/events.js';
import type { Lacking, Requirement, RequirementFigures } from '../../domain/stand/requirements.js';
import type { CriterionState } from '../../domain/vocabulary.js';
import { count } from '../language/dates.js';
import { listWords } from '../language/words.js';

/** At most so many are named in a sentence; the others are counted. */
const namedMax = 5;

export const criterionWords: Record<CriterionState, string> = {
  met: 'voldaan',
  'not-met': 'niet voldaan',
  unknown: 'nog niet vastgesteld',
};

export const paperStateWords = { met: 'ligt voor', 'not-met': 'ontbreekt' };

export const stateOfRequirement = ({ kind, state }: Pick<Requirement, 'kind' | 'state'>): string =>
  kind === 'criterion' ? criterionWords[state] : paperStateWords[state === 'met' ? 'met' : 'not-met'];

const lackingWords = (one: Lacking): string => `"${one.title}" (${stateOfRequirement(one)})`;

function namedLacking(all: readonly Lacking[]): string {
  const rest = all.length - namedMax;
  return listWords([...all.slice(0, namedMax).map(lackingWords), ...(rest > 0 ? [`nog ${count(rest)}`] : [])]);
}

/** What holds a go, by name; and what is only told. */
export function requirementClause({ size, lacking, warned }: RequirementFigures): string {
  const should = warned.length === 0 ? '' : `; wat hier hoort, maar niets tegenhoudt: ${namedLacking(warned)}`;
  if (lacking.length > 0)
    return `nog niet in orde ${lacking.length === 1 ? 'is' : 'zijn'} ${namedLacking(lacking)}${should}`;
  const must = size === 0 ? 'geen stuk of criterium is verplicht' : 'alle verplichte stukken en criteria zijn in orde';
  return `${must}${should}`;
}

export const requirementPage = {
  title: 'Stukken en criteria',
  what: 'Wat',
  by: 'Wie',
  state: 'Stand',
  since: 'Sinds',
  weights: { must: 'moet', should: 'hoort' },
  staters: { 'process-lead': 'de kwartiermaker', chair: 'de voorzitter' },
  brings: 'Wat verplicht is, moet er zijn voordat het hier verder kan. Wat alleen hoort, houdt niets tegen.',
  rulingWaits: 'wacht op stukken en criteria',
  evidence: 'Bewijs',
  former: 'Eerder',
  formerly: (state: string, day: string) => `${state} op ${day}`,
  bring: 'Stuk toevoegen',
  stateIt: 'Vaststellen',
  about: (label: string, title: string) => `${label}: ${title}`,
  choice: (title: string, weight: string, state: string) => `${title} (${weight}; ${state})`,
  /** Of a document that is none of those that the plan asks. */
  noneAsked: 'geen van de gevraagde stukken',
  documents: 'Stukken bij de voorlegging',
};

export const requirementLabels = {
  'lay-paper': 'Stuk toevoegen',
  'state-criterion': 'Criterium vaststellen',
} as const;

export const requirementSteps = {
  papers: (titles: readonly string[]) =>
    titles.length === 1
      ? `Stuk toevoegen: ${titles[0]}`
      : `${count(titles.length)} stukken toevoegen: ${named(titles)}`,
  criteria: (titles: readonly string[]) =>
    titles.length === 1
      ? `Vaststellen of is voldaan aan: ${titles[0]}`
      : `Vaststellen of is voldaan aan ${count(titles.length)} criteria: ${named(titles)}`,
};

const stepMax = 3;
const named = (titles: readonly string[]): string =>
  listWords([
    ...titles.slice(0, stepMax),
    ...(titles.length > stepMax ? [`nog ${count(titles.length - stepMax)}`] : []),
  ]);

export const requirementFactWords = {
  'lay-paper.paper': {
    name: 'Gevraagd stuk',
    ask: 'Welk gevraagd stuk is dit?',
    means: 'Welk stuk van het procesplan.',
  },
  'lay-paper.title': { name: 'Stuk', ask: 'Naam van het stuk' },
  'lay-paper.url': { name: 'Adres van het stuk', ask: 'Link naar het stuk' },
  'lay-paper.on': { name: 'Datum', ask: 'Vanaf wanneer ligt het er?' },
  paper: { name: 'Gevraagd stuk', means: 'Het stuk dat het procesplan hier vraagt.' },
  criterion: { name: 'Criterium', ask: 'Welk criterium?', means: 'Het criterium van het procesplan.' },
  'state-criterion.on': { name: 'Datum', ask: 'Datum waarop dit is vastgesteld' },
  'state-criterion.state': {
    name: 'Voldaan',
    ask: 'Is eraan voldaan?',
    among: { met: 'ja, voldaan', 'not-met': 'nee, niet voldaan', unknown: 'nog niet bekend' },
    means: 'Voldaan (`met`), niet voldaan (`not-met`) of nog niet bekend (`unknown`).',
  },
  state: { name: 'Voldaan', among: criterionWords, means: 'Of eraan is voldaan.' },
  'state-criterion.text': { name: 'Toelichting', ask: 'Toelichting', hint: 'Waaruit blijkt het?' },
  documents: { name: 'Bijlage', many: 'Stukken', more: 'Nog een stuk', means: 'De stukken bij de voorlegging.' },
  'documents.title': { name: 'Stuk', asks: (n: number) => `Naam van stuk ${n}` },
  'documents.url': { name: 'Adres van het stuk', asks: (n: number) => `Link naar stuk ${n}` },
  'documents.sha256': { name: 'Kenmerk van het stuk', asks: (n: number) => `Kenmerk van stuk ${n} (SHA-256)` },
  'documents.paper': { name: 'Gevraagd stuk', asks: (n: number) => `Welk gevraagd stuk is stuk ${n}?` },
};

/** As the log tells it. */
export function requirementSentence(
  event: EventOf<'PaperLaid' | 'CriterionStated'>,
  names: { phase(id: string): string; requirement(gate: string, id: string): string },
): string {
  const { gate } = event.facts;
  const phase = names.phase(gate);
  if (event.type === 'PaperLaid') return `Bij ${phase} ligt nu: ${names.requirement(gate, event.facts.paper)}.`;
  const { criterion, state } = event.facts;
  return `Bij ${phase}: ${statedAs[state]} aan "${names.requirement(gate, criterion)}".`;
}

const statedAs: Record<CriterionState, string> = {
  met: 'voldaan',
  'not-met': 'niet voldaan',
  unknown: 'nog niet bekend of is voldaan',
};
