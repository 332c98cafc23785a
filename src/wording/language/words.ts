// The words of the design on screen.
import type {
  AgendaStage,
  Confirmation,
  ConditionAnswer,
  ConditionEffect,
  DecisionKind,
  MissingWhy,
  Role,
} from '../../domain/vocabulary.js';
import type { MeetingStatus } from '../../domain/dossier/meetings.js';
import type { PhaseStatus } from '../../domain/workflow/machine.js';
import type { ConditionView } from '../../domain/views/decision-view.js';
import type { DossierView } from '../../domain/views/dossier-view.js';
import { longDay } from './dates.js';

/** Of a body that recorded something and keeps it to itself. */
export const hiddenWord = 'nog niet vrijgegeven';

/** Why a body does not count (yet), in a clause. */
export type WhyWords = Readonly<Record<MissingWhy, string>>;

export const whyWords: WhyWords = {
  silent: 'nog geen besluit',
  scheduled: 'ingepland',
  deferred: 'aangehouden',
  noted: 'voor kennisgeving aangenomen',
  forwarded: 'doorgeleid naar de raad',
  'not-in-plan': 'besloot iets dat hier niet meetelt',
  announced: 'aangekondigd, nog niet besloten',
  'condition-open': 'voorwaarde nog open',
  'condition-rejected': 'voorwaarde afgewezen',
  'subject-to': 'onder voorbehoud',
  unconfirmed: 'vastgelegd door de regio, nog niet bevestigd',
  disputed: 'betwist',
  stale: 'besloten op een eerdere versie',
  'other-text': 'besloot een andere tekst',
};

export const phaseWords: Record<PhaseStatus, string> = {
  dormant: 'wacht op een keuze',
  skipped: 'overgeslagen',
  planned: 'gepland',
  underway: 'bezig',
  'at-gate': 'ligt voor',
  refused: 'no-go',
  passed: 'afgerond',
};

export const decisionWords: Record<DecisionKind, string> = {
  agree: 'akkoord',
  'agree-with-remarks': 'akkoord met aandachtspunten',
  'agree-with-conditions': 'akkoord onder voorwaarden',
  'agree-subject-to': 'akkoord onder voorbehoud',
  'agree-amended': 'gewijzigd akkoord',
  disagree: 'niet akkoord',
  abstained: 'stem onthouden',
  deferred: 'aangehouden',
  noted: 'voor kennisgeving aangenomen',
  'propose-to-council': 'aan de raad voorgesteld',
  forwarded: 'doorgeleid naar de raad',
  'agree-in-principle': 'in beginsel akkoord',
  'no-view': 'geen zienswijze',
  view: 'zienswijze',
  consent: 'toestemming verleend',
  'consent-withheld': 'toestemming onthouden',
  adopt: 'vastgesteld',
  'adopt-amended': 'gewijzigd vastgesteld',
  signed: 'ondertekend',
  'not-signed': 'niet ondertekend',
};

export const roleWords: Record<Role, string> = {
  'process-lead': 'kwartiermaker',
  secretary: 'secretaris',
  clerk: 'griffier',
  chair: 'voorzitter',
  'deputy-chair': 'plaatsvervangend voorzitter',
  'chair-secretary': 'secretaris van het overleg',
  contact: 'contactpersoon',
  'portfolio-holder': 'portefeuillehouder',
  reader: 'lezer',
  administrator: 'beheerder',
};

export const conditionWords: Record<ConditionView['status'], string> = {
  open: 'nog niet beantwoord',
  adopted: 'overgenomen',
  carried: 'meegenomen naar een latere fase',
  rejected: 'afgewezen',
  met: 'vervuld',
  waived: 'vervallen verklaard',
  disputed: 'antwoord betwist',
  lapsed: 'vervallen: het besluit is vervangen',
};

export const effectWords: Record<ConditionEffect, string> = {
  elaboration: 'bij uitwerking',
  suspensive: 'opschortend',
};

export const conditionAnswerWords: Record<ConditionAnswer, string> = {
  adopted: 'overgenomen',
  carried: 'meegenomen',
  rejected: 'afgewezen',
  met: 'vervuld gemeld',
  waived: 'vervallen verklaard',
  disputed: 'betwist',
};

export const yesNoWords = { ja: 'ja', nee: 'nee' };

export const flagWords: Record<string, string> = {
  late: 'na de termijn',
  'before-submission': 'vóór de voorlegging',
  ended: 'bestond niet meer',
  'before-joining': 'voordat het erbij kwam',
  'after-ruling': 'na de conclusie',
  'no-reason': 'zonder reden',
  provisional: 'voorlopig',
  stale: whyWords.stale,
  'no-ground': 'zonder wettelijke grond',
  'no-signatory': 'zonder naam van de ondertekenaar',
  'no-capacity': 'zonder hoedanigheid',
  'no-authorisation': 'zonder machtiging',
  'no-mandate': 'zonder mandaat',
  'mandate-ended': 'na het einde van het mandaat',
  'mandate-unconfirmed': 'mandaat nog niet bevestigd',
  'not-conform': 'niet conform het voorstel',
  'points-differ': 'de beslispunten zeggen iets anders dan het besluit',
  'votes-differ': 'de stemming zegt iets anders dan het besluit',
  'not-in-plan': 'niet in het procesplan',
  closed: hiddenWord,
  secrecy: 'geheimhouding op een stuk',
  'secrecy-no-interest': 'geheimhouding zonder belang van de Woo',
  'secrecy-lifted-by-other': 'geheimhouding opgeheven door een ander dan wie dat mag',
  withdrawn: 'ingetrokken',
  'no-decision': 'ten onrechte vastgelegd',
  'reservation-refused': 'voorbehoud niet vervuld',
};

export const confirmationWords: Record<Confirmation, string> = {
  'by-body': 'vastgelegd door het orgaan zelf',
  unconfirmed: 'vastgelegd door de regio, nog niet bevestigd',
  confirmed: 'vastgelegd door de regio, bevestigd door het orgaan',
  disputed: 'vastgelegd door de regio, betwist door het orgaan',
};

export const meetingWords: Record<string, string> = { session: 'in vergadering', 'in-writing': 'schriftelijk' };

/** In what way they met, and where that can be read: in vergadering, ABO 25 april. */
export const meetingIn = ({ form, reference }: { form: string; reference: string | null }): string =>
  [meetingWords[form] ?? form, reference].filter((part) => part !== null).join(', ');

export const stateWords: Record<DossierView['state'], string> = {
  running: 'loopt',
  completed: 'afgerond',
  stopped: 'gestopt',
  never: 'was geen traject',
};

/** A word at the start of a sentence or a cell. */
export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The same of a word in pieces. */
export const capitalFirst = <P extends { text: string }>(parts: readonly P[]): P[] =>
  parts.map((part, i) => (i === 0 ? { ...part, text: capital(part.text) } : part));

/** Names in a sentence: a, b en c. */
export const listWords = (names: readonly string[]): string => listing.format(names);

/** One of them: a of b. */
export const eitherWords = (words: readonly string[]): string => words.join(' of ');

const listing = new Intl.ListFormat('nl', { type: 'conjunction' });

export const meetingStatusWords: Record<MeetingStatus, string> = {
  expected: 'verwacht',
  held: 'gehouden',
  moved: 'verplaatst',
  cancelled: 'vervallen',
  missed: 'gemist, niets vastgelegd',
};

export const visitWords = { visited: 'bezocht', skipped: 'overgeslagen', waiting: 'nog niet bezocht' };
/** The same where a municipality informs its own council. */
export const informedWords: typeof visitWords = {
  visited: 'geïnformeerd',
  skipped: 'overgeslagen',
  waiting: 'nog niet geïnformeerd',
};

/** What the day beside a reason is; otherwise it is the last one. */
const beforeDay: Partial<Record<MissingWhy, string>> = {
  deferred: 'terug op',
  noted: 'terug op',
  scheduled: 'op',
  announced: 'vanaf',
};

/** The day beside a reason: op 21 mei 2024, terug op 23 april 2024. */
export const untilWords = (why: MissingWhy, day: string): string => `${beforeDay[why] ?? 't/m'} ${longDay(day)}`;

/** How far a body is, where it is planned for a meeting. */
export const stageWords: Record<AgendaStage, string> = {
  draft: 'nu nog in voorbereiding',
  'portfolio-holder': 'nu bij de portefeuillehouder',
  initialling: 'nu in de parafering',
  college: 'op de agenda van het college',
  committee: 'in de commissie',
  council: 'op de agenda van de raad',
};

/** What else is to be said of an item on an agenda: how far it is, or that its day went by. */
export const agendaWords = (item: { meetingOn: string; stage: AgendaStage }, day: string): string | null =>
  item.meetingOn < day ? `was ingepland op ${longDay(item.meetingOn)}` : stageWords[item.stage];

/** A plan with its version: versie 2 van "Robuuste jeugdhulpregio Drenthe". */
export const planWords = ({ title, version }: { title: string; version: number }): string =>
  `versie ${version} van "${title}"`;
