// Every stored event in one Dutch sentence, and the names of the free texts that stand beside it.
import type {
  Correction,
  DecisionEvent,
  DecisionFacts,
  DossierEvent,
  EventFacts,
  EventOf,
} from '../../domain/dossier/events.js';
import type { Asks, Day } from '../../domain/vocabulary.js';
import { count, longDay, momentWords } from '../language/dates.js';
import { extended } from '../facts/due.js';
import { secrecyLifted } from '../facts/secrecy.js';
import { sentenceOfMandate } from '../facts/mandates.js';
import { sentenceOfDossier } from './log-of-dossier.js';
import { scheduled, submitted } from './log-of-gates.js';
import type { Migration } from '../../domain/dossier/migration.js';
import { speech } from '../gates/asked.js';
import { saidWord } from '../gates/stand.js';
import { inSentence } from '../language/nouns.js';
import { publicationSentence } from '../facts/facts-of-proof.js';
import { requirementSentence } from '../facts/requirements.js';
import { conditionAnswerWords, informedWords, listWords, visitWords } from '../language/words.js';

/** How a log names what its events point at. */
export interface Names {
  body(id: string): string;
  phase(id: string): string;
  gate(id: string): string;
  option(gate: string, id: string): string;
  fact(id: string): string;
  /** A paper or a criterion. */
  requirement(gate: string, id: string): string;
  /** What a gate asks. */
  asked(gate: string): Asks;
  /** Whether a phase informs whom it visits. */
  informs(phase: string): boolean;
  /** An amended rule in words. */
  amended(event: EventOf<'RuleAmended'>): string;
  /** What a migration led from and to. */
  migration(): Pick<Migration, 'from' | 'to'> | undefined;
}

/**
 * @param former the decision that this one replaces, where it does
 * @param whose whose decision or condition it is about, where it is
 */
export function sentenceOfEvent(event: DossierEvent, names: Names, former: ToldDecision | null, whose: string): string {
  switch (event.type) {
    case 'DossierStarted':
    case 'DossierMigrated':
    case 'DossierStopped':
    case 'PartiesMerged':
      return sentenceOfDossier(event, names);
    case 'PhaseStarted':
    case 'PhaseCompleted':
    case 'PhaseReworked':
    case 'PhasePlanned':
    case 'BodyVisited':
    case 'MeetingRecorded':
    case 'PublicationRecorded':
      return sentenceOfPhase(event, names);
    case 'GateSubmitted':
      return submitted(event.facts, names);
    case 'GateWithdrawn':
    case 'GateReopened':
      return takenBack(event, names);
    case 'ProposalRevised':
      return `Versie ${event.facts.version} van het voorstel is voorgelegd bij ${names.phase(event.facts.gate)}.`;
    case 'ReceiptRecorded':
    case 'ItemScheduled':
      return atBody(event, names);
    case 'TermExtended':
      return extended(names.phase(event.facts.gate), bodyIn(event.facts, names), event.facts.until);
    case 'PaperLaid':
    case 'CriterionStated':
      return requirementSentence(event, names);
    case 'ElectorateChanged':
    case 'BodyLeft':
    case 'RuleAmended':
    case 'AmendmentNotified':
      return sentenceOfRules(event, names);
    case 'GateRuled':
      return `${event.facts.byItself ? 'Uitkomst' : 'Conclusie'} bij ${names.phase(event.facts.gate)}: ${speech[names.asked(event.facts.gate)].rulings[event.facts.ruling]}.`;
    case 'GateSplit':
      return inParts(event.facts, names);
    case 'MandateRecorded':
    case 'MandateEnded':
    case 'MandateConfirmed':
      return sentenceOfMandate(event, names.body(event.facts.body));
    case 'FactRecorded':
      return `Van buiten: ${names.fact(event.facts.fact)}.`;
    case 'DecisionRecorded':
    case 'DecisionCorrected':
    case 'DecisionRevised':
    case 'DecisionConfirmed':
    case 'DecisionDisputed':
    case 'DecisionWithdrawn':
    case 'DecisionReleased':
    case 'ListAdopted':
    case 'SecrecyLifted':
    case 'PointAnswered':
    case 'RemarkAnswered':
    case 'ConditionAnswered':
      return sentenceOfDecision(event, names, former, whose);
  }
}

function inParts({ gate, parts }: EventFacts['GateSplit'], names: Names): string {
  const told = parts.map(({ option, bodies }) => `${names.option(gate, option)} (${bodies.length})`);
  return `${names.phase(gate)} gaat in delen verder: ${listWords(told)}.`;
}

const atBody = (event: EventOf<'ReceiptRecorded' | 'ItemScheduled'>, names: Names): string =>
  event.type === 'ItemScheduled'
    ? scheduled(event.facts, names)
    : `${names.body(event.facts.body)} ontving het voorstel van ${names.phase(event.facts.gate)}.`;

const takenBack = ({ type, facts: { gate } }: EventOf<'GateWithdrawn' | 'GateReopened'>, names: Names): string =>
  type === 'GateReopened'
    ? `${names.phase(gate)} is opnieuw geopend.`
    : `De voorlegging van ${names.phase(gate)} is teruggenomen.`;

type AboutPhase = EventOf<
  | 'PhaseStarted'
  | 'PhaseCompleted'
  | 'PhaseReworked'
  | 'PhasePlanned'
  | 'BodyVisited'
  | 'MeetingRecorded'
  | 'PublicationRecorded'
>;

function sentenceOfPhase(event: AboutPhase, names: Names): string {
  switch (event.type) {
    case 'PhaseStarted':
      return `De fase ${names.phase(event.facts.phase)} is gestart.`;
    case 'PhaseCompleted':
      return `De fase ${names.phase(event.facts.phase)} is afgerond.`;
    case 'PhaseReworked':
      return `De fase ${names.phase(event.facts.phase)} is opnieuw opgenomen (ronde ${event.facts.round}).`;
    case 'PublicationRecorded':
      return publicationSentence(event.facts, (body) => names.body(body));
    case 'BodyVisited': {
      const { body, phase, skipped } = event.facts;
      const done = (names.informs(phase) ? informedWords : visitWords).visited;
      return `${names.body(body)} is ${skipped ? `niet ${done}: overgeslagen` : done}.`;
    }
    case 'PhasePlanned': {
      const { phase, from, until } = event.facts;
      return `De planning van de fase ${names.phase(phase)} is gewijzigd: ${moveWords(from, until)}.`;
    }
    case 'MeetingRecorded':
      return meetingSentence(event.facts, names);
  }
}

const moveWords = (from: Day | undefined, until: Day | undefined): string =>
  listWords([
    ...(from === undefined ? [] : [`begin ${longDay(from)}`]),
    ...(until === undefined ? [] : [`einde ${longDay(until)}`]),
  ]);

function meetingSentence(facts: EventFacts['MeetingRecorded'], names: Names): string {
  const { phase, expectedOn, heldOn, movedTo, corrects } = facts;
  const became =
    heldOn !== undefined
      ? `is gehouden op ${longDay(heldOn)}`
      : movedTo !== undefined
        ? `is verplaatst naar ${longDay(movedTo)}`
        : 'is vervallen';
  const start = corrects === undefined ? 'Het' : 'Gecorrigeerd: het';
  return `${start} overleg van ${longDay(expectedOn)} in de fase ${names.phase(phase)} ${became}.`;
}

type AboutDecision = EventOf<
  | DecisionEvent['type']
  | 'DecisionConfirmed'
  | 'DecisionDisputed'
  | 'DecisionWithdrawn'
  | 'DecisionReleased'
  | 'ListAdopted'
  | 'SecrecyLifted'
  | 'PointAnswered'
  | 'RemarkAnswered'
  | 'ConditionAnswered'
>;

function sentenceOfDecision(event: AboutDecision, names: Names, former: ToldDecision | null, whose: string): string {
  switch (event.type) {
    case 'DecisionRecorded':
      return `${decided(event.facts, names)}.`;
    case 'DecisionCorrected':
      return corrects(event.facts, former, names);
    case 'DecisionRevised':
      return `Opnieuw besloten: ${decided(event.facts, names)}${instead(former, names)}.`;
    case 'DecisionConfirmed':
      return `Bevestigd: wat de regio vastlegde voor ${inSentence(whose)}.`;
    case 'DecisionDisputed':
      return `Betwist: wat de regio vastlegde voor ${inSentence(whose)}.`;
    case 'DecisionWithdrawn':
      return `Ingetrokken: het besluit van ${inSentence(whose)} bij ${names.phase(event.facts.gate)}.`;
    case 'DecisionReleased':
      return `Vrijgegeven: het besluit van ${inSentence(whose)} bij ${names.phase(event.facts.gate)}.`;
    case 'ListAdopted':
      return `De besluitenlijst met het besluit van ${inSentence(whose)} is vastgesteld.`;
    case 'SecrecyLifted':
      return secrecyLifted(event.facts, whose);
    case 'PointAnswered':
      return `Punt ${event.facts.point + 1} van de zienswijze van ${inSentence(whose)} is beantwoord.`;
    case 'RemarkAnswered':
      return `Aandachtspunt ${event.facts.remark + 1} van ${inSentence(whose)} is beantwoord.`;
    case 'ConditionAnswered': {
      const { answer, phase } = event.facts;
      if (answer === 'disputed') return `Het antwoord op een voorwaarde van ${inSentence(whose)} is betwist.`;
      return `Een voorwaarde van ${inSentence(whose)} is ${conditionAnswerWords[answer]}${phase === undefined ? '' : ` naar ${names.phase(phase)}`}.`;
    }
  }
}

/** What stands at a line that was corrected, or corrects another. */
export const corrections = {
  mends: (n: number) => `Corrigeert regel ${count(n)}`,
  mended: ({ sequence, at, who, why }: { sequence: number; at: string; who: string; why: string }) =>
    `Onjuist vastgelegd; gecorrigeerd in regel ${count(sequence)} op ${momentWords(at)} door ${who}: ${why}`,
  correct: (n: number) => `Regel ${count(n)} corrigeren`,
};

/** A fact as it should have been recorded, or that was not there. */
export const corrected = (sentence: string, { never }: Correction): string =>
  `${never ? 'Is er niet geweest' : 'Gecorrigeerd'}: ${sentence}`;

/** All that others learn of a decision that is not released. */
export const closedSentence = 'Er is iets vastgelegd dat nog niet is vrijgegeven.';

function amended(event: EventOf<'RuleAmended' | 'AmendmentNotified'>, names: Names): string {
  const gate = names.phase(event.facts.gate);
  if (event.type === 'AmendmentNotified')
    return `Alle organen kregen bericht van de gewijzigde besluitregel van ${gate}.`;
  const from = event.facts.atOnce ? 'meteen, met instemming van allen die besluiten' : 'vanaf de volgende voorlegging';
  return `De besluitregel van ${gate} is gewijzigd, ${from}: ${names.amended(event)}.`;
}

/** Of who decide, and by which rule. */
function sentenceOfRules(
  event: EventOf<'ElectorateChanged' | 'BodyLeft' | 'RuleAmended' | 'AmendmentNotified'>,
  names: Names,
): string {
  return event.type === 'RuleAmended' || event.type === 'AmendmentNotified'
    ? amended(event, names)
    : whoDecide(event, names);
}

function whoDecide(event: EventOf<'ElectorateChanged' | 'BodyLeft'>, names: Names): string {
  const gate = names.phase(event.facts.gate);
  return event.type === 'BodyLeft'
    ? `${names.body(event.facts.body)} trad uit bij ${gate}, en besluit daar niet meer mee.`
    : `Bij ${gate} is gewijzigd wie besluiten: ${changed(event.facts, names)}.`;
}

function changed({ joins, leaves, merges }: EventFacts['ElectorateChanged'], names: Names): string {
  const bodies = (list: readonly string[]) => listWords(list.map((body) => names.body(body)));
  return [
    ...(joins.length > 0 ? [`${bodies(joins)} ${joins.length === 1 ? 'doet' : 'doen'} mee`] : []),
    ...(leaves.length > 0 ? [`${bodies(leaves)} ${leaves.length === 1 ? 'doet' : 'doen'} niet meer mee`] : []),
    ...merges.map(({ from, into }) => `${names.body(into)} komt in de plaats van ${bodies(from)}`),
  ].join('; ');
}

/** What a decision said, in the words that its stand has for it. */
export type ToldDecision = Pick<DecisionFacts, 'gate' | 'answers' | 'unplanned' | 'tenor' | 'noDecision' | 'belongsTo'>;

const said = ({ gate, answers, unplanned, tenor }: ToldDecision, names: Names): string =>
  saidWord({ answers, unplanned, tenor: tenor ?? null, asks: names.asked(gate) });

/** The same of a former reading, which may have said that there was none. */
const told = (former: ToldDecision, names: Names): string =>
  former.noDecision || former.belongsTo !== undefined ? 'geen besluit' : said(former, names);

/** What a decision was after all; what it was first, where the words differ. */
function corrects(facts: DecisionFacts, former: ToldDecision | null, names: Names): string {
  if (facts.belongsTo !== undefined) return `Hoort bij een ander traject: ${decided(facts, names)}.`;
  if (facts.noDecision) return `Is er niet geweest: ${decided(facts, names)}.`;
  const isSame = former !== null && told(former, names) === said(facts, names);
  return `Gecorrigeerd: ${decided(facts, names)}${isSame ? '' : instead(former, names)}.`;
}

function decided(facts: DecisionFacts, names: Names): string {
  const { body, gate, option } = facts;
  const choice = option === undefined ? '' : `, keuze: ${names.option(gate, option)}`;
  return `${names.body(body)}: ${said(facts, names)} bij ${names.phase(gate)}${choice}`;
}

const bodyIn = ({ body }: { body?: string }, names: Names): string | null =>
  body === undefined ? null : names.body(body);

const instead = (former: ToldDecision | null, names: Names): string =>
  former === null ? '' : ` (eerst: ${told(former, names)})`;
