// Every refusal in Dutch: what is wrong and what to do, in one sentence. The same for pages and API.
import type { Refusal, RefusalCode, StandsAs } from '../../domain/refusal.js';
import type { NotGo } from '../../domain/sentence-figures.js';
import { erasedProblem } from '../facts/paper-erasure.js';
import { either, exists, inTheWay } from './in-refusals.js';
import { listed, wordField } from './fields.js';
import { notGoSentence } from '../gates/sentence.js';
import { notOpen, states } from './states.js';
import { explanationView, type ExplanationView } from '../gates/views.js';

interface RefusalWords {
  title: string;
  /** One sentence. */
  detail: string | ((refusal: Refusal) => string);
}

/** What has to be done first, where that is one thing. */
const cures: Record<string, string> = {
  planned: 'start eerst de fase',
  refused: 'neem eerst de fase opnieuw op',
  erased: 'kies iemand anders',
  ended: 'lees de rollen opnieuw, of kies een eerdere dag',
};

const stateOf = (told: { state: StandsAs } | undefined): string => (told ? states[told.state] : 'staat nu anders');

const wordings: Record<RefusalCode, RefusalWords> = {
  'bad-message': {
    title: 'Geen geldig bericht',
    detail: 'Het bericht is geen geldig HTTP; stuur het opnieuw met een gangbaar programma.',
  },
  'invalid-json': {
    title: 'Geen geldige JSON',
    detail: 'Het bericht is geen geldige JSON met elke naam hoogstens één keer; stuur één JSON-object.',
  },
  'bad-header': {
    title: 'Ongeldige kopregel',
    detail: ({ told: { 'bad-header': told } }) =>
      told === undefined
        ? 'Een kopregel van het bericht past hier niet; laat hem weg.'
        : `De kopregel ${told.header} is niet goed geschreven; verbeter de kopregel of laat hem weg.`,
  },
  'sign-in-required': {
    title: 'Niet aangemeld',
    detail: 'U bent niet aangemeld; meld u aan en probeer het opnieuw.',
  },
  'sign-in-failed': {
    title: 'Aanmelden mislukt',
    detail: 'Het e-mailadres of het wachtwoord klopt niet; controleer beide, of vraag uw beheerder om een nieuwe link.',
  },
  'token-expired': {
    title: 'Aanmelding verlopen',
    detail: 'Uw aanmelding is verlopen; meld u opnieuw aan.',
  },
  'not-your-body': {
    title: 'Niet uw orgaan',
    detail: 'U kunt dit alleen voor uw eigen orgaan doen; vraag wie dit orgaan vertegenwoordigt.',
  },
  'not-your-role': {
    title: 'Niet uw rol',
    detail: ({ told: { 'not-your-role': told } }) => {
      if (told?.own) return 'Niemand doet dit voor zichzelf; vraag een andere beheerder.';
      return `Uw rol mag dit niet; vraag ${told ? either(told.roles) : 'iemand met de juiste rol, of uw beheerder'}.`;
    },
  },
  'second-factor-required': {
    title: 'Eerst een tweede stap instellen',
    detail:
      'Met uw rol meldt u zich in twee stappen aan; stel dat eerst in bij uw account, met een app op uw telefoon.',
  },
  'assignment-not-valid': {
    title: 'Rol niet geldig',
    detail: 'Uw rol geldt vandaag niet (meer); vraag uw beheerder om de rol te verlengen.',
  },
  csrf: {
    title: 'Herkomst onbekend',
    detail: 'Dit verzoek kwam niet van een eigen pagina; open de pagina opnieuw en probeer het daar.',
  },
  'unknown-path': { title: 'Niet gevonden', detail: 'Dit adres bestaat niet; controleer het adres.' },
  'unknown-workflow': {
    title: 'Procesplan onbekend',
    detail: exists('Dit procesplan bestaat niet.', 'procesplan'),
  },
  'unknown-dossier': {
    title: 'Traject onbekend',
    detail: 'Dit traject bestaat niet, of u hebt er geen rol in; controleer het adres.',
  },
  'unknown-phase': {
    title: 'Fase onbekend',
    detail: exists('Deze fase bestaat niet in dit traject.', 'fase'),
  },
  'unknown-gate': {
    title: 'Go/no-go-moment onbekend',
    detail: exists('Dit go/no-go-moment bestaat niet in dit traject.', 'go/no-go-moment'),
  },
  'unknown-condition': {
    title: 'Voorwaarde onbekend',
    detail: exists('Deze voorwaarde bestaat niet bij dit moment.', 'voorwaarde', 'Open het moment en kies haar daar.'),
  },
  'unknown-decision': {
    title: 'Besluit onbekend',
    detail: exists('Dit besluit bestaat niet bij dit moment.', 'besluit', 'Open het moment en kies het daar.'),
  },
  'unknown-person': {
    title: 'Persoon of rol onbekend',
    detail: 'Deze persoon of rol bestaat niet; kies een persoon uit de lijst.',
  },
  'unknown-paper': {
    title: 'Stuk onbekend',
    detail: 'Dit stuk is er niet, of u kunt het niet openen; kies een stuk op de pagina waar het bij hoort.',
  },
  'paper-erased': erasedProblem,
  'method-not-allowed': {
    title: 'Methode niet mogelijk',
    detail: 'Dit adres kent deze methode niet; de kopregel Allow noemt welke wel.',
  },
  'not-acceptable': {
    title: 'Vorm niet mogelijk',
    detail: 'Dit adres antwoordt in JSON; vraag om application/json.',
  },
  'too-slow': {
    title: 'Te langzaam',
    detail: 'Het bericht kwam niet op tijd binnen en er is niets vastgelegd; stuur het opnieuw.',
  },
  'not-in-this-state': {
    title: 'Kan nu niet',
    detail: ({ told: { 'not-in-this-state': told } }) => {
      if (told && 'followedBy' in told) return inTheWay(told.followedBy);
      if (told?.state === 'stopped' && told.phase === undefined)
        return 'Dit kan nu niet: het traject is gestopt, en er komt niets meer bij; lees wat er is vastgelegd.';
      const phase = told?.phase;
      const cure = cures[told?.state ?? ''] ?? 'lees het traject opnieuw';
      return `Dit kan nu niet: ${phase === undefined ? 'dit' : `de fase ${phase}`} ${stateOf(told)}; ${cure}.`;
    },
  },
  'prerequisite-open': {
    title: 'Eerst iets anders',
    detail: ({ told: { 'prerequisite-open': told } }) => {
      const phases = told?.phases.length ? `nog een go hebben of klaar zijn: ${told.phases.join(', ')}` : null;
      if (!told?.outside.length) return `Eerst moet ${phases ?? 'nog een eerdere fase een go hebben of klaar zijn'}.`;
      return `Eerst moet ${phases === null ? '' : `${phases}, en `}van buiten vaststaan: ${told.outside.join(', ')}.`;
    },
  },
  'visits-missing': {
    title: 'Nog niet overal geweest',
    detail: ({ facts }) =>
      `Leg eerst vast dat ook deze zijn bezocht of geïnformeerd, of sla ze over met een reden: ${listed(facts.exists, '')}.`,
  },
  'gate-not-open': {
    title: 'Ligt niet voor',
    detail: ({ told: { 'gate-not-open': told } }) =>
      `${told ? `"${told.phase}"` : 'Dit'} ${(told && notOpen[told.state]) ?? 'ligt nog niet voor; wacht tot het is voorgelegd'}.`,
  },
  'decision-exists': {
    title: 'Er is al een besluit',
    detail:
      'Van dit orgaan is al een besluit vastgelegd; verbeter het met corrects, of leg met revises vast dat het orgaan opnieuw besloot.',
  },
  'visit-exists': {
    title: 'Al vastgelegd',
    detail: 'Van dit orgaan is dit al vastgelegd; kies een ander orgaan, of corrigeer wat er staat.',
  },
  'already-recorded': {
    title: 'Al vastgelegd',
    detail: ({ told: { 'already-recorded': told } }) =>
      typeof told?.line === 'number'
        ? `Dit staat al in het logboek, op regel ${told.line}; corrigeer die regel als er iets niet klopt.`
        : 'Dit is al vastgelegd; corrigeer wat er staat als er iets niet klopt.',
  },
  'not-the-latest': {
    title: 'Niet het nieuwste besluit',
    detail: ({ told }) =>
      told['not-the-latest']
        ? 'Dit is intussen al gecorrigeerd; lees het logboek opnieuw en noem hoe het nu luidt.'
        : 'Dit is niet het nieuwste besluit van dit orgaan; lees het moment opnieuw en noem het nieuwste.',
  },
  'outcome-not-go': {
    title: 'Deze conclusie kan niet',
    detail: ({ told: { 'outcome-not-go': told } }) => {
      if (!told) return 'De besluitregel komt niet op een go uit.';
      const other = told.asks === 'response' || told.asks === 'consent' ? 'Houd het aan' : 'Kies aanhouden of no-go';
      return `${notGoSentence(told)} ${[other, ...goWhen(told)].join(', ')}.`;
    },
  },
  'condition-answered': {
    title: 'Voorwaarde is al beantwoord',
    detail: ({ told: { 'condition-answered': told } }) =>
      `Dit antwoord past hier niet: ${told?.state === 'disputed' ? 'het antwoord op de voorwaarde' : 'de voorwaarde'} ` +
      `${stateOf(told)}; lees de voorwaarde opnieuw.`,
  },
  'last-administrator': {
    title: 'Laatste beheerder',
    detail: 'Na deze persoon geeft niemand meer rollen; maak eerst iemand anders beheerder.',
  },
  overtaken: {
    title: 'Iemand was u voor',
    detail: 'Iemand legde net iets vast in dit traject; lees het opnieuw en probeer het nog eens.',
  },
  'changed-meanwhile': {
    title: 'Intussen veranderd',
    detail: ({ told: { 'changed-meanwhile': told } }) =>
      told?.about === 'person'
        ? 'Er is intussen iets veranderd aan deze persoon of zijn rollen; kijk de gegevens na en probeer het nog eens.'
        : told?.about === 'place'
          ? 'Iemand anders veranderde net wie deze rol heeft; kijk wie er nu staat, en verstuur het nog eens als het nodig is.'
          : 'Dit traject is veranderd sinds u het las; lees het opnieuw en probeer het nog eens.',
  },
  'too-large': {
    title: 'Te groot',
    detail: ({ told: { 'too-large': told } }) =>
      told === undefined
        ? 'Het bericht is te groot: hoogstens 1 MB en 32 lagen diep; stuur minder.'
        : 'files' in told
          ? 'Dit is samen te groot: hoogstens 100 MB aan stukken en 64 kB per antwoord; stuur de stukken in delen.'
          : 'Dit formulier is te groot: hoogstens 64 kB en 500 velden; maak de teksten korter of leg een deel apart vast.',
  },
  'unsupported-media-type': {
    title: 'Soort bericht niet mogelijk',
    detail: 'Stuur JSON in UTF-8, met de kopregel Content-Type: application/json.',
  },
  validation: {
    title: 'Zo kan het niet',
    detail: ({ errors }) =>
      errors.length === 1
        ? wordField(errors[0]!)
        : `${errors.length} velden kloppen niet; verbeter ze en probeer het opnieuw.`,
  },
  'idempotency-key-reused': {
    title: 'Sleutel al gebruikt',
    detail: 'Deze Idempotency-Key hoort al bij een ander verzoek; kies voor dit verzoek een nieuwe sleutel.',
  },
  'too-many': {
    title: 'Te vaak achter elkaar',
    detail: ({ facts, told: { 'too-many': told } }) =>
      `Er is ${told ? `onder uw naam in een minuut meer dan ${told.writes} keer iets verstuurd` : 'te vaak geprobeerd'}; wacht ${facts.retryAfter ?? 60} seconden en probeer het dan opnieuw.`,
  },
  'headers-too-large': {
    title: 'Kopregels te groot',
    detail:
      'Het adres en de kopregels zijn samen te groot: hoogstens 16 kB; stuur er minder, of wis de cookies van deze site.',
  },
  busy: {
    title: 'Even bezet',
    detail: ({ told: { busy } }) =>
      busy
        ? `De lijst van trajecten wordt opgebouwd: ${busy.filling.done} van ${busy.filling.of} staan erin; wie een traject opent met zijn adres, ziet het gewoon. Probeer het zo opnieuw.`
        : 'De gegevens zijn even bezet en er is niets vastgelegd; probeer het zo opnieuw.',
  },
  'storage-full': {
    title: 'Opslag vol',
    detail: 'De opslag is vol en er is niets vastgelegd; waarschuw de beheerder van de server.',
  },
  'reading-only': {
    title: 'Alleen lezen',
    detail:
      'Er kan nu alleen worden gelezen, dus er is niets vastgelegd en aanmelden kan niet; waarschuw de beheerder van de server.',
  },
  damaged: {
    title: 'Logboek is beschadigd',
    detail: ({ facts: { sequence }, told }) =>
      told.damaged
        ? `Het logboek van mensen en rollen is beschadigd: regel ${sequence} klopt niet. Rollen blijven zoals ze waren en er kan niets aan worden veranderd; waarschuw de beheerder van de server.`
        : `Dit traject is beschadigd${sequence === undefined ? '' : `: regel ${sequence} van het logboek klopt niet`}. Het wordt niet getoond en er kan niets worden vastgelegd; waarschuw de beheerder van de server.`,
  },
  'clock-not-trusted': {
    title: 'De klok van de server klopt niet',
    detail:
      'De klok van de server klopt misschien niet, dus er is niets vastgelegd; lezen kan gewoon. Vraag de beheerder van de server de klok gelijk te zetten of te bevestigen, en probeer het daarna opnieuw.',
  },
};

/** What must happen before it can be a go: nothing can, where nobody is missing who could change it. */
function goWhen(told: NotGo): string[] {
  if (told.because === 'divided') return [];
  if (told.because === 'not-chosen') return ['of wacht op wie nog mist'];
  return [
    ...(told.on === null ? [] : ['of kies een latere dag']),
    ...(told.certain ? [] : ['of wacht op wie nog mist']),
  ];
}

export const titleOfCode = (code: RefusalCode): string => wordings[code].title;

/** What is wrong and what to do, in one Dutch sentence. */
export function wordRefusal(refusal: Refusal): string {
  const { detail } = wordings[refusal.code];
  return typeof detail === 'string' ? detail : detail(refusal);
}

/** The lines of the rule that is not met, in words. */
export const explanationIn = ({ facts: { explanation }, told }: Refusal): ExplanationView | undefined =>
  explanation && explanationView(explanation, told['outcome-not-go'] ?? { nouns: {}, asks: 'agreement' });

/** Of a defect of ours nothing else is told. */
export const internalWords = {
  title: 'Fout in Sluis',
  detail: (requestId: string) => `Er ging bij ons iets mis; meld het met dit kenmerk: ${requestId}.`,
};
