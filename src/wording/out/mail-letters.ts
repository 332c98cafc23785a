// What Sluis writes to people by mail: a link, a reminder, and what stands open in a week. Plain text, as to a colleague.
import type { Day } from '../../domain/vocabulary.js';
import type { NoticeKind } from '../../domain/turns/notices.js';
import { daysUntil } from '../../domain/calendar.js';
import { count, fullDay } from '../language/dates.js';
import { listWords } from '../language/words.js';

interface Letter {
  subject: string;
  text: string;
}

interface LinkSent {
  name: string;
  link: string;
  until: string;
  site: string;
  isNew: boolean;
}

/** What stands for a figure or a name in a text of a region. */
export const letterMarks = ['naam', 'orgaan', 'moment', 'traject', 'termijn', 'link', 'afzender'] as const;
type LetterMark = (typeof letterMarks)[number];

const marked = /\{(\w+)\}/g;

/** The marks in a text that stand for nothing. */
export const strangeMarks = (text: string): string[] =>
  [...text.matchAll(marked)].map(([, name = '']) => name).filter((name) => !letterMarks.some((one) => one === name));

interface Reminded extends Record<Exclude<LetterMark, 'termijn'>, string> {
  until: Day;
  today: Day;
}

interface OpenGate {
  title: string;
  /** How it stands, in a few words; null where nothing is asked yet. */
  stand: string | null;
  missing: readonly string[];
  until: Day | null;
  link: string;
}

const daysAway = (n: number): string =>
  n === 0 ? 'vandaag' : n === 1 ? 'morgen' : n === -1 ? 'gisteren' : n > 0 ? `over ${n} dagen` : `${-n} dagen geleden`;

const termWords = ({ until, today }: Pick<Reminded, 'until' | 'today'>): string => {
  const n = daysUntil(today, until);
  return n >= 0
    ? `Antwoord kan t/m ${fullDay(until)}: dat is ${daysAway(n)}.`
    : `Antwoord kon t/m ${fullDay(until)}: dat was ${daysAway(n)}.`;
};

export const mailLetters = {
  link: ({ name, link, until, site, isNew }: LinkSent): Letter => ({
    subject: isNew ? 'Uw toegang tot Sluis' : 'Kies een wachtwoord voor Sluis',
    text: [
      `Beste ${name},`,
      '',
      isNew
        ? `U hebt toegang gekregen tot Sluis (${site}), waarin gemeenten bijhouden wat zij samen besluiten.`
        : `Voor uw account in Sluis (${site}) is een link gemaakt waarmee u een wachtwoord kiest.`,
      'Kies uw wachtwoord hier:',
      '',
      link,
      '',
      `De link werkt één keer, tot ${until}. Geef hem aan niemand anders.`,
      'Verwachtte u dit bericht niet? Dan hoeft u niets te doen; vraag het zo nodig aan de beheerder.',
    ].join('\n'),
  }),
  /** Where a region has no words of its own. */
  reminderText: [
    'Beste {naam},',
    '',
    'In het traject "{traject}" wachten we bij "{moment}" nog op {orgaan}.',
    '{termijn}',
    '',
    'Leg het besluit hier vast; daar staan ook de stukken:',
    '{link}',
    '',
    'Staat het al op een agenda? Leg daar dan de vergaderdatum vast. Is die op tijd, dan herinnert Sluis u niet meer.',
    '',
    'Met vriendelijke groet,',
    '{afzender}',
  ].join('\n'),
  reminder: (text: string, { until, today, ...said }: Reminded): Letter => ({
    subject:
      until >= today ? `Herinnering: ${said.moment}, t/m ${fullDay(until)}` : `De termijn is voorbij: ${said.moment}`,
    text: text.replace(marked, (mark, name: string) => {
      const known: Record<string, string> = { ...said, termijn: termWords({ until, today }) };
      return Object.hasOwn(known, name) ? (known[name] ?? mark) : mark;
    }),
  }),
  notice: (
    what: NoticeKind,
    { naam, moment, traject, link, afzender }: Record<'naam' | 'moment' | 'traject' | 'link' | 'afzender', string>,
  ): Letter => ({
    subject: `${noticeWords[what].subject}: ${moment}`,
    text: [
      `Beste ${naam},`,
      '',
      `In het traject "${traject}" is bij "${moment}" iets veranderd: ${noticeWords[what].says}`,
      'Wat er precies is veranderd, en waarom, leest u hier:',
      '',
      link,
      '',
      'Met vriendelijke groet,',
      afzender,
    ].join('\n'),
  }),
  digest: (
    name: string,
    region: string,
    dossiers: readonly { title: string; gates: readonly OpenGate[] }[],
  ): Letter => ({
    subject: `Wat er openstaat: ${region}`,
    text: [
      `Beste ${name},`,
      '',
      'Dit staat er open:',
      ...dossiers.flatMap(({ title, gates }) => ['', title, ...gates.flatMap(gateLines)]),
      '',
      'U krijgt dit overzicht elke week. Het staat ook in Sluis; daar zet u het uit.',
    ].join('\n'),
  }),
  /** Who signs, where nobody leads. */
  signed: (names: readonly string[], region: string) => (names.length === 0 ? region : listWords(names)),
  byRegion: (region: string) => `namens ${region}`,
};

const noticeWords: Record<NoticeKind, { subject: string; says: string }> = {
  RuleAmended: { subject: 'De besluitregel is gewijzigd', says: 'de besluitregel is gewijzigd.' },
  ElectorateChanged: { subject: 'Wie besluiten is gewijzigd', says: 'er besluiten nu andere organen mee dan eerst.' },
  GateReopened: { subject: 'Opnieuw geopend', says: 'het is opnieuw geopend. Organen kunnen er weer besluiten.' },
};

const gateLines = ({ title, stand, missing, until, link }: OpenGate): string[] => [
  `* ${title}${stand === null ? '' : `: ${stand}`}${until === null ? '' : ` (t/m ${fullDay(until)})`}`,
  ...(missing.length === 0 ? [] : [`  Nog: ${listWords(missing.slice(0, namedMax))}${beyond(missing.length)}`]),
  `  ${link}`,
];

const namedMax = 12;
const beyond = (n: number): string => (n > namedMax ? `, en ${count(n - namedMax)} andere` : '');
