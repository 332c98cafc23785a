// What the description of the API says in words: what it is, its glossary, and what each refusal, header, parameter and
// group of calls means.

/** The names of the API are English; this is what each stands for on screen. */
const glossary: readonly (readonly [name: string, onScreen: string, meaning: string])[] = [
  ['Workflow', 'Procesplan', 'een plan in een versie: partijen, fasen, go/no-go-momenten en besluitregels'],
  ['Dossier', 'Traject', 'één keer dat een procesplan wordt doorlopen, met alles wat daarin is vastgelegd'],
  ['Phase', 'Fase', 'een gepland deel van een traject, vaak met een go/no-go-moment aan het einde'],
  ['Gate', 'Go/no-go-moment', 'de vraag aan de organen, de besluitregel en wie concludeert'],
  [
    'Body',
    'Orgaan',
    'een college, een raad, een overleg, een bestuur of een minister: organen besluiten, mensen leggen vast',
  ],
  ['Decision', 'Besluit', 'wat één orgaan bij één go/no-go-moment besloot'],
  ['Condition', 'Voorwaarde', 'wat een orgaan aan zijn besluit verbindt: opschortend of bij uitwerking'],
  ['Proposal', 'Voorstel', 'de tekst die aan de organen is voorgelegd, in versies'],
  ['Rule', 'Besluitregel', 'wanneer de besluiten samen een go, een no-go of nog open zijn'],
  ['Ruling', 'Conclusie', 'wat de voorzitter vastlegde als geconcludeerd; bij raden een constatering'],
  ['Round', 'Voorlegging', 'na een no-go wordt de vraag opnieuw voorgelegd: de tweede ronde'],
  ['Assignment', 'Rol', 'wat iemand voor een orgaan mag, van een dag tot een dag'],
  ['Event', 'Logregel', 'een vastgelegd feit, dat nooit meer verandert'],
];

/** What the description begins with. */
export const about = {
  purpose: 'Gezamenlijke besluiten van overheden, van fase tot fase langs go/no-go-momenten.',
  changes: 'Wat er per versie veranderde, en hoe lang iets ouds nog werkt:',
  changed: 'wijzigingen',
  refusals:
    'Elke weigering is problem+json met een vaste `code` en één zin die zegt wat er is en wat u doet. ' +
    'Ongeldige invoer is 400, met alle fouten tegelijk in `errors`. Een adres dat bestaat en de methode niet kent, ' +
    'antwoordt 405 met in `Allow` welke methoden het wel kent, ook op `OPTIONS`.',
  terms: 'Begrippen',
  names: 'De namen zijn Engels, de schermen Nederlands.',
  termHeads: ['naam', 'op het scherm', 'betekenis'],
  glossary,
};

/** @param changes where the list of changes is read */
export const aboutApi = (changes: string): string =>
  [
    about.purpose,
    `${about.changes} [${about.changed}](${changes}).`,
    about.refusals,
    `## ${about.terms}`,
    about.names,
    [about.termHeads, about.termHeads.map(() => '---'), ...glossary].map((row) => `| ${row.join(' | ')} |`).join('\n'),
  ].join('\n\n');

export const tagWords = {
  aanmelden: 'Aan- en afmelden, en wie u bent.',
  procesplannen: 'Welke procesplannen er zijn en wat elke versie zegt.',
  dossiers: 'Trajecten starten en lezen, zoals ze nu staan of op een dag stonden.',
  vastleggen: 'Alles wat in een traject wordt vastgelegd: fasen, voorleggingen, besluiten en conclusies.',
  mensen: 'Mensen en hun rollen, voor beheerders.',
  beveiliging: 'Wie zich aanmeldde, wie werd geweigerd en wie wat mocht, voor beheerders.',
};

/** A group of calls, by the name that the description has for it. */
export type Tag = keyof typeof tagWords;

export const answerWords = {
  read: 'Het gevraagde, zoals het er nu of op die dag bij staat.',
  recorded: 'Gedaan; dit is hoe het nu is.',
  told: 'Wat het zou doen; er is niets vastgelegd.',
  done: 'Gedaan.',
  unchanged: 'Niet veranderd sinds u het las.',
};

/** Why a call is answered with this status. */
export const refusalWords = {
  400: 'De invoer klopt niet: geen JSON, een kopregel die niet goed geschreven is, of velden en parameters die zo nooit kunnen. `errors` noemt ze allemaal.',
  401: 'U bent niet aangemeld, het aanmelden mislukte, of uw aanmelding is verlopen.',
  403: 'U mag dit niet: niet uw rol, niet uw orgaan, een rol die nu niet geldt, of een verzoek van een andere site.',
  404: 'Wat het adres noemt is er niet, of u hebt er geen rol in.',
  406: 'Er is gevraagd om iets anders dan JSON.',
  409: 'Het kan wel, maar niet zoals het er nu voor staat; lees het traject opnieuw.',
  410: 'Het was er, en de inhoud is gewist.',
  412: 'Er is iets vastgelegd sinds u las wat `If-Match` noemt.',
  413: 'Het bericht is groter dan 1 MB, of dieper dan 32 lagen.',
  415: 'Het bericht is geen JSON in UTF-8, of het is ingepakt; bij een stuk: het is geen `multipart/form-data`.',
  422: 'De `Idempotency-Key` hoort al bij een ander verzoek.',
  429: 'Er is te vaak tevergeefs geprobeerd aan te melden, of in een minuut te veel verstuurd om vast te leggen; wacht zo lang als `Retry-After` zegt.',
  503: 'De gegevens zijn er even niet, en er is niets vastgelegd.',
  507: 'De opslag is vol, en er is niets vastgelegd.',
};

export const headerWords = {
  'API-Version': 'De volledige versie van de API.',
  'X-Request-Id': 'Het kenmerk van dit verzoek; noem het als u iets meldt.',
  'Cache-Control': 'Of dit antwoord bewaard mag worden: niet, of alleen om met `If-None-Match` na te vragen.',
  Vary: 'Het antwoord hangt af van wie er vraagt.',
  'Read-Anew-Since':
    'Bij `knownAt` van voor dit moment: het antwoord is gelezen zoals Sluis sindsdien telt; toen kon het er anders staan.',
  ETag: 'De stand van dit antwoord, voor `If-None-Match` en `If-Match`: het volgnummer van de laatste logregel en een kenmerk.',
  Location: 'Waar het traject, het go/no-go-moment of de lijst te lezen is.',
  'Idempotency-Replayed':
    'Staat er alleen, en is dan `true`, als dit het eerste antwoord op dezelfde sleutel nog eens is.',
  'Retry-After': 'Na hoeveel seconden het zin heeft het opnieuw te proberen.',
  'WWW-Authenticate': 'Hoe u zich aanmeldt: met een token als Bearer.',
};

/** What is asked in the path, the query and the headers. */
export const parameterWords: Record<string, string> = {
  dossier: 'Het traject.',
  phase: 'De fase, zoals het procesplan de fase noemt.',
  gate: 'Het go/no-go-moment, zoals het procesplan het noemt.',
  decision: 'Het besluit.',
  condition: 'De voorwaarde.',
  paper: 'De hash van het stuk.',
  workflow: 'Het procesplan.',
  person: 'De persoon.',
  assignment: 'De rol van die persoon.',
  asOf: 'Hoe het op die dag stond: zonder feiten van daarna.',
  knownAt: 'Wat er op dat ogenblik was vastgelegd.',
  round: 'De ronde; zonder deze de huidige.',
  version: 'De versie; zonder deze de nieuwste.',
  state: 'Alleen trajecten die lopen, zijn afgerond of zijn gestopt.',
  kind: 'Alleen regels van deze soort.',
  address: 'Alleen wat van dit netwerkadres kwam.',
  from: 'Alleen wat vanaf dit ogenblik is vastgelegd.',
  before: 'Alleen wat voor dit ogenblik is vastgelegd.',
  q: 'De woorden waarop u zoekt: alle, in welke volgorde ook.',
  limit: 'Hoeveel er hoogstens worden gegeven.',
  cursor: 'De `next` van de vorige bladzijde.',
  'Idempotency-Key':
    'Een eigen sleutel van 8 tot 128 tekens; met dezelfde sleutel wordt hetzelfde verzoek één keer uitgevoerd.',
  'If-Match': 'De ETag die u las; is er intussen iets vastgelegd, dan is het antwoord 412.',
  'If-None-Match': 'De ETag die u hebt; is er niets veranderd, dan is het antwoord 304.',
};
