// What can be recorded for many at once: the visits of a phase, the agendas of those who decide, the planning of the phases, and
// what several bodies decided, recorded by the region. Each cell is the field of the form for one.
import { refusalOf, type CommandName } from '../../domain/commands/commands.js';
import { plannedFor } from '../../domain/dossier/agenda.js';
import { currentRound, phaseState, plannedOf } from '../../domain/dossier/state.js';
import { toVisit } from '../../domain/dossier/successors.js';
import { evidenceFacts } from '../../domain/facts/of-evidence.js';
import { decisionFacts } from '../../domain/facts/of-decisions.js';
import type { Refusal, RefusalCode } from '../../domain/refusal.js';
import { askedGate } from '../../domain/views/gate-view.js';
import { meetingDays, meetingsAhead } from '../../domain/views/meeting-days.js';
import { kindOfDecision, type BodyId } from '../../domain/vocabulary.js';
import { titleOf } from '../../domain/workflow/plan.js';
import type { Field } from '../../http/page/fields.js';
import { asked, stagesFor } from './agenda-forms.js';
import { decidedBy, toBeDecided, standIn } from './decision-form.js';
import { kindsIn, openedBy } from './decision-sections.js';
import { fieldsOf, rowsOf } from './fields-of.js';
import { todayIn, type FormContext } from './form-kind.js';
import { defineGrid, type GridKind, type GridRow } from './grid.js';

const title = ({ reading: { dossier } }: FormContext, body: BodyId): string => titleOf(dossier.plan, body);

const notTheirs = new Set<RefusalCode>(['not-your-role', 'not-your-body']);

/** Why this person can do it for none of them. */
const refusedFor = (
  context: FormContext,
  command: 'visit-body' | 'schedule-item' | 'record-decision',
  bodies: readonly BodyId[],
): Refusal | null => {
  const { occasion, place } = context;
  const at = command === 'visit-body' ? { phase: place.phase } : { gate: place.gate };
  const refusals = bodies.map((body) => refusalOf<CommandName>(occasion, command, at, { body }));
  // Of one for whom it may be, but not now, that is told.
  const told = refusals.find((one) => one !== null && !notTheirs.has(one.code)) ?? refusals[0];
  return refusals.includes(null) ? null : (told ?? refusalOf<CommandName>(occasion, command, at));
};

const mayFor = ({ occasion, place: { gate } }: FormContext, command: 'schedule-item', body: BodyId): boolean =>
  refusalOf(occasion, command, { gate }, { body }) === null;

/** A field that a row asks: it goes with others of its row, so that alone it is not called optional. */
const one = (fields: Field[], more: Partial<Field> = {}): Field[] => fields.map((field) => ({ ...field, ...more }));

export const visitAll = defineGrid<'visit-body'>({
  command: 'visit-body',
  place: ({ place: { phase } }) => ({ phase }),
  refusal: (context) => refusedFor(context, 'visit-body', bodiesOf(context)),
  rows: (context) => {
    const { reading, place, wording } = context;
    const { gridWords: words, longDay } = wording;
    const visits = new Map(phaseState(reading.dossier, place.phase).visits.map((visit) => [visit.body, visit]));
    const informs = informsAt(context);
    return bodiesOf(context).map((body): GridRow => {
      const visit = visits.get(body);
      const rows = rowsOf('visit-body', informs ? ['on', 'reference'] : ['on', 'skipped', 'reason'], wording, {
        on: { label: words.day },
        skipped: { kind: 'check', label: words.skipped },
        reason: { kind: 'text', label: words.reason },
        reference: { label: words.reference },
      });
      return {
        id: body,
        title: title(context, body),
        fields: visit ? [] : rows,
        stands: visit ? words.visited(longDay(visit.on), visit.skipped, informs) : null,
        adds: { body },
      };
    });
  },
  once: (context) =>
    informsAt(context)
      ? []
      : one(rowsOf('visit-body', ['visitors'], context.wording), {
          label: context.wording.gridWords.visitors,
          hint: undefined,
        }),
  form: (context) => {
    const { wording, reading, place, at } = context;
    const { gridWords: words } = wording;
    const kicker = reading.dossier.plan.phases.get(place.phase)?.title ?? place.phase;
    const said = informsAt(context) ? words.informed : words.visits;
    return { ...said, kicker, cancel: at.now.dossier, heads: { who: words.who, stands: words.stands } };
  },
  done: (n, { gridWords }) => gridWords.visits.done(n),
});

const informsAt = ({ reading: { dossier }, place }: FormContext): boolean =>
  dossier.plan.phases.get(place.phase)?.informs === true;

function bodiesOf({ reading: { dossier }, place }: FormContext): BodyId[] {
  const phase = dossier.plan.phases.get(place.phase);
  return phase ? [...toVisit(dossier, phase)] : [];
}

export const scheduleAll = defineGrid<'schedule-item'>({
  command: 'schedule-item',
  place: ({ place: { gate } }) => ({ gate }),
  refusal: (context) => refusedFor(context, 'schedule-item', asked(context)),
  rows: (context) => {
    const { reading, place, wording } = context;
    const round = currentRound(reading.dossier, place.gate);
    return asked(context)
      .filter((body) => mayFor(context, 'schedule-item', body))
      .map((body): GridRow => {
        const planned = round && plannedFor(round, body, reading.day);
        const ahead = meetingsAhead(reading.dossier.plan, context.calendars, body, context.today);
        const choices = stagesFor(context, [body]);
        const last = choices.at(-1)?.value;
        const fields = rowsOf('schedule-item', ['meetingOn', 'stage'], wording, {
          meetingOn: { meets: true, value: planned?.meetingOn, days: ahead.days },
          stage: { choices, value: planned?.stage ?? last },
        });
        const stands = decidedWords(context, body) ?? wording.gridWords.meets(ahead.days);
        const emptied = planned
          ? { emptied: { body, meetingOn: planned.meetingOn, stage: planned.stage, withdrawn: true } }
          : {};
        return { id: body, title: title(context, body), fields, stands, adds: { body }, ...emptied };
      });
  },
  once: () => [],
  form: (context) => ({ ...context.wording.gridWords.agendas, hint: agendasHint(context), ...atGate(context) }),
  done: (n, { gridWords }) => gridWords.agendas.done(n),
});

/** What a body decided or put off, as far as this person may know. */
function decidedWords(context: FormContext, body: BodyId): string | null {
  const { reading, place, wording } = context;
  const decision = decidedBy(context, body) ?? standIn(context, body)?.decision;
  if (!decision) return null;
  const { asks } = askedGate(reading, place.gate);
  return wording.gridWords.decided(wording.capital(wording.saidWord({ ...decision, asks })), decision.decidedOn);
}

export const planAll = defineGrid<'plan-phase'>({
  command: 'plan-phase',
  changedOnly: true,
  place: (_, { id }) => ({ phase: id }),
  refusal: ({ occasion, reading: { dossier } }) => {
    const refusals = [...dossier.plan.phases.keys()].map((phase) => refusalOf(occasion, 'plan-phase', { phase }));
    return refusals.includes(null) ? null : (refusals[0] ?? null);
  },
  rows: (context) => {
    const { reading, occasion, wording } = context;
    const { dossier } = reading;
    return [...dossier.plan.phases.values()].map((phase): GridRow => {
      const planned = plannedOf(dossier, phase);
      const fields = rowsOf('plan-phase', ['from', 'until'], wording, {
        from: { label: wording.gridWords.from, value: planned.from ?? undefined },
        until: { label: wording.gridWords.until, value: planned.until ?? undefined },
      });
      const can = refusalOf(occasion, 'plan-phase', { phase: phase.id }) === null;
      return {
        id: phase.id,
        title: phase.title,
        fields: can ? fields : [],
        stands: wording.windowWords(planned),
        adds: {},
      };
    });
  },
  once: ({ wording, today }) => rowsOf('plan-phase', ['on', 'reason'], wording, { on: todayIn(today, wording) }),
  form: ({ wording, reading: { dossier }, at }) => ({
    ...wording.gridWords.plans,
    kicker: dossier.title ?? '',
    cancel: at.now.dossier,
    heads: { who: wording.gridWords.phase, stands: wording.gridWords.plannedNow },
  }),
  done: (n, { gridWords }) => gridWords.plans.done(n),
});

export const decideAll = defineGrid<'record-decision'>({
  command: 'record-decision',
  place: ({ place: { gate } }) => ({ gate }),
  refusal: (context) => refusedFor(context, 'record-decision', asked(context)),
  rows: (context) => {
    const open = new Set(toBeDecided(context));
    return asked(context).map((body): GridRow => ({
      id: body,
      title: title(context, body),
      fields: open.has(body) ? decisionFieldsFor(context, body) : [],
      stands: decidedWords(context, body),
      link: paperFor(context, body),
      adds: { body },
    }));
  },
  once: ({ wording }) => {
    const { gridWords: words } = wording;
    const asking = { wording, values: {}, table: 'record-decision' };
    return [
      ...fieldsOf('evidence/0/title', evidenceFacts.title, asking).map((field) => ({
        ...field,
        label: words.source,
        hint: words.sourceHint,
      })),
      ...fieldsOf('evidence/0/url', evidenceFacts.url, asking).map((field) => ({
        ...field,
        label: words.sourceLink,
        hint: words.sourceLinkHint,
        sometimes: true,
      })),
    ];
  },
  form: (context) => ({ ...context.wording.gridWords.decisions, hint: decisionsHint(context), ...atGate(context) }),
  done: (n, { gridWords }) => gridWords.decisions.done(n),
});

/** A row has no room for a file: what the region recorded of a body is put right with its papers, while that body said nothing. */
function paperFor(context: FormContext, body: BodyId): GridRow['link'] {
  const { occasion, place, at, wording } = context;
  const stand = standIn(context, body);
  if (!stand?.shadow || !stand.decision) return undefined;
  const { id: corrects } = stand.decision;
  if (refusalOf(occasion, 'record-decision', place, { body, corrects }) !== null) return undefined;
  return { label: wording.gridWords.addPaper, href: at.now.decide(place.gate, { corrects }) };
}

/** What the forms for many at one gate say alike. */
const atGate = ({ reading, place, at, wording: { gridWords } }: FormContext) => ({
  kicker: reading.dossier.plan.gates.get(place.gate)?.title ?? place.gate,
  cancel: at.now.gate(place.gate),
  heads: { who: gridWords.who, stands: gridWords.stands },
});

function decisionsHint(context: FormContext): string {
  const { reading, place, calendars, wording } = context;
  const isAssumed = asked(context).some((body) => meetingDays(reading, calendars, place.gate, body).assumed);
  return withAssumed(wording.gridWords.decisions.hint, isAssumed, context);
}

function agendasHint(context: FormContext): string {
  const { reading, calendars, today, wording } = context;
  const { plan } = reading.dossier;
  const isAssumed = asked(context).some((body) => meetingsAhead(plan, calendars, body, today).assumed);
  return withAssumed(wording.gridWords.agendas.hint, isAssumed, context);
}

/** Days that were made up for a demonstration say so, once for all rows. */
const withAssumed = (hint: string, isAssumed: boolean, { wording }: FormContext): string =>
  isAssumed ? `${hint} ${wording.form.assumedDays}` : hint;

/** Answers that need something beside them are recorded one by one. */
function decisionFieldsFor(context: FormContext, body: BodyId): Field[] {
  const { reading, place, wording } = context;
  const { gridWords: words } = wording;
  const gate = askedGate(reading, place.gate);
  const { named, beside } = kindsIn({ wording, dossier: reading.dossier, gate, body, values: {} });
  const plain = [...named, ...beside].filter(
    (kind) => kindOfDecision(kind).needs === undefined && openedBy(gate, kind) === undefined,
  );
  const asking = { wording, values: {}, table: 'record-decision' };
  return [
    {
      name: 'decision',
      label: words.decision,
      kind: 'select',
      choices: plain.map((value) => ({ value, label: wording.choiceLabel(value, gate.verb) })),
    },
    ...one(fieldsOf('decidedOn', decisionFacts.decidedOn, asking), {
      label: words.decidedOn,
      meets: true,
      days: meetingDays(reading, context.calendars, place.gate, body).days,
    }),
    ...one(fieldsOf('reference', decisionFacts.reference, asking), { label: words.reference }),
    ...one(fieldsOf('evidence/0/url', evidenceFacts.url, asking), { label: words.link }),
  ];
}

export const grids: Readonly<Record<string, GridKind>> = {
  'fasen/:phase/bezoeken': visitAll,
  planning: planAll,
  'momenten/:gate/agendas': scheduleAll,
  'momenten/:gate/namens-organen': decideAll,
};

const below = '/trajecten/:dossier/';

export const gridRoutes = Object.keys(grids).map((path) => below + path);

/** The grid at a route; undefined where it is the route of none. */
export const gridAt = (route: string): GridKind | undefined =>
  route.startsWith(below) && Object.hasOwn(grids, route.slice(below.length))
    ? grids[route.slice(below.length)]
    : undefined;
