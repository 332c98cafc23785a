// What the facts are called that can be said, by their name in the tables: on a receipt, in the log, in a form and in the
// description of the API. A name means the same wherever it stands; where it does not, what it is part of stands before it.
import { paperWords } from './facts-of-papers.js';
import { extensionFactWords } from './due.js';
import { detailWords } from './facts-of-details.js';
import { electorateWords } from './facts-of-electorate.js';
import { personFactWords } from './facts-of-people.js';
import { scopes, secrecyFactWords } from './secrecy.js';
import { proofFactWords } from './facts-of-proof.js';
import { requirementFactWords } from './requirements.js';
import { mandateFactWords } from './mandates.js';
import { visitFactWords } from './facts-of-visits.js';
import { conditionAnswerWords, effectWords, meetingWords } from '../language/words.js';

export interface FactWords {
  name: string;
  many?: string;
  /** How a form asks for it, where its name does not say it. */
  ask?: string;
  /** The same of an entry of a list, by its number. */
  asks?: (n: number) => string;
  hint?: string;
  /** Of a list as a whole, above its entries. */
  listHint?: string;
  more?: string;
  among?: Readonly<Record<string, string>>;
  /** What it is where nothing is said of it: a form begins with that. */
  unsaid?: string;
  /** Which of them a form offers beside what was said; left out for all. */
  offered?: readonly string[];
  /** What it means, for who reads the description of the API. */
  means?: string;
}

export const stages = {
  draft: 'in voorbereiding',
  'portfolio-holder': 'bij de portefeuillehouder',
  initialling: 'in de parafering',
  college: 'op de agenda van het college',
  committee: 'op de agenda van de commissie',
  council: 'op de agenda van de raad',
};

export const factWords: Readonly<Record<string, FactWords>> = {
  ...electorateWords,
  ...secrecyFactWords,
  ...mandateFactWords,
  // when, who and why
  on: { name: 'Datum', means: 'De dag waarop het gebeurde, niet die waarop het werd vastgelegd.' },
  reason: { name: 'Reden', means: 'De reden.' },
  ownReason: {
    name: 'Reden',
    means: 'De reden van het feit zelf, waar die onjuist was; `reason` zegt waarom het wordt gecorrigeerd.',
  },
  'correction.reason': { name: 'Waarom gecorrigeerd' },
  never: { name: 'Is er niet geweest', means: 'Dit is er nooit geweest; dan staat er verder niets bij.' },
  'start-phase.on': { name: 'Datum', ask: 'Datum van de start' },
  'complete-phase.on': { name: 'Datum', ask: 'Datum waarop de fase klaar was' },
  'submit-gate.on': { name: 'Datum', ask: 'Datum van de voorlegging' },
  'record-fact.on': { name: 'Datum', ask: 'Datum waarop het gebeurde' },
  'record-receipt.on': { name: 'Datum', ask: 'Datum van ontvangst' },
  ...extensionFactWords,
  ...requirementFactWords,
  ...proofFactWords,
  'amend-rule.on': { name: 'Datum', ask: 'Datum van het overleg' },
  'notify-amendment.on': { name: 'Datum', ask: 'Datum van het bericht aan alle organen' },
  'adopt-list.on': { name: 'Datum', ask: 'Datum van vaststelling van de besluitenlijst' },
  'migrate-dossier.on': { name: 'Datum', ask: 'Datum waarop dit is besloten' },
  'answer-point.on': { name: 'Datum', ask: 'Datum van het antwoord' },
  'answer-remark.on': { name: 'Datum', ask: 'Datum van het antwoord' },
  'rule-gate.reason': { name: 'Reden', hint: 'Verplicht bij aanhouden, en als de fase opnieuw wordt opgenomen.' },
  'confirm-decision.reason': { name: 'Reden', hint: 'Klopt het niet? Schrijf dan op wat er anders is.' },
  'record-meeting.reason': {
    name: 'Reden',
    hint: 'Verplicht bij verplaatsen en vervallen, en als u verbetert wat er al stond.',
  },
  body: { name: 'Orgaan', means: 'Het orgaan, als gemeente/college, gemeente/raad of regio/overleg.' },
  ...visitFactWords,
  source: { name: 'Bron', means: 'Waar het geschreven staat.' },
  'record-fact.source': {
    name: 'Bron',
    hint: 'Waar het te lezen is, zoals een Staatsblad met nummer, of een link.',
  },
  meeting: { name: 'Overleg', means: 'Het overleg waarin het is geconcludeerd.' },
  'meeting.form': { name: 'Vorm van het overleg', among: meetingWords },
  'meeting.reference': {
    name: 'Overleg',
    ask: 'Overleg of kenmerk',
    hint: 'Bijvoorbeeld: ABO van 23 mei 2024, agendapunt 3.',
  },
  // what a body decides
  decision: { name: 'Besluit', means: 'Wat het orgaan besloot, of het besluit waar het om gaat.' },
  answers: { name: 'Per vraag', means: 'Het antwoord op elke vraag.' },
  decidedOn: { name: 'Besloten op', means: 'De dag waarop het orgaan besloot.' },
  reference: { name: 'Zaak- of besluitnummer', means: 'Zaak- of besluitnummer bij het orgaan.' },
  'record-decision.reason': { name: 'Toelichting' },
  remarks: {
    name: 'Aandachtspunt',
    many: 'Aandachtspunten',
    more: 'Nog een aandachtspunt',
    means: 'Aandachtspunten bij een akkoord.',
  },
  conditions: { name: 'Voorwaarde', many: 'Voorwaarden', more: 'Nog een voorwaarde' },
  'conditions.text': { name: 'Voorwaarde' },
  'conditions.effect': {
    name: 'Werking van voorwaarde',
    among: effectWords,
    hint: 'Bij uitwerking: de voorzitter antwoordt, dan telt het akkoord. Opschortend: het akkoord telt pas als u zelf meldt dat de voorwaarde vervuld is.',
    means: 'Opschortend (`suspensive`) of bij uitwerking (`elaboration`).',
  },
  'conditions.owner': { name: 'Uitwerking door', asks: (n) => `Wie werkt voorwaarde ${n} uit?` },
  'conditions.dueOn': {
    name: 'Uiterste datum van voorwaarde',
    means: 'Uiterlijk wanneer.',
  },
  option: { name: 'Keuze of voorkeur', ask: 'Voorkeur', means: 'De gekozen mogelijkheid.' },
  nextDate: {
    name: 'Volgende behandeling',
    hint: 'Laat leeg als die nog niet bekend is.',
    means: 'Wanneer het orgaan het weer behandelt, waar dat bekend is.',
  },
  ground: {
    name: 'Grond',
    ask: 'Grond waarop de toestemming is onthouden',
    hint: 'De wet kent er twee. Noemde de raad geen grond, dan staat dat erbij.',
    among: {
      'conflict-with-law': 'strijd met het recht',
      'conflict-with-public-interest': 'strijd met het algemeen belang',
      'not-stated': 'geen grond genoemd',
    },
    means: 'De grond waarop toestemming is onthouden, of waarom het besloten is.',
  },
  subjectTo: { name: 'Voorbehoud', means: 'Het latere besluit waarop dit akkoord wacht.' },
  'subjectTo.gate': {
    name: 'Voorbehoud: go/no-go-moment',
    ask: 'Bij welk go/no-go-moment valt het besluit waarop u wacht?',
  },
  'subjectTo.body': { name: 'Voorbehoud: orgaan', ask: 'Wie neemt dat besluit?' },
  noDecision: {
    name: 'Er was geen besluit',
    hint: 'Kies ja als dit ten onrechte is vastgelegd. Wat er stond blijft in het logboek te lezen.',
    means: 'Bij een correctie: dit besluit is nooit genomen.',
  },
  belongsTo: {
    name: 'Hoort bij een ander traject',
    hint: 'Kies dat traject als het besluit hier per ongeluk is vastgelegd. Daar komt het niet vanzelf te staan: leg het daar daarna ook vast.',
    means: 'Bij een correctie: het traject waar dit besluit bij hoort.',
  },
  round: { name: 'Ronde', means: 'De ronde waarin is besloten; weggelaten: de laatste die op die dag voorlag.' },
  clears: { name: 'Leeggemaakt', means: 'Bij een correctie: de velden die leeg worden.' },
  tenor: {
    name: 'Strekking',
    among: { positive: 'positief', negative: 'negatief', 'with-recommendations': 'met aanbevelingen' },
  },
  points: { name: 'Punt', many: 'Punten', asks: (n) => `Punt ${n} van de zienswijze`, more: 'Nog een punt' },
  portfolioHolder: { name: 'Portefeuillehouder' },
  form: {
    name: 'Vorm',
    hint: 'Laat leeg als het orgaan zelf het gewoon besloot.',
    among: {
      'college-decision': 'collegebesluit',
      'council-decision': 'raadsbesluit',
      'mandated-decision': 'besluit onder mandaat',
      letter: 'brief',
      announcement: 'aankondiging: telt nog niet mee',
    },
  },
  text: { name: 'Besluittekst', ask: 'Letterlijke besluittekst' },
  conform: {
    name: 'Conform het voorstel',
    ask: 'Conform het voorstel?',
    hint: 'Kies nee als over een andere tekst is besloten. Waar allen dezelfde tekst nodig hebben, telt het dan niet mee.',
    means: 'Of het besluit gelijk is aan het voorstel.',
  },
  proposalVersion: { name: 'Versie van het voorstel', hint: 'Laat leeg voor de nieuwste versie van die dag.' },
  listAdoptedOn: {
    name: 'Besluitenlijst vastgesteld',
    ask: 'Datum van vaststelling van de besluitenlijst',
    hint: 'Tot die dag is het besluit voorlopig. Het telt wel mee.',
    means: 'De dag waarop de besluitenlijst is vastgesteld; tot dan is het besluit voorlopig.',
  },
  publishedOn: { name: 'Bekendmaking', ask: 'Datum van de bekendmaking', means: 'De dag van publicatie.' },
  publicationUrl: { name: 'Link naar de bekendmaking', ask: 'Link naar de bekendmaking' },
  ...detailWords,
  ...paperWords,
  evidence: {
    name: 'Bewijs',
    more: 'Nog een bewijsstuk',
    means: 'Waaruit het blijkt: een pagina op het web, of een bestand.',
  },
  'evidence.title': { name: 'Bewijs', asks: (n) => `Naam van bewijsstuk ${n}` },
  'evidence.url': { name: 'Link naar het bewijs', asks: (n) => `Link naar bewijsstuk ${n}` },
  corrects: { name: 'Correctie', means: 'Het besluit dat verkeerd was vastgelegd en hiermee is verbeterd.' },
  revises: { name: 'Nieuw besluit', means: 'Het vorige besluit, waarna het orgaan opnieuw besloot.' },
  // what becomes of a decision
  confirmed: {
    name: 'Bevestigd',
    ask: 'Klopt wat de regio voor u vastlegde?',
    means: 'Of klopt wat de regio vastlegde.',
  },
  scope: { name: 'Vrijgave', ask: 'Wie mag dit zien?', among: scopes },
  from: { name: 'Vanaf', ask: 'Eerste dag waarop zij dit mogen zien', means: 'De eerste dag.' },
  point: { name: 'Punt', ask: 'Welk punt van de zienswijze?', means: 'Welk punt van de zienswijze; het eerste is 0.' },
  remark: { name: 'Aandachtspunt', ask: 'Welk aandachtspunt?', means: 'Welk aandachtspunt; het eerste is 0.' },
  answer: { name: 'Antwoord', ask: 'Het antwoord', means: 'Het antwoord.' },
  'answer-condition.answer': { name: 'Antwoord', ask: 'Wat is het antwoord?', among: conditionAnswerWords },
  'answer-condition.phase': {
    name: 'Fase',
    ask: 'Naar welke fase?',
    hint: 'Nodig bij meenemen naar een latere fase.',
  },
  phase: { name: 'Fase', means: 'De fase.' },
  // how a gate is put, changed and concluded
  replyBy: {
    name: 'Antwoord t/m',
    ask: 'Uiterste datum voor het antwoord',
    means: 'Uiterlijk wanneer om een besluit is gevraagd; later besluiten kan ook.',
  },
  proposal: { name: 'Stuk', means: 'Het stuk dat wordt voorgelegd.' },
  'proposal.title': { name: 'Stuk', ask: 'Naam van het stuk', hint: 'Verplicht als u een link geeft.' },
  'proposal.url': { name: 'Link naar het stuk', ask: 'Link naar het stuk' },
  'submit-gate.option': { name: 'Voorgestelde keuze' },
  'revise-proposal.title': { name: 'Stuk', ask: 'Naam van de nieuwe versie' },
  'revise-proposal.url': { name: 'Link naar het stuk', ask: 'Link naar de nieuwe versie' },
  variants: { name: 'Variant', many: 'Varianten', means: 'Stukken voor enkele van de organen.' },
  'variants.title': { name: 'Variant' },
  'variants.url': { name: 'Link naar de variant' },
  bodies: { name: 'Organen', means: 'Organen.' },
  sha256: {
    name: 'Kenmerk van het document',
    means: 'Kenmerk van het document: SHA-256, 64 hexadecimale tekens.',
  },
  questions: { name: 'Vraag', many: 'Vragen', means: 'De vragen die aan de organen zijn voorgelegd.' },
  id: { name: 'Naam in de API', means: 'De naam waaronder het in de API staat.' },
  title: { name: 'Naam', means: 'Hoe het heet.' },
  url: { name: 'Link', means: 'Waar het te lezen is.' },
  textualMandate: {
    name: 'Tekstmandaat',
    means: 'Organen die na deze tekstwijziging niet opnieuw hoeven te besluiten.',
  },
  meetingOn: {
    name: 'Datum van de vergadering',
    hint: 'De dag waarop het orgaan het behandelt.',
    means: 'De dag van de vergadering.',
  },
  stage: { name: 'Hoe ver het is', ask: 'Hoe ver is het?', among: stages },
  withdrawn: { name: 'Ingetrokken', means: 'Of het van de agenda is gehaald.' },
  rule: { name: 'Besluitregel', means: 'De besluitregel, zoals in een procesplan; zie het handboek.' },
  notifiedOn: {
    name: 'Bericht aan alle organen',
    ask: 'Datum van het bericht aan alle organen',
    hint: 'Laat leeg als nog niet alle organen bericht kregen. Dat staat er dan bij.',
    means: 'De dag waarop alle organen bericht kregen.',
  },
  agreedBy: { name: 'Instemming', means: 'Allen die nu besluiten: dan geldt de nieuwe regel meteen.' },
  ruling: { name: 'Conclusie', means: 'De conclusie.' },
  ruledOn: {
    name: 'Geconcludeerd op',
    ask: 'Datum van de conclusie',
    hint: 'De dag van het overleg.',
    means: 'De dag waarop is geconcludeerd.',
  },
  dissent: { name: 'Niet eens', means: 'De organen die het niet met de conclusie eens waren.' },
  parts: { name: 'Deel', many: 'Delen', means: 'Wie met welke mogelijkheid verder gaat.' },
  // phases, what happens outside, and the dossier
  until: { name: 'Tot en met', means: 'De laatste dag.' },
  expectedOn: { name: 'Verwacht op', ask: 'Welk overleg?', means: 'De dag waarop het overleg werd verwacht.' },
  heldOn: { name: 'Gehouden op', ask: 'Datum waarop het is gehouden', means: 'De dag waarop het overleg is gehouden.' },
  movedTo: { name: 'Verplaatst naar', ask: 'Nieuwe datum', means: 'De dag waarnaar het overleg is verplaatst.' },
  cancelled: { name: 'Vervallen', means: 'Of het overleg is vervallen.' },
  values: { name: 'Waarde', means: 'De waarde bij elk doel.' },
  fact: { name: 'Feit', ask: 'Wat is er gebeurd?', means: 'Het feit van buiten.' },
  workflow: { name: 'Procesplan', means: 'Het procesplan.' },
  version: { name: 'Versie', means: 'Het versienummer.' },
  startedOn: { name: 'Begonnen op', means: 'De dag waarop het begon.' },
  parties: { name: 'Deelnemers', means: 'De gemeenten die meedoen, waar het procesplan dat openlaat.' },
  toVersion: { name: 'Naar versie', means: 'De versie waarnaar wordt overgestapt.' },
  map: { name: 'Waar fasen blijven', means: 'Welke fase in de plaats komt van welke, waar de naam verandert.' },
  dryRun: { name: 'Proef', means: 'Alleen zeggen wat het zou doen.' },
  ...personFactWords,
};
