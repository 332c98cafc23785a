// What the forms ask and say, and who may do what: the same words for a button, its reason when it is not there, and the
// page that it opens.
import type { CommandName } from '../../domain/commands/commands.js';
import { fullDay, longDay, momentWords, weekdayOf } from '../language/dates.js';
import { inSentence } from '../language/nouns.js';
import { requirementLabels } from '../facts/requirements.js';

/** Who does this, for someone who cannot. */
export const doers: Record<CommandName, (ruledBy: string) => string> = {
  'start-phase': () => 'Dat doet de kwartiermaker.',
  'complete-phase': () => 'Dat doet de kwartiermaker.',
  'rework-phase': () => 'Dat doet de kwartiermaker.',
  'visit-body': () => 'Dat doet de kwartiermaker.',
  'record-publication': () => 'Dat doet de secretaris of griffier van het orgaan, of de kwartiermaker.',
  'plan-phase': () => 'Dat doet de kwartiermaker.',
  'record-meeting': () => 'Dat doet de kwartiermaker.',
  'submit-gate': () => 'Dat doet de kwartiermaker.',
  'withdraw-gate': () => 'Dat doet de kwartiermaker.',
  'revise-proposal': () => 'Dat doet de kwartiermaker.',
  'record-receipt': () =>
    'Dit legt de secretaris, griffier of contactpersoon van het orgaan zelf vast, of de kwartiermaker.',
  'schedule-item': () =>
    'Dit legt de secretaris, griffier of contactpersoon van het orgaan zelf vast, of de kwartiermaker.',
  'extend-term': (ruledBy) => `Dat doet de kwartiermaker, of de voorzitter van ${inSentence(ruledBy)}.`,
  'lay-paper': () => 'Dat doet de kwartiermaker.',
  'state-criterion': () => 'Dat doet wie dit criterium volgens het procesplan vaststelt.',
  'change-electorate': (ruledBy) => `Dat doet de voorzitter van ${inSentence(ruledBy)}.`,
  'leave-gate': () => 'Dit legt de secretaris of griffier van wie uittreedt zelf vast.',
  'amend-rule': (ruledBy) => `Dat doet de voorzitter van ${inSentence(ruledBy)}.`,
  'notify-amendment': (ruledBy) => `Dat doet de kwartiermaker, of de voorzitter van ${inSentence(ruledBy)}.`,
  'record-decision': () => 'Dit legt de secretaris of griffier van het orgaan zelf vast, of de kwartiermaker.',
  'confirm-decision': () => 'Dit legt de secretaris of griffier van het orgaan zelf vast.',
  'withdraw-decision': () => 'Dit legt de secretaris of griffier van het orgaan zelf vast.',
  'release-decision': () => 'Dit legt de secretaris of griffier van het orgaan zelf vast.',
  'adopt-list': () => 'Dit legt de secretaris of griffier van het orgaan zelf vast, of de kwartiermaker.',
  'lift-secrecy': () => 'Dit legt de secretaris of griffier van het orgaan zelf vast.',
  'answer-point': () => 'Dat doet de kwartiermaker.',
  'answer-remark': () => 'Dat doet de kwartiermaker.',
  'answer-condition': (ruledBy) => `Dat doet de voorzitter van ${inSentence(ruledBy)}, of wie de voorwaarde stelde.`,
  'rule-gate': (ruledBy) => `Dat doet de voorzitter van ${inSentence(ruledBy)}.`,
  'split-gate': (ruledBy) => `Dat doet de voorzitter van ${inSentence(ruledBy)}.`,
  'reopen-gate': (ruledBy) => `Dat doet de voorzitter van ${inSentence(ruledBy)}.`,
  'record-fact': () => 'Dat doet de kwartiermaker.',
  'record-mandate': () => 'Dat doet de secretaris of griffier van het orgaan, of de kwartiermaker.',
  'end-mandate': () => 'Dat doet de secretaris of griffier van het orgaan, of de kwartiermaker.',
  'confirm-mandate': () => 'Dat doet de secretaris of griffier van het orgaan.',
  'merge-parties': () => 'Dat doet de kwartiermaker.',
  'migrate-dossier': (ruledBy) => `Dat doet de voorzitter van ${inSentence(ruledBy)}.`,
  'stop-dossier': (ruledBy) => `Dat doet de voorzitter van ${inSentence(ruledBy)}.`,
};

export const labels: Record<CommandName | 'start-dossier' | 'unschedule-item', string> = {
  'start-dossier': 'Nieuw traject starten',
  'start-phase': 'Fase starten',
  'complete-phase': 'Fase afronden',
  'rework-phase': 'Fase opnieuw opnemen',
  'visit-body': 'Bezoek vastleggen',
  'record-publication': 'Bekendmaking vastleggen',
  'plan-phase': 'Planning wijzigen',
  'record-meeting': 'Overleg vastleggen',
  'submit-gate': 'Voorleggen',
  'withdraw-gate': 'Voorlegging terugnemen',
  'revise-proposal': 'Nieuwe versie voorleggen',
  'record-receipt': 'Ontvangst vastleggen',
  'schedule-item': 'Op de agenda zetten',
  'unschedule-item': 'Van de agenda halen',
  'extend-term': 'Termijn verlengen',
  ...requirementLabels,
  'change-electorate': 'Besluitende organen wijzigen',
  'leave-gate': 'Uittreden',
  'amend-rule': 'Besluitregel wijzigen',
  'notify-amendment': 'Bericht over de regel vastleggen',
  'record-decision': 'Besluit vastleggen',
  'confirm-decision': 'Besluit bevestigen',
  'withdraw-decision': 'Besluit intrekken',
  'release-decision': 'Besluit vrijgeven',
  'adopt-list': 'Vaststelling van de besluitenlijst vastleggen',
  'lift-secrecy': 'Opheffen van geheimhouding vastleggen',
  'answer-point': 'Punt beantwoorden',
  'answer-remark': 'Aandachtspunt beantwoorden',
  'answer-condition': 'Voorwaarde beantwoorden',
  'rule-gate': 'Conclusie vastleggen',
  'split-gate': 'Splitsing vastleggen',
  'reopen-gate': 'Opnieuw openen',
  'record-fact': 'Feit vastleggen',
  'record-mandate': 'Mandaat vastleggen',
  'end-mandate': 'Mandaat beëindigen',
  'confirm-mandate': 'Mandaat bevestigen',
  'merge-parties': 'Herindeling vastleggen',
  'migrate-dossier': 'Procesplan wijzigen',
  'stop-dossier': 'Traject stoppen',
};

export const correctionForm = {
  title: 'Corrigeren',
  hint: 'Zo is het vastgelegd. Verander wat onjuist is; de rest blijft zoals het was. Beide blijven in het logboek staan.',
  never: 'Dit is er niet geweest',
  neverHint: 'Dan telt het op geen enkele dag, en hoeft er hierboven niets te veranderen.',
  why: 'Waarom corrigeert u dit?',
};

export const form = {
  optional: '(niet verplicht)',
  assumedDays: 'De vergaderdagen die hier worden aangeboden, zijn aangenomen voor de demonstratie.',
  days: 'Dagen om uit te kiezen',
  dayHint: 'Dag, maand en jaar, zoals 16-05-2024.',
  today: 'Vandaag is ingevuld. Was het op een andere dag? Verander dit dan.',
  fileHint: 'PDF, DOCX, ODT, XLSX of een afbeelding, hoogstens 25 MB.',
  /** Of a file that came along already. */
  fileChosen: (name: string) =>
    name === ''
      ? 'Hier is al een bestand bij. Kies alleen een ander om het te vervangen.'
      : `Gekozen: ${name}. Kies alleen een ander bestand om dit te vervangen.`,
  /** Of a file, where what was filled in is read once more. */
  fileSent: (name: string) => (name === '' ? 'het bestand dat er al bij was' : name),
  paperOfFew: '(besloten: niet iedereen ziet dit stuk)',
  fileLeftOut: 'Dit bestand niet meesturen',
  onTheWeb: 'op het web',
  choose: 'Maak een keuze',
  wrong: 'Verbeter dit eerst',
  kept: 'Wat u invulde staat er nog. Het is niet vastgelegd.',
  elsewhere: 'Bekijk hoe het nu staat',
  cancel: 'Annuleren',
  back: 'Terug naar het formulier',
  confirmTitle: 'Klopt dit?',
  doubt: (day: string) => `${longDay(day)} is een ${weekdayOf(day)}; klopt dat?`,
  doubtHint: 'Klopt het, verstuur dit formulier dan nog een keer. Er is nog niets vastgelegd.',
  confirmHint: 'Na het vastleggen staat dit in het logboek en kan het niet worden gewist.',
  on: 'Datum',
  reason: 'Reden',
  badDate: 'is geen bestaande datum; schrijf dag, maand en jaar, zoals 16-05-2024',
  decidedMeanwhile:
    'Van dit orgaan is al een besluit vastgelegd. Open dat besluit om het te corrigeren, of om vast te leggen dat er opnieuw is besloten.',
  typed: 'Wat u invulde',
  already: 'Dit is al vastgelegd',
  alreadyWhy: 'Wat u invulde en bevestigde, staat in het logboek. Er wordt niets nog een keer vastgelegd.',
  toRecorded: 'Bekijk wat is vastgelegd',
  lost: 'Dit vulde u ook in; in dit formulier is er nu geen plaats meer voor.',
  sentAlready: 'Dit formulier was al verstuurd met andere antwoorden. Controleer wat er staat en verstuur het opnieuw.',
};

/** What changed while a form was open. */
export const changed = {
  title: 'Intussen is er iets veranderd',
  otherPerson: 'Dit formulier is geopend door iemand anders. Wat u nu verstuurt, wordt op uw naam vastgelegd.',
  stood: (body: string, from: string) => `${body}: ${from} →`,
  notAsked: 'besluit hier niet',
  now: (sentence: string) => `Er staat nu: ${sentence}`,
  recorded: 'Sinds u dit formulier opende, is dit vastgelegd:',
  more: (n: number) => (n === 1 ? 'Nog 1 regel staat in het logboek.' : `Nog ${n} regels staan in het logboek.`),
  hint: 'Wat u invulde is nog niet vastgelegd. Kijk of het nog klopt, en verstuur het dan opnieuw.',
};

export const gateForm = {
  proposalHint: 'Wie op een eerdere versie besloot, moet opnieuw besluiten, tenzij een tekstmandaat de wijziging dekt.',
  textualMandate: 'Wie gaf een tekstmandaat voor deze wijziging?',
  textualMandateHint: 'Hun eerdere besluit geldt ook voor deze versie.',
  meetingOn: 'Datum van de vergadering',
  forWhom: 'Wie besluit?',
  forAll: 'Alle organen',
  offAgenda: (day: string) => `Het staat nu op de agenda van ${longDay(day)}.`,
  electorateHint:
    'Wie besluiten ligt vast sinds de voorlegging. Een wijziging krijgt een reden en een grond, en elk orgaan krijgt er bericht van. Wie al besloot, kan alleen zelf uittreden.',
  leaveHint: 'Het orgaan besluit hier dan niet meer mee. Wat het besloot blijft in het logboek, en telt niet meer.',
  splitHint: 'Ieder gaat verder met wat het zelf koos. De fasen van een deel beginnen voor wie zo verder gaan.',
  part: 'Deel',
  leaves: 'Wie doen niet meer mee?',
  joins: 'Wie komen erbij?',
  merges: 'Wie gaan samen?',
  into: 'Wie komt in hun plaats?',
  newcomer: 'Een orgaan van een gemeente die nog niet meedoet',
  newcomerHint: 'Zoals in een adres: aa-en-hunze/college.',
  intoHint:
    'Wie voor hen verder besluit. Dat kan één van hen zijn. Een herindeling legt de kwartiermaker één keer vast, voor het hele traject.',
  takeBackHint: 'De besluiten blijven te lezen, en gaan niet mee naar de volgende voorlegging.',
  withdrawHint: 'Het besluit blijft in het logboek staan. Er is daarna nog geen besluit van dit orgaan.',
};

export const ruleForm = {
  now: (rule: string) => `De regel is nu: ${rule}.`,
  rule: 'De nieuwe regel',
  threshold: (n: number, many: string) => `Een vast aantal van de ${n} ${many}`,
  needed: 'Hoeveel moeten er akkoord zijn?',
  among: 'Van wie is dat een deel?',
  all: 'Van allen die mogen besluiten',
  decided: 'Van wie voor of tegen besluit: wie zich onthoudt, telt niet mee',
  from: 'Vanaf wanneer geldt de nieuwe regel?',
  later: 'Vanaf de volgende voorlegging',
  laterHint: 'Wat nu voorligt, houdt zijn regel.',
  atOnce: 'Meteen, want allen die nu besluiten stemmen in',
  atOnceHint: (names: string) => `Dat zijn: ${names}.`,
};

export const answerForm = {
  point: 'Welk punt van de zienswijze?',
  remark: 'Welk aandachtspunt?',
  nth: { point: (n: number) => `Punt ${n}`, remark: (n: number) => `Aandachtspunt ${n}` },
};

export const receipt = {
  next: 'Wat gebeurt er nu',
  then: (chair: string, byItself: boolean) =>
    byItself ? 'Het besluit zelf sluit dit moment.' : `Daarna legt ${inSentence(chair)} de conclusie vast.`,
  until: (day: string) => `Antwoord kan t/m ${fullDay(day)}.`,
  seenBy: (isClosed: boolean, from: string | null) => {
    if (!isClosed) return 'Iedereen met een rol in dit traject ziet dit besluit.';
    const until = from === null ? 'tot u het vrijgeeft' : `tot ${fullDay(from)}`;
    return `Alleen uw eigen orgaan ziet dit besluit, ${until}.`;
  },
  address: 'Vast adres',
  nothingToDo: 'U hoeft nu niets te doen.',
  yours: 'Dit kunt u nog doen:',

  recorded: {
    decided: 'Het besluit is vastgelegd.',
    revised: 'Het nieuwe besluit is vastgelegd.',
    corrected: 'De correctie is vastgelegd.',
    never: 'Vastgelegd: er was geen besluit.',
    elsewhere: 'Vastgelegd: dit besluit hoort bij een ander traject.',
  },
  title: (body: string) => `Besluit van ${inSentence(body)}`,
  decision: 'Besluit',
  decidedOn: 'Besloten op',
  gate: 'Go/no-go-moment',
  recordedAs: 'Vastgelegd',
  line: (n: number, at: string, who: string) => `regel ${n} in het logboek, ${momentWords(at)}, door ${who}`,
  subjectToWords: (body: string, gate: string) => `besluit van ${inSentence(body)}: ${gate}`,
  answered: (answer: string) => `antwoord: ${answer}`,
  own: 'alleen voor het eigen orgaan',
  from: (day: string) => `vanaf ${longDay(day)}`,
  atPoint: (number: string) => `bij beslispunt ${number}`,
  workedOutBy: (who: string) => `uit te werken door ${who}`,
  flags: 'Bijzonderheden',
  superseded: 'Er is later opnieuw besloten; dat besluit geldt.',
  mended: 'Dit is gecorrigeerd.',
  never: 'Dit besluit is er niet geweest: het was ten onrechte vastgelegd. Het telt niet mee.',
  withdrawn: (day: string) => `Dit besluit is op ${longDay(day)} ingetrokken. Het telt niet meer.`,
  toLog: 'Naar het logboek',
  stale:
    'Er is een nieuwere versie van het voorstel. Dit besluit telt daarvoor niet: leg vast wat er op de nieuwe versie is besloten.',
  toNewest: 'Naar het besluit dat geldt',
  toMended: 'Naar wat nu geldt',
  replaces: 'Dit vervangt een eerder besluit.',
  closed: 'Dit telt nog niet: het is nog niet vrijgegeven.',
  untilThen: 'Tot dan geldt het eerdere besluit.',
  unconfirmed: 'Dit telt nog niet: het orgaan heeft het nog niet bevestigd.',
  toFormer: 'Naar het eerdere besluit',
  mends: 'Dit is een correctie.',
  toMistake: 'Naar wat er eerst stond',
  wrong: 'Staat er iets fout?',
  correct: 'Corrigeren',
  again: 'Is er opnieuw besloten?',
  revise: 'Nieuw besluit vastleggen',
  unseenDossier: 'een traject waarin u geen rol hebt',
  notThere: 'In dat traject komt dit besluit niet vanzelf te staan.',
  recordThere: 'Daar ook vastleggen',
  toGate: 'Naar het moment',
  confirmTitle: 'Klopt wat de regio voor u vastlegde?',
  confirm: 'Ja, dit klopt',
  dispute: 'Nee, dit klopt niet',
  submit: 'Antwoord vastleggen',
  confirmation: 'Bevestiging',
  fingerprint: 'Vingerafdruk',
};

export const rulingForm = {
  unconfirmed: (n: number) =>
    n === 1 ? '1 besluit is nog niet bevestigd door het orgaan.' : `${n} besluiten zijn nog niet bevestigd.`,
  provisional: (n: number) =>
    n === 1
      ? 'Van 1 besluit is de besluitenlijst nog niet vastgesteld.'
      : `Van ${n} besluiten is de besluitenlijst nog niet vastgesteld.`,
  /** Where the arrangement is made, by name: until then each can still change. */
  provisionalOf: (bodies: string) => `Nog voorlopig, want de besluitenlijst is nog niet vastgesteld: ${bodies}.`,
  conditionsOpen: (n: number) =>
    n === 1 ? '1 voorwaarde vraagt nog een antwoord.' : `${n} voorwaarden vragen nog een antwoord.`,
  ruling: (body: string) => `Conclusie van ${inSentence(body)}`,
  goHint: (next: string) => `Daarna kan beginnen: ${next}.`,
  notYet: 'Dat kan nu niet: hierboven staat waarom.',
  toExplain: {
    'other-text': (bodies: string) =>
      `Schrijf bij "Reden" waarom het een go is, al ging ${bodies} akkoord met een andere tekst.`,
    'not-awaited': (bodies: string) => `Schrijf bij "Reden" waarom niet op ${bodies} wordt gewacht.`,
  },
  papers: 'Wat is gevraagd, en de stukken',
  dissent: 'Wie was het er niet mee eens?',
  dissentHint: 'Laat leeg als niemand een andere mening liet vastleggen.',
  next: 'Controleren',
  confirmTitle: 'Klopt deze conclusie?',
};
