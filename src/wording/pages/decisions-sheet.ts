// The words of decisions in a sheet: how its columns and answers are written, and what is said of each of its lines.
import type { DecisionSheetNames } from '../../domain/sheets/decision-lines.js';
import type {
  ColumnsFault,
  DecisionColumn,
  DecisionLineFault,
  DecisionLineFaults,
} from '../../domain/sheets/decision-said.js';
import type { Day, DecisionKind } from '../../domain/vocabulary.js';
import { count, dayWords, longDay } from '../language/dates.js';
import { wordFieldOn } from '../refusals/fields.js';
import { quoted, sheetNames, spoiledBy } from './people-sheet.js';
import { saidBy, type FaultWords } from '../gates/rule-faults.js';
import { capital, decisionWords, eitherWords, listWords } from '../language/words.js';

const columns: Record<DecisionColumn, string> = {
  body: 'Wie',
  gate: 'Moment',
  answer: 'Besluit',
  on: 'Datum',
  reference: 'Kenmerk',
  reason: 'Toelichting',
  link: 'Link',
};

const written: Record<DecisionKind, string[]> = {
  agree: [
    'ja',
    'ok',
    'oke',
    'eens',
    'go',
    'conform',
    'conform voorstel',
    'conform advies',
    'ingestemd',
    'instemming',
    'stemt in',
    'goedgekeurd',
    'besloten',
    'akkoord conform',
  ],
  'agree-with-remarks': [
    'akkoord met opmerkingen',
    'akkoord met kanttekeningen',
    'akkoord met aandachtspunt',
    'ja met opmerkingen',
  ],
  'agree-with-conditions': [
    'akkoord onder voorwaarde',
    'akkoord met voorwaarden',
    'akkoord mits',
    'voorwaardelijk akkoord',
    'onder voorwaarden',
    'onder voorwaarde',
    'ja mits',
  ],
  'agree-subject-to': ['onder voorbehoud', 'akkoord met voorbehoud', 'voorbehoud', 'onder voorbehoud raad'],
  'agree-amended': ['akkoord met wijziging', 'akkoord met wijzigingen', 'gewijzigd besloten'],
  disagree: [
    'nee',
    'niet eens',
    'afgewezen',
    'afwijzing',
    'geweigerd',
    'no go',
    'niet ingestemd',
    'stemt niet in',
    'tegen',
  ],
  abstained: ['onthouden', 'onthouding'],
  deferred: ['aanhouden', 'uitgesteld', 'verdaagd', 'doorgeschoven'],
  noted: ['ter kennisname', 'voor kennisgeving', 'kennisgenomen', 'ter kennisgeving'],
  'propose-to-council': ['voorstel aan raad', 'raad voorgesteld'],
  forwarded: ['doorgestuurd naar raad', 'naar de raad'],
  'agree-in-principle': ['principeakkoord', 'principe akkoord', 'in principe akkoord'],
  'no-view': ['geen zienswijzen'],
  view: ['zienswijze ingediend', 'zienswijze gegeven'],
  consent: ['toestemming', 'toestemming gegeven'],
  'consent-withheld': ['geen toestemming', 'toestemming geweigerd'],
  adopt: ['vastgesteld door raad'],
  'adopt-amended': ['geamendeerd vastgesteld'],
  signed: ['getekend'],
  'not-signed': ['niet getekend'],
};

export const decisionSheetNames: DecisionSheetNames = {
  columns: {
    body: [
      'Gemeente',
      'Orgaan',
      'College',
      'Raad',
      'Gemeenten',
      'Wie',
      'Wie besluit',
      'Naam gemeente',
      'College of raad',
    ],
    gate: [
      'Fase',
      'Moment',
      'Go/no-go',
      'Go/no-go-moment',
      'Onderwerp',
      'Stap',
      'Poort',
      'Mijlpaal',
      'Gevraagd besluit',
    ],
    answer: ['Besluit', 'Antwoord', 'Uitkomst', 'Status', 'Reactie', 'Stand', 'Akkoord'],
    on: [
      'Datum',
      'Datum besluit',
      'Besluitdatum',
      'Besloten op',
      'Datum van het besluit',
      'Datum college',
      'Datum raad',
      'Dd',
      'Vergaderdatum',
    ],
    reference: ['Kenmerk', 'Zaaknummer', 'Nummer', 'Besluitnummer', 'Zaak', 'Zaak- of besluitnummer', 'Referentie'],
    reason: [
      'Toelichting',
      'Opmerking',
      'Opmerkingen',
      'Bijzonderheden',
      'Reden',
      'Voorwaarden',
      'Voorwaarde',
      'Aandachtspunten',
    ],
    link: ['Link', 'Bron', 'Besluitenlijst', 'Vindplaats', 'Url', 'Adres'],
  },
  answers: Object.fromEntries(
    Object.entries(written).map(([kind, others]) => [kind, [decisionWords[kind as DecisionKind], ...others]]), // its keys
  ) as Record<DecisionKind, string[]>,
  open: [
    'nog niet',
    'open',
    'nvt',
    'n.v.t.',
    'volgt',
    'nog geen besluit',
    'geen besluit',
    'onbekend',
    'nog te bepalen',
    'ntb',
    'in behandeling',
    'gepland',
    'geagendeerd',
  ],
  days: dayWords,
  ignored: sheetNames.ignored,
  same: sheetNames.same,
};

const missing: Record<DecisionLineFaults['missing']['column'], string> = {
  body: 'Wie besloot ontbreekt; vul de gemeente in.',
  gate: 'Het moment ontbreekt; vul in waarover is besloten.',
  answer: 'Het besluit ontbreekt; vul in wat er is besloten, of haal de datum weg.',
  on: 'De datum van het besluit ontbreekt; vul die in.',
};

/** A decision in a sentence: akkoord van 16 april 2024. */
const saidOn = (kind: DecisionKind, on: Day): string => `${decisionWords[kind]}, ${longDay(on)}`;

const faults: FaultWords<DecisionLineFaults> = {
  missing: ({ column }) => missing[column],
  spoiled: ({ column, text, by }) => `${columns[column]}${text === '' ? '' : ` ${quoted(text)}`} ${spoiledBy[by]}.`,
  'unknown-body': ({ text, nearest }) =>
    nearest === null
      ? `${quoted(text)} doet niet mee in dit traject; schrijf de naam zoals die op de bladzijde van het traject staat, of haal deze regel weg.`
      : `${quoted(text)} doet niet mee in dit traject; bedoelt u ${nearest}?`,
  'which-body': ({ text, titles }) =>
    `${quoted(text)} kan meer betekenen; schrijf welke: ${eitherWords(titles.slice(0, 6))}.`,
  'not-asked': ({ body, gate }) =>
    `${quoted(body)} besluit niet mee over ${gate}; haal deze regel weg, of noem een ander moment.`,
  'unknown-gate': ({ text, nearest }) =>
    nearest === null
      ? `${quoted(text)} is geen moment van dit traject; schrijf de naam van de fase.`
      : `${quoted(text)} is geen moment van dit traject; bedoelt u ${nearest}?`,
  'which-gate': ({ text, titles }) =>
    `${quoted(text)} kan meer betekenen; schrijf welk: ${eitherWords(titles.slice(0, 6))}.`,
  'not-put': ({ gate }) => `${gate} is nog niet voorgelegd; leg dat eerst vast, dan kunnen er besluiten bij.`,
  'unknown-answer': ({ text, nearest }) =>
    nearest === null
      ? `${quoted(text)} is geen besluit dat Sluis kent; schrijf bijvoorbeeld akkoord, niet akkoord of aangehouden.`
      : `${quoted(text)} is geen besluit dat Sluis kent; bedoelt u ${decisionWords[nearest]}?`,
  'two-answers': ({ text }) => `${quoted(text)} is meer dan één besluit; schrijf het besluit dat geldt.`,
  'needs-more': ({ kind }) =>
    `Bij ${decisionWords[kind]} hoort meer dan in een lijst past; haal deze regel weg en leg dit besluit apart vast.`,
  'remark-needed': ({ kind }) =>
    `Bij ${decisionWords[kind]} hoort een tekst; zet in de kolom Toelichting wat het orgaan meegaf.`,
  'bad-day': ({ text, isShort }) =>
    `Datum ${quoted(text)} is geen bestaande datum; schrijf ${isShort ? 'het jaar met vier cijfers' : 'dag, maand en jaar als 16-5-2024'}.`,
  'two-days': ({ text }) => `${quoted(text)} noemt meer dan één dag; schrijf de dag van het besluit.`,
  'same-as-row': ({ row }) => `Deze regel zegt hetzelfde als rij ${row}; haal een van beide weg.`,
  'two-lines': ({ row, kind }) =>
    `Hetzelfde orgaan staat ook in rij ${row}, met ${decisionWords[kind]}; laat staan wat geldt.`,
  'stands-otherwise': ({ kind, on }) =>
    `Er is al vastgelegd: ${saidOn(kind, on)}. Haal deze regel weg; is dat fout, corrigeer het bij dat besluit.`,
  refused: ({ error }) => wordFieldOn(error, labelAt(error.pointer)),
  'refused-whole': ({ sentence }) => sentence,
};

const pointers: Readonly<Record<string, DecisionColumn>> = {
  body: 'body',
  decision: 'answer',
  decidedOn: 'on',
  reference: 'reference',
  reason: 'reason',
  remarks: 'reason',
  conditions: 'reason',
  evidence: 'link',
};

const labelAt = (pointer: string): string => columns[pointers[pointer.split('/')[1] ?? ''] ?? 'answer'];

const columnsFaults: Record<ColumnsFault, string> = {
  'no-columns': 'De regel met kopjes ontbreekt. Zet boven de rijen ten minste Gemeente, Besluit en Datum.',
  'body-column': 'Geen kolom zegt wie besloot. Zet er Gemeente boven, of kies hieronder welke kolom het is.',
  'answer-column': 'Geen kolom zegt wat er is besloten. Zet er Besluit boven, of kies hieronder welke kolom het is.',
  'column-twice': 'Twee kolommen zeggen hetzelfde. Kies hieronder welke wordt gelezen.',
};

export const decisionsSheetWords = {
  title: 'Besluiten uit een lijst overnemen',
  columns,
  faultWords: (fault: DecisionLineFault): string => saidBy(faults, fault),
  columnsWords: (fault: ColumnsFault): string => columnsFaults[fault],
  why: 'Kopieer in Excel de rijen met de kopjes erboven en plak ze hier, of kies het bestand. U ziet eerst wat ermee gebeurt; er wordt nog niets vastgelegd.',
  asked:
    'Een rij per besluit, met Gemeente, Fase, Besluit en Datum; als u wilt ook Kenmerk, Toelichting en Link. Of een rij per gemeente, met een kolom voor elke fase en de datum in dezelfde cel of in een kolom erachter. Wie nog niet besloot, laat u leeg.',
  sampleTitle: 'Hoe de lijst eruit kan zien',
  sample: {
    heads: ['Gemeente', 'Fase', 'Besluit', 'Datum', 'Kenmerk'],
    rows: [
      ['Assen', 'Voorkeursvariant', 'akkoord', '16-4-2024', 'Z-2024-118'],
      ['Emmen', 'Voorkeursvariant', 'aangehouden', '23-4-2024', ''],
    ],
  },
  phaseNames: (n: string, title: string) => [title, `Fase ${n}`, `Fase ${n} ${title}`],
  columnTitle: 'Wat staat in welke kolom?',
  column: (head: string, i: number) => (head === '' ? `Kolom ${i + 1}` : `Kolom ${quoted(head)}`),
  notRead: 'wordt niet gelezen',
  answerAt: (gate: string) => `Besluit: ${gate}`,
  gate: 'Over welk moment gaan deze besluiten?',
  gateHint: 'Alleen nodig als geen kolom dat zegt.',
  source: 'Waaruit blijken deze besluiten?',
  sourceHint: 'Geldt voor elke regel zonder eigen link. Bijvoorbeeld: overzicht van de regio, stand 1 mei 2024.',
  sourceLink: 'Link daarnaartoe',
  sourceMissing: 'Geef antwoord op de vraag "Waaruit blijken deze besluiten?".',
  linkMissing: 'De link daarnaartoe ontbreekt; geef een adres, of zet bij elke regel een eigen link.',
  wrongTitle: (wrong: number, all: number) =>
    `Aan ${count(wrong)} van de ${count(all)} ${all === 1 ? 'besluit' : 'besluiten'} is iets niet goed`,
  wrongWhy: 'Er is niets vastgelegd. Verbeter de regels hieronder, of in Excel, en kijk opnieuw na.',
  readyTitle: (n: number) =>
    n === 1 ? 'Klopt dit? Er wordt 1 besluit vastgelegd' : `Klopt dit? Er worden ${count(n)} besluiten vastgelegd`,
  nothingNew: 'Alles in deze lijst staat er al.',
  sums: (records: number, stands: number, open: number) =>
    [
      ...(records > 0
        ? [`${records === 1 ? 'Dit besluit telt' : 'Deze besluiten tellen'} pas mee als het orgaan het bevestigt.`]
        : []),
      ...(stands > 0 ? [`${count(stands)} ${stands === 1 ? 'regel staat' : 'regels staan'} er al.`] : []),
      ...(open > 0 ? [`${count(open)} keer is nog niet besloten; dat wordt overgeslagen.`] : []),
    ].join(' '),
  submit: (n: number) => (n === 1 ? '1 besluit vastleggen' : `${count(n)} besluiten vastleggen`),
  row: 'Rij',
  what: 'Wat er gebeurt',
  records: 'Wordt vastgelegd; telt als het orgaan het bevestigt',
  own: 'Wordt vastgelegd',
  stands: 'Staat er al',
  decided: (kind: DecisionKind, on: Day) => capital(saidOn(kind, on)),
  beside: (reference: string, reason: string) =>
    listWords([reference, reason].filter((text) => text !== '').map(quoted)),
  merged: (names: readonly DecisionColumn[]) =>
    `${listWords(names.map((one) => columns[one]))} uit een samengevoegde cel`,
  others: (n: number) => `${count(n)} ${n === 1 ? 'regel die goed is' : 'regels die goed zijn'}`,
  onlyWrong: 'Besluiten die niet goed zijn',
  meanwhile: 'Er is ondertussen iets veranderd in dit traject. Kijk de regels opnieuw na.',
  done: (n: number) => (n === 1 ? '1 besluit is vastgelegd.' : `${count(n)} besluiten zijn vastgelegd.`),
  toDecided: 'Naar de besluiten',
};
