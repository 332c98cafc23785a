// Every stored event in one Dutch sentence, and the names of the free texts that stand beside it.
import type { DecisionFacts, DossierEvent } from '../domain/dossier/events.js';
import type { ConditionAnswer } from '../domain/vocabulary.js';
import { longDay } from './dates.js';
import { rulingWords } from '../domain/dossier/sentence.js';
import { decisionWords, inSentence } from './words.js';

/** How a log names what its events point at. */
export interface Names {
  body(id: string): string;
  phase(id: string): string;
  gate(id: string): string;
}

const answers: Record<ConditionAnswer, string> = {
  adopted: 'overgenomen',
  carried: 'meegenomen',
  rejected: 'afgewezen',
  met: 'vervuld gemeld',
  waived: 'vervallen verklaard',
  disputed: 'betwist',
};

/**
 * @param former how the decision read that this one replaces, where it does
 * @param whose whose decision or condition it is about, where it is
 */
export function sentenceOfEvent(event: DossierEvent, names: Names, former: string | null, whose: string): string {
  switch (event.type) {
    case 'DossierStarted':
      return 'Het traject is gestart.';
    case 'PhaseStarted':
      return `De fase ${names.phase(event.facts.phase)} is gestart.`;
    case 'PhaseCompleted':
      return `De fase ${names.phase(event.facts.phase)} is afgerond.`;
    case 'PhaseReworked':
      return `De fase ${names.phase(event.facts.phase)} wordt overgedaan (ronde ${event.facts.round}).`;
    case 'BodyVisited':
      return `${names.body(event.facts.body)} is ${event.facts.skipped ? 'niet bezocht: overgeslagen' : 'bezocht'}.`;
    case 'GateSubmitted': {
      const { gate, electorate, replyBy, round } = event.facts;
      const until = replyBy === undefined ? '' : `, antwoord uiterlijk ${longDay(replyBy)}`;
      return `Voorgelegd aan ${electorate.length} organen (${round}e voorlegging): ${names.gate(gate)}${until}.`;
    }
    case 'DecisionRecorded':
      return `${decided(event.facts, names)}.`;
    case 'DecisionCorrected':
      return `Gecorrigeerd: ${decided(event.facts, names)}${instead(former)}.`;
    case 'DecisionRevised':
      return `Opnieuw besloten: ${decided(event.facts, names)}${instead(former)}.`;
    case 'DecisionConfirmed':
      return `Bevestigd: wat de regio vastlegde voor ${inSentence(whose)}.`;
    case 'DecisionDisputed':
      return `Betwist: wat de regio vastlegde voor ${inSentence(whose)}.`;
    case 'ConditionAnswered': {
      const { answer, phase } = event.facts;
      return `Een voorwaarde van ${inSentence(whose)} is ${answers[answer]}${phase === undefined ? '' : ` naar ${names.phase(phase)}`}.`;
    }
    case 'GateRuled':
      return `Conclusie bij ${names.phase(event.facts.gate)}: ${rulingWords[event.facts.ruling]}.`;
    case 'GateReopened':
      return `Het go/no-go-moment van ${names.phase(event.facts.gate)} is opnieuw geopend.`;
    case 'DossierStopped':
      return 'Het traject is gestopt.';
  }
}

const decided = ({ body, kind, gate }: DecisionFacts, names: Names): string =>
  `${names.body(body)}: ${decisionWords[kind]} bij ${names.phase(gate)}`;

const instead = (former: string | null): string => (former === null ? '' : ` (eerst: ${former})`);

const textNames: [pattern: RegExp, name: string][] = [
  [/^reason$/, 'Reden'],
  [/^reference$/, 'Nummer'],
  [/^title$/, 'Naam'],
  [/^remarks\//, 'Aandachtspunt'],
  [/^conditions\/\d+\/text$/, 'Voorwaarde'],
  [/^conditions\/\d+\/owner$/, 'Uitwerking door'],
  [/^evidence\/\d+\/title$/, 'Bewijs'],
  [/^evidence\/\d+\/url$/, 'Adres van het bewijs'],
  [/^proposal\/title$/, 'Stuk'],
  [/^proposal\/url$/, 'Adres van het stuk'],
  [/^meeting\/reference$/, 'Overleg'],
  [/^findings\//, 'Bevinding'],
];

/** What a free text is called that stands under this key. */
export const nameOfText = (key: string): string => {
  const name = textNames.find(([pattern]) => pattern.test(key))?.[1] ?? key;
  const finding = /^findings\/.*?(\d+)$/.exec(key)?.[1];
  if (finding !== undefined) return `${name} ${finding}`;
  const index = Number(/\/(\d+)/.exec(key)?.[1] ?? -1);
  return index < 0 ? name : `${name} ${index + 1}`;
};
