// Gates of any plan, each put, decided in every way that it knows and concluded, through its forms.
import type { DossierView } from '../../src/domain/views/dossier-view.js';
import type { GateView } from '../../src/wording/gates/views.js';
import { kindOfDecision, type BodyId, type DecisionKind, type Slug } from '../../src/domain/vocabulary.js';
import { isByItself } from '../../src/domain/workflow/asks.js';
import type { Plan } from '../../src/domain/workflow/plan.js';
import type { Gate, Option, Phase } from '../../src/domain/workflow/workflow.js';
import type { Desk, Given } from './desk.js';
import { accepted } from './drenthe.js';
import { agreeing, conclude, favour, pass, prepare, recordingRole, run, type Way } from './pass.js';

export interface Tour extends Way {
  desk: Desk;
  /** Whether who may chooses differently, so that the dossier goes on in parts. */
  parts: boolean;
  /** Whether each answer is given by two bodies of every kind, or by one of them in turn. */
  everyone: boolean;
}

/** The ways in which every phase of a plan is come to: by each option of the choices that phases hang on. */
export function waysOf({ workflow: { phases } }: Plan): { name: string; choose: Way['choose']; parts: boolean }[] {
  const choices = phases.flatMap(({ id, gate }) =>
    phases.some(({ branch }) => branch?.gate === id) && gate ? [gate] : [],
  );
  const most = Math.max(1, ...choices.map(({ options }) => options.length));
  const ways = Array.from({ length: most }, (_, i) => ({
    name: `by option ${i + 1}`,
    choose: (options: readonly Option[]) => options[Math.min(i, options.length - 1)],
    parts: false,
  }));
  const [first] = ways;
  return [
    ...ways,
    ...(first && phases.some(({ gate }) => gate?.splits) ? [{ ...first, name: 'in parts', parts: true }] : []),
  ];
}

/**
 * A plan from its start, as far as there is a gate to be played.
 * @param toPlay the gates that are played through their forms; those that were are taken out
 */
export async function walk(tour: Tour, toPlay: Set<Slug>): Promise<void> {
  for (const phase of tour.plan.workflow.phases) {
    if (toPlay.size === 0 && !(tour.parts && tour.everyone)) return;
    const { phases } = (await tour.lead.get<DossierView>(tour.base)).body;
    if (phases.find(({ id }) => id === phase.id)?.status === 'skipped') continue;
    const { gate } = phase;
    const parting = tour.parts && gate?.splits === true;
    if (!gate || !(toPlay.delete(phase.id) || parting)) await passAll(tour, phase);
    else await play(tour, phase.id, gate, phase);
  }
}

/** By the API, by everyone who is asked there: in a part of a dossier that split, not by all. */
async function passAll(tour: Tour, phase: Phase): Promise<void> {
  const { id, gate } = phase;
  if (!gate || !tour.parts) return pass(tour, phase);
  await run(tour, phase);
  const option = gate.poll ? undefined : tour.choose(gate.options)?.id;
  await accepted(tour.lead.post(`${tour.base}/gates/${id}/submissions`, { on: tour.on, option }));
  await conclude(tour, id, gate, await electorateOf(tour, id));
}

const electorateOf = async ({ lead, base }: Tour, id: Slug): Promise<BodyId[]> =>
  (await lead.get<GateView>(`${base}/gates/${id}`)).body.electorate;

async function play(tour: Tour, id: Slug, gate: Gate, phase: Phase): Promise<void> {
  const { desk, base, plan, on, choose } = tour;
  const at = `/trajecten/${base.split('/').at(-1)}/momenten/${id}`;
  await run(tour, phase);
  const chosen = choose(gate.options)?.id;
  const put: Given = gate.poll || chosen === undefined ? {} : { option: chosen };
  await desk.send({ role: 'process-lead', body: [...plan.rulingBodies][0] ?? '' }, `${at}/voorleggen`, on, put);
  const bodies = await electorateOf(tour, id);
  /** What this body chooses in the end. */
  const choiceOf = (body: BodyId): Slug | undefined =>
    tour.parts && gate.splits ? gate.options[bodies.indexOf(body) % gate.options.length]?.id : chosen;
  const deciding = [...kindsOf(plan, bodies).values()].flatMap((ofKind) => ofKind.slice(0, 2));
  for (const [i, body] of deciding.entries()) {
    const all = answersAt(gate, choiceOf(body));
    // Where nobody concludes, the first answer that decides is the end of it.
    const isOpen = ({ decision }: Given) => decision !== undefined && isUndecided(decision);
    const answers = isByItself(gate) ? [...all.filter(isOpen), ...all.slice(-1)] : all;
    const final = answers.slice(-1);
    const given = tour.everyone ? answers : [...answers.filter((_, j) => j % deciding.length === i), ...final];
    await decide(tour, at, body, [...new Set(given)]);
  }
  for (const body of bodies.filter((one) => !deciding.includes(one)))
    await favour(tour, id, gate, body, choiceOf(body));
  if (isByItself(gate)) return;
  const chair = { role: 'chair', body: gate.ruledBy } as const;
  await desk.send(chair, `${at}/conclusie`, on, { ruling: 'hold' });
  await prepare(tour, id, gate);
  if (tour.parts && gate.splits) await desk.send(chair, `${at}/splitsing`, on, {});
  else await desk.send(chair, `${at}/conclusie`, on, { ruling: 'go' });
}

/** Answer after answer of one body, each in place of the one before. */
async function decide(tour: Tour, at: string, body: BodyId, answers: readonly Given[]): Promise<void> {
  const who = { role: recordingRole(tour, body), body };
  let about = `orgaan=${body}`;
  for (const answer of answers) {
    const reserved = answer.decision === 'agree-subject-to' ? reservationOf(tour, at, body) : {};
    const { pathname } = await tour.desk.send(who, `${at}/besluit?${about}`, tour.on, { ...answer, ...reserved });
    about = `herziet=${pathname.split('/').at(-1)}`;
  }
}

/** A later decision of the same municipality where there is one, else of whoever decides last. */
function reservationOf({ plan }: Tour, at: string, body: BodyId): Given {
  const here = at.split('/').at(-1);
  const others = [...plan.gates].filter(([id]) => id !== here).reverse();
  const isOwn = (one: BodyId) => one !== body && one.split('/')[0] === body.split('/')[0];
  const [gate, own] =
    others.flatMap(([id, { electorate }]) => electorate.filter(isOwn).map((one) => [id, one]))[0] ?? [];
  return { 'subjectTo/gate': gate ?? '', 'subjectTo/body': own ?? '' };
}

const isUndecided = (decision: string): boolean => kindOfDecision(decision as DecisionKind).side === 'undecided'; // of the kinds of its gate

/** Everything that can be answered at a gate, with each option where one is chosen; the yes of the end comes last. */
function answersAt({ kinds, poll, options }: Gate, chosen: Slug | undefined): Given[] {
  const final = agreeing.find((kind) => kinds.includes(kind));
  const isFinal = ({ decision, option = chosen }: Given) => decision === final && option === chosen;
  const all = kinds.flatMap((decision): Given[] =>
    poll && kindOfDecision(decision).side === 'for'
      ? options.map(({ id }) => ({ decision, option: id }))
      : [{ decision }],
  );
  return [...all.filter((answer) => !isFinal(answer)), ...all.filter(isFinal)];
}

function kindsOf(plan: Plan, bodies: readonly BodyId[]): Map<string, BodyId[]> {
  const kinds = new Map<string, BodyId[]>();
  for (const body of bodies) {
    const kind = plan.bodies.get(body)?.kind ?? '';
    kinds.set(kind, [...(kinds.get(kind) ?? []), body]);
  }
  return kinds;
}

/** What makes a gate another kind than others: what is decided, by whom, and what follows. */
export const featuresOf = (plan: Plan, gate: Gate): string[] => [
  ...gate.kinds,
  ...kindsOf(plan, gate.electorate).keys(),
  ...(gate.options.length === 0 ? [] : [gate.poll ? 'chooses' : 'proposes']),
  ...(gate.splits ? ['splits'] : []),
  ...(gate.enacts ? ['enacts'] : []),
  ...(isByItself(gate) ? ['ends by itself'] : []),
  ...(gate.weeksFromReceipt === undefined ? [] : ['has terms']),
  ...(gate.questions.length > 1 ? ['has several questions'] : []),
  gate.afterRuling,
];

/** A few gates that have every feature between them, those first that are come to with the fewest calls. */
export function coreOf(plans: readonly Plan[]): Map<Plan, Set<Slug>> {
  const all = plans.flatMap((plan) => {
    let calls = 0;
    return plan.workflow.phases.flatMap(({ id, visits, gate, branch }) => {
      calls += visits.length + (gate?.electorate.length ?? 0);
      return gate && !branch ? [{ plan, id, calls, features: new Set(featuresOf(plan, gate)) }] : [];
    });
  });
  const seen = new Set<string>();
  let chosen: typeof all = [];
  for (const one of all.sort((a, b) => a.calls - b.calls)) {
    if ([...one.features].every((feature) => seen.has(feature))) continue;
    for (const feature of one.features) seen.add(feature);
    chosen.push(one);
  }
  // What the first were chosen for the later ones may show as well.
  for (const one of chosen) {
    const others = chosen.filter((other) => other !== one);
    const isShown = (feature: string) => others.some(({ features }) => features.has(feature));
    if ([...one.features].every(isShown)) chosen = others;
  }
  const core = new Map<Plan, Set<Slug>>();
  for (const { plan, id } of chosen) core.set(plan, (core.get(plan) ?? new Set()).add(id));
  return core;
}
