// Whether a workflow is sound, checked when it is published: every fault is said with its cure, all at once.
// The machine is checked in check-machine.ts.
import type { RuleCatalogue } from '../rule.js';
import { isDay } from '../calendar.js';
import { decisionKinds, type BodyId, type DecisionKind, type Slug } from '../vocabulary.js';
import { branchFaults } from './check-branches.js';
import { lawFaults, lawWarnings, type Warning } from './check-law.js';
import { machineFaults } from './check-machine.js';
import { openFaults } from './check-open.js';
import { dossierRegion } from './machine.js';
import { invented, withParties } from './named.js';
import { partiesMax } from './open-parties.js';
import { waitsFor } from './order.js';
import { reachFaults } from './check-rules.js';
import { outsideFaults } from './outside.js';
import { recurrenceFaults } from './recurrence.js';
import type { Gate, Phase, Workflow } from './workflow.js';

export interface Check {
  name: string;
  passed: boolean;
  severity: 'error' | 'warning';
  /** In Dutch: what was proven, or what is wrong, where, and the cure. */
  detail: string;
}

/** A check: its name, what is proven when nothing is found, with figures, and what is wrong. */
type Part = [
  name: string,
  proven: (workflow: Workflow) => string,
  faults: (workflow: Workflow, rules: RuleCatalogue) => string[],
];

const branchesOf = ({ phases }: Workflow): number => phases.filter(({ branch }) => branch).length;

const gatesOf = ({ phases }: Workflow): Gate[] => phases.flatMap(({ gate }) => gate ?? []);

const parts: Part[] = [
  ['names', ({ phases }) => `elke naam is uniek en goed geschreven, ook van de ${phases.length} fasen`, nameFaults],
  [
    'bodies',
    ({ parties }) =>
      `elk van de ${parties.flatMap(({ bodies }) => bodies).length} organen bestaat en één regio concludeert`,
    bodyFaults,
  ],
  ['prerequisites', ({ phases }) => `de ${phases.length} fasen vormen een volgorde zonder kringen`, prerequisiteFaults],
  ['dates', () => 'elk venster begint voor het eindigt', dateFaults],
  ['meetings', () => 'elk overleg dat terugkomt, heeft een tussenpoos en doelen met een eigen naam', meetingFaults],
  [
    'outside',
    () => 'elk feit van buiten waarop een fase wacht, is genoemd met zijn bron',
    ({ outside = {}, phases }) => outsideFaults(outside, phases),
  ],
  [
    'gates',
    (workflow) => `elk van de ${gatesOf(workflow).length} go/no-go-momenten vraagt iets wat beantwoord kan worden`,
    gateFaults,
  ],
  ['rules', (workflow) => `elk van de ${gatesOf(workflow).length} regels kan tot go en tot no-go komen`, ruleFaults],
  ['branches', branchWords, branchFaults],
  ['accepted', () => 'elke waarschuwing is met naam en reden aangenomen', acceptFaults],
];

function branchWords(workflow: Workflow): string {
  const n = branchesOf(workflow);
  if (n === 0) return 'geen fase staat in een tak';
  return n === 1 ? 'de fase in een tak hangt aan een keuze' : `elk van de ${n} fasen in takken hangt aan een keuze`;
}

/** All checks, in order. A plan that leaves its parties open is checked over as few of them and as many as can be named. */
export function check(workflow: Workflow, rules: RuleCatalogue): Check[] {
  const { open } = workflow;
  if (!open) return checkNamed(workflow, rules);
  const proven = `de partijen worden bij de start genoemd; bewezen voor ${open.least} en voor ${partiesMax} gemeenten`;
  const standIns = verdict('open', proven, openFaults(workflow, open));
  if (!standIns.passed) return [standIns];
  const [few, many] = [open.least, partiesMax].map((size) =>
    checkNamed(withParties(workflow, invented(workflow, size)), rules),
  );
  const failing = (name: string) => many?.find((one) => one.name === name && !one.passed);
  return [standIns, ...(few ?? []).map((one) => (one.passed ? (failing(one.name) ?? one) : one))];
}

/** The law and the machine are only checked when everything before them holds. */
function checkNamed(workflow: Workflow, rules: RuleCatalogue): Check[] {
  const checks = parts.map(([name, proven, faultsOf]) => verdict(name, proven(workflow), faultsOf(workflow, rules)));
  const warnings = lawWarnings(workflow).map((warning) => warningCheck(workflow, warning));
  if (checks.some((c) => !c.passed)) return [...checks, ...warnings];
  const inOrder = lawFaults(workflow, (later, earlier) => waitsFor(workflow, later).has(earlier));
  const machine = machineFaults(workflow);
  return [
    ...checks,
    verdict('law', 'wat de wet na elkaar vraagt, staat na elkaar', inOrder),
    verdict(
      'machine',
      `elke fase is vanuit elke stand af te ronden: ${machine.tried} stappen geprobeerd`,
      machine.faults,
    ),
    ...warnings,
  ];
}

const verdict = (name: string, proven: string, faults: string[]): Check => ({
  name,
  passed: faults.length === 0,
  severity: 'error',
  detail: faults.length === 0 ? proven : faults.join('; '),
});

/** A warning stays one when it is accepted, and then says why. */
const warningCheck = ({ accepts = {} }: Workflow, { name, detail }: Warning): Check => ({
  name,
  passed: Object.hasOwn(accepts, name),
  severity: 'warning',
  detail: Object.hasOwn(accepts, name) ? `${detail}; aangenomen: ${accepts[name]}` : detail,
});

function acceptFaults(workflow: Workflow): string[] {
  const { accepts = {} } = workflow;
  const warnings = lawWarnings(workflow);
  const open = warnings.filter(({ name }) => !Object.hasOwn(accepts, name));
  const names = warnings.map(({ name }) => name);
  return [
    ...open.map(({ name, detail }) => `${detail}: verander het plan, of neem "${name}" met de reden op in accepts`),
    ...Object.entries(accepts).flatMap(([name, why]) => [
      ...(names.includes(name) ? [] : [`"${name}" wordt aangenomen en er is geen zo'n waarschuwing: laat haar weg`]),
      ...(why.trim() === '' ? [`"${name}" wordt aangenomen zonder reden: zeg waarom`] : []),
    ]),
  ];
}

function nameFaults(workflow: Workflow): string[] {
  const slugs: [string, string[]][] = [
    ['procesplan', [workflow.id]],
    ['partij', workflow.parties.map((party) => party.id)],
    ['fase', workflow.phases.map((phase) => phase.id)],
    ...workflow.phases.flatMap(({ id, gate }): [string, string[]][] => [
      [`vraag van "${id}"`, gate?.questions.map((question) => question.id) ?? []],
      [`optie van "${id}"`, gate?.options.map((option) => option.id) ?? []],
    ]),
  ];
  const written = slugs.flatMap(([what, ids]) =>
    ids
      .filter((id) => !/^[a-z0-9-]{1,64}$/.test(id))
      .map((id) => `${what} "${id}": gebruik a-z, 0-9 en -, hoogstens 64`),
  );
  const bodies = workflow.parties.flatMap((party) => party.bodies.map((body) => body.id));
  const repeated = [...slugs, ['orgaan', bodies] as [string, string[]]].flatMap(([what, ids]) =>
    ids.filter((id, i) => ids.indexOf(id) < i).map((id) => `${what} "${id}" staat er twee keer: kies een andere naam`),
  );
  const reserved = workflow.phases.some((phase) => phase.id === dossierRegion)
    ? [`een fase mag niet "${dossierRegion}" heten: kies een andere naam`]
    : [];
  const version =
    Number.isInteger(workflow.version) && workflow.version > 0 ? [] : ['versie: kies een geheel getal vanaf 1'];
  return [...written, ...repeated, ...reserved, ...version];
}

function bodyFaults(workflow: Workflow): string[] {
  const bodies = new Map(workflow.parties.flatMap((party) => party.bodies.map((body) => [body.id, body])));
  const unknown = (place: string, ids: BodyId[]) =>
    ids
      .filter((id) => !bodies.has(id))
      .map((id) => `${place}: orgaan "${id}" bestaat niet; noem een orgaan van een partij`);
  const gates = workflow.phases.flatMap((phase) =>
    phase.gate ? [{ place: `fase "${phase.id}"`, gate: phase.gate }] : [],
  );
  const regions = new Set(gates.map(({ gate }) => bodies.get(gate.ruledBy)?.party).filter(Boolean));
  return [
    ...Object.entries(workflow.groups).flatMap(([id, group]) => unknown(`groep "${id}"`, group.bodies)),
    ...gates.flatMap(({ place, gate }) => unknown(place, [gate.ruledBy])),
    ...gates
      .filter(({ gate }) => bodies.has(gate.ruledBy) && bodies.get(gate.ruledBy)?.kind !== 'consultation')
      .map(({ place, gate }) => `${place}: "${gate.ruledBy}" heeft geen voorzitter; laat een overleg concluderen`),
    ...(regions.size === 1
      ? []
      : [`${regions.size} regio's concluderen: laat organen van precies één partij concluderen`]),
  ];
}

function prerequisiteFaults(workflow: Workflow): string[] {
  if (workflow.phases.length === 0) return ['er zijn geen fasen: noem er ten minste één'];
  const byId = new Map(workflow.phases.map((phase) => [phase.id, phase]));
  const before = (phase: Phase) => [...phase.startsAfter, ...phase.gateAfter];
  const unknown = workflow.phases.flatMap((phase) =>
    before(phase)
      .filter((id) => !byId.has(id))
      .map((id) => `fase "${phase.id}" wacht op "${id}", die niet bestaat: kies uit ${[...byId.keys()].join(', ')}`),
  );
  if (unknown.length > 0) return unknown;
  const idle = workflow.phases
    .filter((phase) => !phase.gate && phase.gateAfter.length > 0)
    .map((phase) => `fase "${phase.id}" heeft geen go/no-go-moment: laat gateAfter weg`);
  const settled = new Set<Slug>();
  const visit = (phase: Phase, path: Slug[]): string[] => {
    if (settled.has(phase.id)) return [];
    if (path.includes(phase.id))
      return [`de fasen ${[...path, phase.id].join(' → ')} wachten op elkaar: verbreek de kring`];
    const found = before(phase).flatMap((id) => visit(byId.get(id)!, [...path, phase.id])); // unknown ids were refused above
    settled.add(phase.id);
    return found;
  };
  return [...idle, ...workflow.phases.flatMap((phase) => visit(phase, []))];
}

function dateFaults(workflow: Workflow): string[] {
  const named: [string, string | null][] = [
    ['notBefore', workflow.notBefore],
    ['goal', workflow.goal],
  ];
  const unreal = named
    .filter(([, day]) => day !== null && !isDay(day))
    .map(([name, day]) => `${name}: "${day}" is geen datum; schrijf jjjj-mm-dd`);
  const reversed = workflow.phases
    .filter(({ planned }) => planned.from && planned.until && planned.from > planned.until)
    .map(({ id, planned }) => `fase "${id}" eindigt (${planned.until}) voor zij begint (${planned.from}): draai ze om`);
  const early = workflow.phases
    .filter(({ planned }) => workflow.notBefore && planned.until && planned.until < workflow.notBefore)
    .map(
      ({ id }) => `fase "${id}" is gepland voor ${workflow.notBefore}, de datum van de bron: kies een later venster`,
    );
  return [...unreal, ...reversed, ...early];
}

function meetingFaults({ phases }: Workflow): string[] {
  return phases.flatMap(({ id, recurs }) =>
    recurs ? recurrenceFaults(recurs).map((fault) => `fase "${id}": ${fault}`) : [],
  );
}

/** Answers that count for. */
const agreeing: DecisionKind[] = ['agree', 'agree-in-principle', 'no-view', 'view', 'consent', 'adopt', 'signed'];

function gateFaults(workflow: Workflow): string[] {
  return workflow.phases.flatMap(({ id, gate }) =>
    gate ? [...askingFaults(gate), ...answerFaults(gate)].map((fault) => `fase "${id}": ${fault}`) : [],
  );
}

/** Who is asked what, and until when. */
function askingFaults({ electorate, ruledBy, questions, weeksFromReceipt: weeks, mandates = [] }: Gate): string[] {
  const isTerm = weeks === undefined || (Number.isInteger(weeks) && weeks >= 1 && weeks <= 52);
  const strangers = mandates.filter(({ body }) => !electorate.includes(body));
  return [
    ...(electorate.length === 0 ? ['niemand besluit: noem een groep met organen'] : []),
    ...(electorate.includes(ruledBy) ? ['het overleg dat concludeert, besluit zelf mee: haal het uit de groep'] : []),
    ...(questions.length === 0 ? ['er is geen vraag: stel er ten minste één'] : []),
    ...(isTerm ? [] : [`een termijn van ${weeks} weken: kies een geheel getal van 1 tot en met 52`]),
    ...strangers.map(({ body }) => `het mandaat van "${body}" is van een orgaan dat hier niet besluit: haal het weg`),
  ];
}

/** What may be answered. */
function answerFaults({ kinds, enacts, poll, options }: Gate): string[] {
  const unknown = kinds.filter((kind) => !decisionKinds.includes(kind));
  return [
    ...(unknown.length > 0 ? [`${unknown.join(', ')} bestaat niet: kies uit ${decisionKinds.join(', ')}`] : []),
    ...(kinds.some((kind) => agreeing.includes(kind))
      ? []
      : [`niemand kan akkoord gaan: neem in kinds ten minste één op van ${agreeing.join(', ')}`]),
    ...(enacts
      ? kinds
          .filter((kind) => kind === 'agree-in-principle' || kind === 'agree-subject-to')
          .map(
            (kind) =>
              `hier wordt de regeling getroffen, en dat kan niet ${kind === 'agree-subject-to' ? 'onder voorbehoud' : 'in beginsel'}: haal ${kind} uit kinds`,
          )
      : []),
    ...(poll && options.length < 2 ? ['een keuze uit minder dan twee mogelijkheden: noem er twee'] : []),
  ];
}

function ruleFaults(workflow: Workflow, rules: RuleCatalogue): string[] {
  return workflow.phases.flatMap(({ id, gate }) => {
    if (!gate) return [];
    const options = gate.poll ? gate.options.map((option) => option.id) : [];
    const faults = reachFaults(workflow, gate.electorate, rules, gate.rule, options);
    return faults.map((fault) => `fase "${id}": ${fault}`);
  });
}
