// What is asked of a person, and of others: the page of tasks, and the steps that move a dossier on.
import type { MissingWhy } from '../../domain/vocabulary.js';
import type { TurnKind } from '../../domain/turns/turn.js';
import { count, days, longDay } from '../language/dates.js';
import { inSentence } from '../language/nouns.js';
import { latenessWords } from '../gates/lateness.js';

export const tasks = {
  title: 'Mijn taken',
  todo: 'Te doen',
  groups: { late: 'Te laat', today: 'Vandaag', week: 'Binnen een week', later: 'Later', undated: 'Zonder datum' },
  beside: 'Buiten trajecten',
  waiting: 'Wacht op anderen',
  done: 'Afgerond',
  nothing: 'U hebt nu niets te doen.',
  onlyWaits: 'U hoeft nu zelf niets vast te leggen. Op wie u wacht, staat hieronder.',
  noWaiting: 'U wacht op niemand.',
  waitsElsewhere: (n: number) => `Nog op ${count(n)} ${n === 1 ? 'plaats' : 'plaatsen'}`,
  waitsOn: (n: number) => (n === 1 ? 'Wacht op één' : `Wacht op ${count(n)}`),
  noneDone: 'U hebt nog geen besluit of conclusie vastgelegd.',
  noRole: 'U hebt geen rol waarin u iets vastlegt.',
  looks: 'U kunt de trajecten wel bekijken.',
  damaged: (title: string, sequence: number) =>
    `${title} is beschadigd (regel ${sequence} van het logboek klopt niet) en staat hier niet bij.`,
  notAll: 'Er zijn meer trajecten met taken dan op één bladzijde passen.',
  more: 'Taken in de volgende trajecten',
  doneIn: (n: number) => `Alleen uit de eerste ${count(n)} trajecten die u ziet.`,
  all: 'Alle trajecten',
  due: (day: string) => `t/m ${longDay(day)}`,
  late: latenessWords.mark,
  left: (n: number) => (n === 0 ? 'vandaag' : `nog ${days(n)}`),
};

/** Why a body that decided is asked again, other than that there is a newer text. */
const asksAgain: Partial<Record<MissingWhy, string>> = {
  'condition-rejected': 'de voorwaarde is afgewezen',
  'subject-to': 'het voorbehoud is niet vervuld',
};

/** What is done in a row that says already about whom it is. */
export const stepVerbs: Record<TurnKind | 'look' | 'receipt', string> = {
  look: 'Openen',
  receipt: 'Ontvangst',
  'start-phase': 'Starten',
  'complete-phase': 'Afronden',
  'rework-phase': 'Overdoen',
  visit: 'Vastleggen',
  'submit-gate': 'Voorleggen',
  'lay-paper': 'Voorleggen',
  'state-criterion': 'Vaststellen',
  decide: 'Vastleggen',
  'decide-again': 'Opnieuw',
  confirm: 'Bevestigen',
  'correct-disputed': 'Verbeteren',
  'adopt-list': 'Lijst vaststellen',
  publish: 'Bekendmaken',
  'confirm-mandate': 'Bevestigen',
  'answer-condition': 'Beantwoorden',
  rule: 'Concluderen',
  'weigh-change': 'Wegen',
};

export const stepWords = {
  visits: (n: number) => `Nog ${count(n)} ${n === 1 ? 'bezoek' : 'bezoeken'} vastleggen`,
  informed: (body: string) => `Vastleggen dat ${inSentence(body)} is geïnformeerd`,
  decideFor: (body: string) => `Besluit vastleggen van ${inSentence(body)}`,
  receiptOf: (body: string) => `Vastleggen wanneer ${inSentence(body)} het stuk ontving: dan begint de termijn`,
  decideAgainFor: (body: string, why: MissingWhy) =>
    `Nieuw besluit vastleggen van ${inSentence(body)}: ${asksAgain[why] ?? 'er is een nieuwere versie'}`,
  confirmFor: (body: string) => `Bevestigen wat de regio vastlegde voor ${inSentence(body)}`,
  correctDisputed: (body: string) =>
    `Verbeteren wat voor ${inSentence(body)} is vastgelegd: het orgaan zegt dat het niet klopt`,
  adoptListOf: (body: string) => `Vaststelling van de besluitenlijst vastleggen: ${inSentence(body)}`,
  publishTogether: 'Aanvullen waar het bekend is gemaakt, of vanaf wanneer het geldt',
  publishOf: (body: string) => `Bekendmaking vastleggen van ${inSentence(body)}`,
  confirmMandateOf: (body: string) => `Bevestigen van het mandaat van ${inSentence(body)}`,
  weighChange: 'Wegen wat na de conclusie veranderde, en zo nodig heropenen',
  answerTo: (body: string) => `Voorwaarde beantwoorden van ${inSentence(body)}`,
  /** Beside the name of who is waited for. */
  waitsFor: {
    respond: 'Nog te reageren',
    decide: 'Nog te besluiten',
    confirm: 'Nog te bevestigen wat de regio vastlegde',
    release: 'Nog vrij te geven',
    'adopt-list': 'Besluitenlijst nog vast te stellen',
    publish: 'Bekendmaking nog vast te leggen',
    'answer-condition': 'Voorwaarde nog te beantwoorden',
  },
};
