// What stands in the diagram of a plan and in what is exported of it.
import type { Window } from '../../domain/calendar.js';
import { partyOf } from '../../domain/permissions.js';
import type { BodyId, Slug } from '../../domain/vocabulary.js';
import type { Plan } from '../../domain/workflow/plan.js';
import type { Branch, Phase } from '../../domain/workflow/workflow.js';
import { count, windowWords } from '../language/dates.js';
import { dossierPage } from './pages.js';
import { capital, listWords } from '../language/words.js';

export const diagram = {
  title: (title: string, version: number) => `Stroomschema van ${title}, versie ${version}`,
  scxmlEvents:
    ' Een gebeurtenis draagt haar fase in _event.data.phase; GateRuled ook de conclusie in _event.data.ruling: ' +
    'go, go-with-conditions, no-go of hold; waar delen uit elkaar gaan staan de gekozen opties in _event.data.options. FactRecorded ' +
    'draagt het feit in _event.data.fact. ',
  outside: 'Feit van buiten',
  start: 'Start',
  end: 'Afgerond',
  noGo: 'no-go',
  reopened: 'heropend',
  inWords: 'De fasen en de momenten staan hieronder ook in woorden.',
  rules: (body: string, states: boolean) => `${body} ${states ? 'stelt vast' : 'concludeert'}`,
  byItself: 'Het besluit zelf sluit dit moment',
  otherwise: 'anders',
  whoChose: (asked: string) => `Wie dit koos van ${asked}`,
  recurs: (often: string) => `Een overleg, ${often}`,
  onlyIf: (option: string) => `Alleen bij: ${option}`,
  visits: (who: string, informs: boolean) =>
    informs ? `${capital(who)} geïnformeerd door de eigen gemeente` : `Bij ${who}`,
  legend: {
    phase: 'Fase',
    gate: 'Moment van colleges en anderen',
    council: 'Moment van raden',
    fact: 'Feit van buiten',
    starts: 'Na een go, of als de fase klaar is, mag de volgende beginnen',
    branch: 'Alleen als daarvoor is gekozen',
    waits: 'Wacht ook daarop',
    rework: 'No-go: de fase wordt opnieuw opgenomen',
    reopen: 'Een go kan worden heropend',
  },
  rework: (title: string) => `${title} (opnieuw)`,
  conclude: (body: string, states: boolean) => `${states ? 'Constatering' : 'Conclusie'} door ${body}`,
  decision: (questions: string, names: string, rule: string) =>
    `${questions} Hier besluiten ${names}. Besluitregel: ${rule}.`,
  source: (source: string) => `Bron: ${source}.`,
  go: 'go',
  hold: 'aanhouden',
  notShown:
    'Niet getekend: een voorlegging terugnemen en een moment heropenen. Die staan wel in de SCXML van dit procesplan.',
};

/** The window with its aim. */
export const plannedWords = (planned: Window): string =>
  planned.aim === null ? windowWords(planned) : `${windowWords(planned)}; ${dossierPage.aim(planned.aim)}`;

/** Who are asked: 12 colleges. A group goes by its own noun. */
export function electorateWords({ workflow }: Plan, bodies: readonly BodyId[]): string {
  const group = Object.values(workflow.groups).find(
    (one) => one.bodies.length === bodies.length && bodies.every((body) => one.bodies.includes(body)),
  );
  const noun = group?.noun ?? { one: 'orgaan', many: 'organen' };
  // Of a plan that leaves its parties open, one stands in for all who will be named.
  if (workflow.open && bodies.every((body) => partyOf(body) === workflow.open?.municipality))
    return `alle ${noun.many} die meedoen`;
  return `${count(bodies.length)} ${bodies.length === 1 ? noun.one : noun.many}`;
}

/** Who are asked at the gate of a phase: in a part of a split those who chose it, however many. */
export function askedWords(plan: Plan, { gate, branch }: Phase): string {
  const asked = electorateWords(plan, gate?.electorate ?? []);
  return branch && plan.gates.get(branch.gate)?.splits ? diagram.whoChose(asked) : asked;
}

/** What must have been chosen for a phase of a branch. */
export const optionWords = ({ gates }: Plan, { gate, option }: Branch): string =>
  gates.get(gate)?.options.find(({ id }) => id === option)?.title ?? option;

/** Phases by their numbers: fase 1 en 2. */
export const phasesWords = ({ phases }: Plan, ids: readonly Slug[]): string =>
  `fase ${listWords(ids.map((id) => phases.get(id)?.number ?? id))}`;

/** One phase of the diagram in a sentence, for who cannot see it. */
export function phaseSentence(
  plan: Plan,
  { number, title, planned, startsAfter, gateAfter, gate, branch }: Phase,
): string {
  const after = startsAfter.length === 0 ? '' : `, na ${phasesWords(plan, startsAfter)}`;
  const head = `Fase ${number}, ${title}: ${plannedWords(planned)}${after}.${branch ? ` ${diagram.onlyIf(optionWords(plan, branch))}.` : ''}`;
  if (!gate) return head;
  const waits = gateAfter.length === 0 ? '' : ` Het moment wacht ook op ${phasesWords(plan, gateAfter)}.`;
  return `${head} Moment: ${gate.title}; hier besluiten ${electorateWords(plan, gate.electorate)}.${waits}`;
}
