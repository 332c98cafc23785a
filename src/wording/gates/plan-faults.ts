// What was proven of a plan, what the law asks of it, and what is wrong with it, each with its cure.
import { longDay } from '../language/dates.js';
import type { Check, CheckName, CheckCounts, ErrorCheck } from '../../domain/workflow/check.js';
import type {
  NamedThing,
  PlanFault,
  PlanLevel,
  PlanFaultFacts,
  Taken,
  Warning,
  WarningFacts,
} from '../../domain/plan-faults.js';
import { isRuleFault, ruleFaultWords, saidBy, type FaultWords } from './rule-faults.js';

/** A check as it is shown. */
export interface CheckView {
  name: string;
  passed: boolean;
  severity: 'error' | 'warning';
  /** What was proven, or what is wrong, where, and the cure. */
  detail: string;
}

const things: Record<NamedThing, string> = {
  workflow: 'procesplan',
  party: 'partij',
  phase: 'fase',
  question: 'vraag',
  option: 'optie',
  paper: 'stuk',
  criterion: 'criterium',
  body: 'orgaan',
};

/** What has fields of its own; of a phase its name is said before everything. */
const levels: Record<Exclude<PlanLevel, 'phase'>, string> = {
  workflow: 'procesplan',
  window: 'venster',
  branch: 'tak',
  recurrence: 'terugkerend overleg',
  interval: 'tussenpoos',
  goal: 'doel',
  gate: 'go/no-go-moment',
  question: 'vraag',
  option: 'optie',
  paper: 'stuk',
  criterion: 'criterium',
  mandate: 'mandaat',
  party: 'partij',
  body: 'orgaan',
  group: 'groep',
  noun: 'naam van groep',
  fact: 'feit',
  open: 'open partijen',
};

const levelWords = (level: PlanLevel, id: string | undefined): string => {
  if (level === 'phase') return '';
  return `${levels[level]}${id === undefined ? '' : ` "${id}"`}: `;
};

/** partij "assen", vraag van "instemming" "akkoord" */
const named = ({ what, of, id }: { what: NamedThing; of?: string; id: string }): string =>
  `${things[what]}${of === undefined ? '' : ` van "${of}"`} "${id}"`;

const warnings: FaultWords<WarningFacts> = {
  'one-council-moment':
    'de raden geven geen zienswijze op het ontwerp; de wet vraagt die vóór de toestemming (Wgr art. 1, lid 2 en 3)',
  'no-consent': 'de raden geven geen toestemming; zonder mogen colleges geen regeling treffen (Wgr art. 1, lid 4)',
  'no-enactment': 'geen fase waarin de colleges de regeling treffen (Wgr art. 1, lid 1)',
  'no-publication': 'geen fase voor de bekendmaking in het gemeenteblad (Wgr art. 26, lid 1)',
  'no-registration': 'geen fase voor het register van regelingen (Wgr art. 136)',
  'free-council-choice':
    'de raden kunnen vrij nee zeggen; toestemming kan alleen worden onthouden wegens strijd met het recht of ' +
    'het algemeen belang (Wgr art. 1, lid 4)',
  'view-term': ({ weeks, lawful }) =>
    `de termijn voor een zienswijze is ${weeks ?? 'geen aantal'} weken na ontvangst; de wet geeft elke raad er ${lawful} (Wgr art. 1, lid 3)`,
  'form-without-board': ({ titles }) =>
    `${titles.join(' en ')} heeft geen algemeen bestuur, en het plan draagt beleid op (Wgr art. 8)`,
  'budget-term': ({ phases, lawful }) =>
    `de raden hebben ${lawful} weken voor een zienswijze op de ontwerpbegroting (Wgr art. 35, lid 1 en 3); anders is het in fase ${phases.map((id) => `"${id}"`).join(', ')}`,
  'form-without-budget': ({ title, phases }) =>
    `${title} heeft geen bestuur en geen eigen begroting (Wgr art. 8, lid 4), en het plan vraagt er wel om in fase ${phases.map((id) => `"${id}"`).join(', ')}: geef die fasen een branch`,
  'no-budget': ({ title }) =>
    `${title} heeft een bestuur, en na die keuze stelt niemand een begroting vast (Wgr art. 34, lid 1)`,
  'window-too-short': ({ title, until, earliest }) =>
    `"${title}" is gepland tot en met ${longDay(until)} en kan op zijn vroegst op ${longDay(earliest)} klaar zijn, met de termijnen van het plan en een vergadering per week voor colleges en per vier weken voor raden (aangenomen)`,
  'budget-day': ({ title, until, before }) =>
    `"${title}" is gepland tot en met ${longDay(until)}, en moet vóór ${longDay(before)} zijn gebeurd (Wgr art. 34, lid 2, en art. 34b)`,
  'split-procurement': ({ phases }) =>
    'het plan draagt inkoop op, en na een splitsing gaat een deel van de organen apart verder ' +
    `(fase ${phases.map((id) => `"${id}"`).join(', ')}); wat de wet de regio samen laat inkopen, kan niet per deel`,
};

/** kies uit counts, waits; kies een geheel getal van 1 tot en met 52 */
function takenWords({ is, among, min, max, of }: Taken): string {
  if (of) return `schrijf een lijst, en daarin: ${takenWords(of.sort)}`;
  if (among) return `kies uit ${among.join(', ')}`;
  if (is === 'number') return `kies een geheel getal van ${min} tot en met ${max}`;
  if (is === 'yes-no') return 'schrijf true, of laat het weg';
  return is === 'day' ? 'schrijf jjjj-mm-dd' : 'schrijf een tekst';
}

const warningWords = (warning: Warning): string => saidBy(warnings, warning);

const faults: FaultWords<PlanFaultFacts> = {
  'unknown-field': ({ level, id, field, nearest, known }) => {
    const cure = nearest === undefined ? `kies uit ${known.join(', ')}` : `bedoelde u "${nearest}"?`;
    return `${levelWords(level, id)}het veld "${field}" bestaat niet: ${cure}`;
  },
  'unfit-value': ({ level, id, field, found, takes }) =>
    `${levelWords(level, id)}het veld "${field}" kan ${found === undefined ? 'dit' : `"${found}"`} niet bevatten: ${takenWords(takes)}`,
  'lacking-field': ({ level, id, field }) => `${levelWords(level, id)}het veld "${field}" ontbreekt: schrijf het erbij`,
  'bad-name': (facts) => `${named(facts)}: gebruik a-z, 0-9 en -, hoogstens 64`,
  'name-twice': (facts) => `${named(facts)} staat er twee keer: kies een andere naam`,
  'reserved-name': ({ id }) => `een fase mag niet "${id}" heten: kies een andere naam`,
  'bad-version': 'versie: kies een geheel getal vanaf 1',
  'unknown-body': ({ body, group }) =>
    `${group === undefined ? '' : `groep "${group}": `}orgaan "${body}" bestaat niet; noem een orgaan van een partij`,
  'body-twice': ({ body, group }) =>
    `${group === undefined ? '' : `groep "${group}": `}orgaan "${body}" staat er twee keer: noem het één keer`,
  'no-chair': ({ body }) => `"${body}" heeft geen voorzitter; laat een overleg of een bestuur concluderen`,
  'regions-ruling': ({ count }) => `${count} regio's concluderen: laat organen van precies één partij concluderen`,
  'founded-nowhere': ({ body, gate }) =>
    `"${body}" ontstaat bij "${gate}", en daar is geen go/no-go-moment: noem er een`,
  'before-founded': ({ body, gate, before }) =>
    `"${body}" doet iets in "${before}" en bestaat pas na "${gate}": zet die in startsAfter, of vraag het een ander`,
  'no-phases': 'er zijn geen fasen: noem er ten minste één',
  'unknown-prerequisite': ({ waiting, awaited, known }) =>
    `fase "${waiting}" wacht op "${awaited}", die niet bestaat: kies uit ${known.join(', ')}`,
  'idle-gate-after': ({ waiting }) => `fase "${waiting}" heeft geen go/no-go-moment: laat gateAfter weg`,
  circle: ({ phases }) => `de fasen ${phases.join(' → ')} wachten op elkaar: verbreek de kring`,
  'no-date': ({ term, day }) => `${term}: "${day}" is geen datum; schrijf jjjj-mm-dd`,
  reversed: ({ id, from, until }) => `fase "${id}" eindigt (${until}) voor het begin (${from}): draai ze om`,
  'before-source': ({ id, notBefore }) =>
    `fase "${id}" is gepland voor ${notBefore}, de datum van de bron: kies een later venster`,
  'bad-interval': ({ max }) => `de tussenpoos klopt niet: kies 1 tot en met ${max} maanden of weken`,
  'many-goals': ({ count, max }) => `${count} doelen: noem er hoogstens ${max}`,
  'bad-goal-name': ({ id }) => `doel "${id}": begin met een letter, dan a-z, 0-9 en -, hoogstens 64`,
  'goal-twice': ({ id }) => `doel "${id}" staat er twee keer: kies een andere naam`,
  'bad-fact-name': ({ fact }) => `feit "${fact}": gebruik a-z, 0-9 en -, hoogstens 64`,
  'idle-fact': ({ fact }) => `op het feit "${fact}" wacht geen fase: laat het weg`,
  'untold-fact': ({ fact }) => `feit "${fact}": zeg wat het is, en waar staat dat erop gewacht wordt`,
  'unknown-fact': ({ waiting, fact }) =>
    `fase "${waiting}" wacht op het feit "${fact}", dat niet bestaat: noem het in outside`,
  'idle-gate-waits': ({ waiting }) => `fase "${waiting}" heeft geen go/no-go-moment: laat gateWaitsFor weg`,
  'nobody-asked': 'niemand besluit: noem een groep met organen',
  'ruler-decides': 'het overleg dat concludeert, besluit zelf mee: haal het uit de groep',
  'no-question': 'er is geen vraag: stel er ten minste één',
  'foreign-mandate': ({ body }) => `het mandaat van "${body}" is van een orgaan dat hier niet besluit: haal het weg`,
  'nobody-can-agree': ({ agreeing }) =>
    `niemand kan akkoord gaan: neem in kinds ten minste één op van ${agreeing.join(', ')}`,
  'not-when-enacting': ({ kind }) =>
    `hier wordt de regeling getroffen, en dat kan niet ${kind === 'agree-subject-to' ? 'onder voorbehoud' : 'in beginsel'}: haal ${kind} uit kinds`,
  'splits-by-itself':
    'hier concludeert niemand, en een splitsing legt een voorzitter vast: laat splits of concludes weg',
  'term-by-itself':
    'hier concludeert niemand, en of iedereen reageerde hangt van een termijn af: kies een regel die een besluit vraagt, of laat concludes weg',
  'few-poll-options': 'een keuze uit minder dan twee mogelijkheden: noem er twee',
  'split-without-poll': 'alleen een keuze uit mogelijkheden kan splitsen: geef ze in polls',
  'branch-splits': 'een tak splitst niet verder: laat splits of branch weg',
  'split-for-nothing': 'niets hangt aan de splitsing: geef een fase een branch',
  'branch-without-choice': ({ gate }) =>
    `de tak hangt aan "${gate}", waar niets te kiezen is: noem een fase met polls of proposes`,
  'unknown-branch-option': ({ option, options }) => `"${option}" is daar geen keuze: kies uit ${options.join(', ')}`,
  'branch-too-early': ({ gate }) => `de tak begint niet na "${gate}": zet dat in startsAfter`,
  'party-alone': ({ party, fault }) => `als alleen "${party}" zo verder gaat: ${ruleFaultWords(fault)}`,
  'bad-least-parties': ({ least, max }) => `least is ${least}: kies een geheel getal van 1 tot en met ${max}`,
  'no-stand-in': ({ party }) =>
    `de partij "${party}" die voor de gemeenten staat, heeft geen organen: noem die partij in parties`,
  'no-consultation': ({ body }) =>
    `"${body}" staat voor het overleg dat concludeert: noem het in parties, bij een eigen regio`,
  'other-ruler': ({ ruledBy, consultation }) => `"${ruledBy}" concludeert; laat "${consultation}" dat doen`,
  'open-warning': ({ warning }) =>
    `${warningWords(warning)}: verander het plan, of neem "${warning.code}" met de reden op in accepts`,
  'no-such-warning': ({ name }) => `"${name}" wordt aangenomen, maar zo'n waarschuwing is er niet: laat de naam weg`,
  'accepted-without-reason': ({ name }) => `"${name}" wordt aangenomen zonder reden: zeg waarom`,
  'against-the-law': ({ later, earlier }) => `fase "${later}" moet na "${earlier}" komen: zet die in startsAfter`,
  'moves-others': ({ event, of, moved }) => `"${event}" van "${of}" beweegt ook ${moved.join(', ')}`,
  'passes-without-go': ({ event, of }) => `"${event}" rondt "${of}" af zonder go`,
  'dead-end': ({ of, status }) => `fase "${of}" komt vanuit "${status}" nooit meer tot een einde`,
  'loses-branch': ({ of, status, gate }) => `fase "${of}" volgt vanuit "${status}" de keuze bij "${gate}" niet`,
  'ignores-fact': ({ event, of, fact }) => `"${event}" van "${of}" wacht niet op het feit "${fact}"`,
  'unrecordable-fact': ({ fact }) => `het feit "${fact}" kan niet worden vastgelegd`,
  'fact-moves': ({ fact, moved }) => `het feit "${fact}" beweegt ook ${moved.join(', ')}`,
};

/** What is proven when nothing is wrong. */
const proven: Record<CheckName, (counts: CheckCounts) => string> = {
  names: ({ phases }) => `elke naam is uniek en goed geschreven, ook van de ${phases} fasen`,
  bodies: ({ bodies }) => `elk van de ${bodies} organen bestaat en één regio concludeert`,
  prerequisites: ({ phases }) => `de ${phases} fasen vormen een volgorde zonder kringen`,
  dates: () => 'elk venster begint voor het eindigt',
  meetings: () => 'elk overleg dat terugkomt, heeft een tussenpoos en doelen met een eigen naam',
  outside: () => 'elk feit van buiten waarop een fase wacht, is genoemd met zijn bron',
  gates: ({ gates }) => `elk van de ${gates} go/no-go-momenten vraagt iets wat beantwoord kan worden`,
  rules: ({ gates }) => `elk van de ${gates} regels kan tot go en tot no-go komen`,
  branches: ({ branches: n = 0 }) => {
    if (n === 0) return 'geen fase staat in een tak';
    return n === 1 ? 'de fase in een tak hangt aan een keuze' : `elk van de ${n} fasen in takken hangt aan een keuze`;
  },
  accepted: () => 'elke waarschuwing is met naam en reden aangenomen',
  open: ({ least, most }) => `de partijen worden bij de start genoemd; bewezen voor ${least} en voor ${most} gemeenten`,
  law: ({ steps, law }) =>
    'gecontroleerd is de volgorde van de stappen (Wgr art. 1 en 26) en van de begroting (art. 34, 34b en 35)' +
    (law === undefined
      ? '; niet de inhoud, de bedragen en dagen als 30 april en 15 september'
      : ', of wat volgt bij de rechtsvorm past (art. 8), en of vensters met een datum de termijnen halen, en 30 april en ' +
        '15 september; niet de inhoud en de bedragen') +
    (steps === 0 ? '; van die stappen staat er geen in dit plan' : ''),
  machine: ({ tried }) => `elke fase is vanuit elke stand af te ronden: ${tried} stappen geprobeerd`,
};

function faultWords({ phase, ...fault }: PlanFault): string {
  const said = isRuleFault(fault) ? ruleFaultWords(fault) : saidBy(faults, fault);
  return phase === undefined ? said : `fase "${phase}": ${said}`;
}

/** Everything that is wrong, in one line. */
export const faultsInWords = (found: ErrorCheck['faults']): string => found.map(faultWords).join('; ');

export const checkView = (check: Check): CheckView => ({
  name: check.name,
  passed: check.passed,
  severity: check.severity,
  detail: detailOf(check),
});

/** The checks that a plan did not pass, a line each. */
export const failedChecks = (checks: readonly Check[]): string =>
  checks
    .filter(({ passed, severity }) => !passed && severity === 'error')
    .map((one) => `${one.name}: ${detailOf(one)}`)
    .join('\n');

function detailOf(check: Check): string {
  if (check.severity === 'error') return check.passed ? proven[check.name](check.counts) : faultsInWords(check.faults);
  const said = warningWords(check.warning);
  return check.accepted === null ? said : `${said}; aangenomen: ${check.accepted}`;
}
