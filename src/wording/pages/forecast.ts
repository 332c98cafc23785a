// What is said of when a dossier can be done: the forecast, until when each step can wait, and what it rests on.
import type { FallsOut } from '../../domain/calendars/meetings.js';
import type { PathStep } from '../../domain/forecast/path.js';
import type { LearntTime } from '../../domain/views/learnt-times.js';
import type { Day, WorksAs } from '../../domain/vocabulary.js';
import { count, days, fullDay, longDay, shortDay } from '../language/dates.js';
import { inSentence, namesInList } from '../language/nouns.js';

const list = new Intl.ListFormat('nl-NL', { type: 'conjunction' });
/** So many are named in full, and so many after each other; of more it is said how many they are. */
const inFullMax = 2;
const namedMax = 6;

/** A few bodies by name; of more, how many and of what kind: their names stand in the tables. */
function named(titles: readonly string[]): string {
  if (titles.length <= inFullMax) return list.format(titles.map(inSentence));
  const { head, names } = namesInList(titles);
  if (head === null) return `${count(titles.length)} bestuursorganen`;
  const many = `${count(titles.length)} ${plurals[head] ?? 'bestuursorganen'}`;
  return names.length <= namedMax ? `${many} (${list.format(names)})` : many;
}
const plurals: Record<string, string> = { College: 'colleges', Raad: 'raden' };

const workers: Record<WorksAs, string> = {
  college: 'Colleges',
  council: 'Raden',
  board: 'Besturen',
  consultation: 'Overleg van bestuurders',
  provider: 'Aanbieders',
  minister: 'Minister',
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const fallsOut: Record<FallsOut, string> = {
  recess: 'reces',
  election: 'verkiezingen en de vorming van een nieuw bestuur',
  holiday: 'een feestdag',
  cancelled: 'de vergadering vervalt',
};

/** Of a hundred decisions so many. */
const laterWords = (percent: number): string =>
  `${count(percent)} van de 100 besluiten een vergadering later ${percent === 1 ? 'valt' : 'vallen'}`;

export const forecastWords = {
  title: 'Vooruitblik',
  open: 'Bekijk de vooruitblik',
  assumed: 'Gerekend met kalenders die zijn aangenomen voor de demonstratie. Zij zeggen niets over een echte gemeente.',
  over: 'Dit traject loopt niet: er is niets meer te verwachten.',
  canBeMet: (goal: Day) => `${capital(longDay(goal))} kan worden gehaald`,
  cannotBeMet: (goal: Day) => `${capital(longDay(goal))} wordt niet gehaald`,
  noGoal: (on: Day) => `Op zijn vroegst klaar op ${longDay(on)}`,
  finish: (on: Day, slack: number | null) =>
    slack === null || slack === 0
      ? `Op zijn vroegst is alles klaar op ${fullDay(on)}.`
      : `Op zijn vroegst is alles klaar op ${fullDay(on)}: ${days(Math.abs(slack))} ${slack > 0 ? 'speling' : 'te laat'}.`,
  tightest: (titles: readonly string[]) =>
    `${capital(named(titles))} ${titles.length === 1 ? 'bepaalt' : 'bepalen'} dat: daar is de minste ruimte.`,
  unknown: 'Wanneer dit klaar kan zijn, is niet te zeggen',
  lacks: (titles: readonly string[]) => `Geen kalender bekend van ${named(titles)}.`,
  lacksWhat: 'Zonder de vergaderdagen zegt Sluis niets over de datum: een schatting zou een dag lijken.',
  afterRecess: (titles: readonly string[], recess: string) => `Pas na het ${recess} aan de beurt: ${named(titles)}.`,
  afterElection: (titles: readonly string[]) =>
    `Door verkiezingen of de vorming van een nieuw bestuur later aan de beurt: ${named(titles)}.`,
  path: 'De weg die het langst duurt',
  step: (phase: string, { from, until }: Pick<PathStep, 'from' | 'until'>) =>
    `${phase}: van ${shortDay(from)} tot en met ${shortDay(until)}`,
  decidedBy: (titles: readonly string[]) =>
    `${capital(named(titles))} ${titles.length === 1 ? 'beslist' : 'beslissen'} als laatste.`,
  byTerm: 'De termijn bepaalt de dag: wie dan niets heeft gezegd, houdt niets op.',
  held: {
    today: '',
    phase: '',
    window: 'Begint niet eerder dan gepland.',
    asked: 'Niet eerder, zoals u invulde.',
  },
  phases: 'Per fase',
  heads: {
    phase: 'Fase',
    from: 'Op zijn vroegst voorleggen',
    until: 'Op zijn vroegst klaar',
    beginBy: 'Uiterlijk voorleggen',
    passBy: 'Uiterlijk klaar',
    fits: 'Past het?',
  },
  fits: (phase: { hasPassed: boolean; fits: boolean | null }) =>
    phase.hasPassed ? 'klaar' : phase.fits === null ? 'niet te zeggen' : phase.fits ? 'ja' : 'nee, te laat',
  notKnown: 'niet bekend',
  bodies: 'Per bestuursorgaan',
  bodyHeads: {
    body: 'Bestuursorgaan',
    first: 'Eerste vergadering die kan',
    papers: 'Stukken uiterlijk',
    last: 'Laatste vergadering op tijd',
    lastPapers: 'Stukken uiterlijk',
    margin: 'Ruimte',
  },
  hasDecided: 'heeft besloten',
  noCalendar: 'geen kalender bekend',
  margin: (n: number) => (n < 0 ? `${days(-n)} te laat` : days(n)),
  missed: ({ on, why, title }: { on: Day; why: FallsOut; title: string | null }) =>
    `${shortDay(on)} valt weg: ${title ?? fallsOut[why]}`,
  termUntil: (on: Day) => `termijn tot en met ${shortDay(on)}`,
  rests: 'Waar dit van uitgaat',
  assumptions: [
    'Ieder bestuursorgaan dat nog moet beslissen, zegt ja in de eerste vergadering die kan.',
    'Een voorstel wordt voorgelegd op de dag waarop dat kan; tijd om het te schrijven is niet gerekend.',
    'Een fase begint niet voor haar geplande begin; een fase zonder besluit kost geen tijd.',
    'Voorwaarden en andere eisen zijn op tijd vervuld.',
  ],
  outside: (titles: readonly string[]) => `Op tijd bekend: ${list.format(titles.map((title) => `“${title}”`))}.`,
  choice: (gate: string) => `De keuze bij “${gate}” is nog open. Gerekend is met de vorm die het langst duurt:`,
  choiceFinish: (option: string, on: Day | null) =>
    `${option}: ${on === null ? 'niet te zeggen' : `op zijn vroegst klaar op ${longDay(on)}`}`,
  whatIf: 'Wat als?',
  whatIfLead: 'Kijk wat een andere loop doet met de datum. Er wordt niets vastgelegd.',
  whatIfFields: {
    body: 'Dit bestuursorgaan beslist later',
    meetings: 'Hoeveel vergaderingen later',
    refused: 'Hier komt eerst een no-go',
    put: 'Dit wordt pas later voorgelegd',
    on: 'Op welke dag',
    asap: 'Fasen mogen eerder beginnen dan gepland',
    learnt: 'Neem waar geen kalender is, de tijd die het eerder duurde',
  },
  learntUsed:
    'Waar geen kalender is, is gerekend met de helft van de keren hieronder, en met een vergadering op elke werkdag. Dat is een aanname.',
  learnt: 'Hoe lang het eerder duurde',
  learntLead:
    'Van wat in deze regio is afgerond en u mag zien: van voorleggen tot besluit, en van het laatste besluit tot de conclusie.',
  learntHeads: { what: 'Wie en wat', times: 'Hoe vaak', half: 'In de helft binnen', most: 'In 9 van de 10 binnen' },
  learntStep: (step: LearntTime['step'], works: WorksAs) =>
    step === 'decides'
      ? `${workers[works]}: tot hun besluit`
      : `${workers[works]}: van het laatste besluit tot de conclusie`,
  nobody: 'Niemand',
  nowhere: 'Nergens',
  compare: 'Vergelijk',
  bad: {
    meetings: 'Vul bij “Hoeveel vergaderingen later” een heel getal van 0 tot en met 9 in; er is nu niet mee gerekend.',
    on: 'Vul bij “Op welke dag” vandaag of een latere dag in; er is nu zonder die dag gerekend.',
    chance: 'Vul een heel getal van 0 tot en met 90 in; er is nu geen kans uitgerekend.',
  },
  comparedWhat: 'Wat',
  compared: { now: 'Zoals het nu is', then: 'Met wat u invulde' },
  comparedRows: { finish: 'Op zijn vroegst klaar', slack: 'Ten opzichte van het doel', tightest: 'Minste ruimte' },
  slackCell: (slack: number | null) =>
    slack === null
      ? 'geen doel'
      : slack === 0
        ? 'precies op tijd'
        : `${days(Math.abs(slack))} ${slack > 0 ? 'speling' : 'te laat'}`,
  tightestCell: (titles: readonly string[]) => (titles.length === 0 ? '–' : capital(named(titles))),
  chance: 'De kans op de datum',
  chanceAsk: 'Bereken de kans',
  chanceLead:
    'Sluis speelt het traject 10.000 keer. Elke keer slaat ieder bestuursorgaan soms een vergadering over. Dat is een aanname, geen ervaring.',
  chancePercent: 'In hoeveel van de 100 vergaderingen wordt er niet besloten',
  chanceSaid: ({ inTime, runs, latePercent }: { inTime: number | null; runs: number; latePercent: number }) =>
    inTime === null
      ? `In ${count(runs)} keer, als ${laterWords(latePercent)}.`
      : `In ${count(inTime)} van de ${count(runs)} keer wordt het doel gehaald (${count(Math.round((inTime / runs) * 100))}%), als ${laterWords(latePercent)}.`,
  chanceDays: (half: Day | null, most: Day | null) =>
    half === null
      ? 'Meestal reiken de kalenders niet ver genoeg om een dag te noemen.'
      : `In de helft is het klaar op uiterlijk ${longDay(half)}${most === null ? '' : `, in 9 van de 10 op uiterlijk ${longDay(most)}`}.`,
  drawing: 'Tekening van de vroegste dagen per fase; dezelfde gegevens staan in de tabel eronder.',
  keys: {
    room: 'van voorleggen tot klaar, op zijn vroegst',
    late: 'te laat voor het doel',
    latest: 'uiterlijk klaar',
    pause: 'reces of verkiezingen',
  },
};
