// What is noted of one body at an open gate: that it received the proposal, and its item on an agenda.
import type { Wording } from '../../wording/wording.js';
import { choicesOf, rowsOf } from './fields-of.js';
import { isOf, refusalOf } from '../../domain/commands/commands.js';
import { plannedOn } from '../../domain/dossier/agenda.js';
import { currentRound, type AgendaItem } from '../../domain/dossier/state.js';
import { agendaStages, type AgendaStage, type BodyId } from '../../domain/vocabulary.js';
import { meetingsAhead } from '../../domain/views/meeting-days.js';
import type { Choice, Field } from '../../http/page/fields.js';
import { defineForm, type FormContext } from './form-kind.js';
import { withDays } from './offered-days.js';
import { about, gate } from './short-forms.js';
import { titleOf } from '../../domain/workflow/plan.js';

/** Those who decide at the gate as it is put. */
export const asked = ({ reading: { dossier }, place }: FormContext): string[] => [
  ...(currentRound(dossier, place.gate)?.electorate ?? []),
];

type AtBody = 'record-receipt' | 'schedule-item' | 'leave-gate';

/** Those for whom this person may do this. */
const allowed = (context: FormContext, command: AtBody, bodies = asked(context)): string[] => {
  const { occasion, place } = context;
  return bodies.filter((body) => refusalOf(occasion, command, { gate: place.gate }, { body }) === null);
};

/** For whom it is: a choice where there are several. */
function bodyField(
  { reading: { dossier }, occasion, wording: { gateForm: words } }: FormContext,
  bodies: readonly string[],
): Field {
  const own = bodies.find((body) => isOf(occasion, body));
  const choices = bodies.map((value) => ({ value, label: titleOf(dossier.plan, value) }));
  const field: Field = { name: 'body', label: words.forWhom, kind: 'select', required: true, choices };
  const only = bodies.length === 1 ? bodies[0] : undefined;
  return only === undefined ? { ...field, value: own } : { ...field, kind: 'hidden', value: only };
}

/** Whose it is, where there is nothing to choose. */
const forWhom = ({ reading: { dossier } }: FormContext, bodies: readonly string[]): { hint?: string } =>
  bodies.length === 1 ? { hint: titleOf(dossier.plan, bodies[0] ?? '') } : {};

/** For whom it is meant before anything was filled in: the first for whom it may be, else anyone, to learn why not. */
const forSome =
  (command: AtBody) =>
  (context: FormContext): { body?: string } => {
    const body = allowed(context, command)[0] ?? asked(context)[0];
    return body === undefined ? {} : { body };
  };

export const recordReceipt = about(
  gate,
  'record-receipt',
  (context) => {
    const bodies = allowed(context, 'record-receipt');
    return [
      {
        ...forWhom(context, bodies),
        fields: [
          bodyField(context, bodies),
          ...rowsOf('record-receipt', ['on'], context.wording, { on: { days: [context.today] } }),
        ],
      },
    ];
  },
  { said: forSome('record-receipt') },
);

/** Said once more before it is recorded: the body decides no more here. */
export const leaveGate = about(
  gate,
  'leave-gate',
  (context) => {
    const bodies = allowed(context, 'leave-gate');
    return [
      {
        hint: context.wording.gateForm.leaveHint,
        fields: [bodyField(context, bodies), ...rowsOf('leave-gate', ['on', 'reason', 'reference'], context.wording)],
      },
    ];
  },
  { said: forSome('leave-gate'), confirmed: ({ form }) => form.confirmTitle },
);

/** For one body, or for all where none is chosen. */
export const extendTerm = about(gate, 'extend-term', (context) => {
  const { gateForm: words } = context.wording;
  const { plan } = context.reading.dossier;
  const all: Choice[] = [{ value: '', label: words.forAll }];
  const bodies = asked(context).map((value): Choice => ({ value, label: titleOf(plan, value) }));
  return [
    {
      fields: rowsOf('extend-term', ['body', 'on', 'until', 'reason', 'grantedBy'], context.wording, {
        body: { kind: 'select', choices: [...all, ...bodies] },
      }),
    },
  ];
});

/** The stages that a body of one kind goes through. */
const stagesOf: Partial<Record<string, readonly AgendaStage[]>> = {
  college: ['draft', 'portfolio-holder', 'initialling', 'college'],
  council: ['draft', 'committee', 'council'],
};

/** How far it can be with one of these. */
export function stagesFor({ reading: { dossier }, wording }: FormContext, bodies: readonly BodyId[]): Choice[] {
  const kinds = new Set(bodies.map((body) => dossier.plan.bodies.get(body)?.kind));
  const stages = agendaStages.filter((stage) =>
    [...kinds].some((kind) => (stagesOf[kind ?? ''] ?? agendaStages).includes(stage)),
  );
  return choicesOf(stages, wording.wordsOfFact('stage')?.among ?? {});
}

export const scheduleItem = about(
  gate,
  'schedule-item',
  (context) => {
    const bodies = allowed(context, 'schedule-item');
    return [
      {
        ...forWhom(context, bodies),
        fields: [
          bodyField(context, bodies),
          ...rowsOf('schedule-item', ['meetingOn', 'stage'], context.wording, {
            meetingOn: { meets: true, ...withDays(aheadOf(context, bodies), context.wording) },
            stage: { choices: stagesFor(context, bodies) },
          }),
        ],
      },
    ];
  },
  {
    said: forSome('schedule-item'),
    without: ['withdrawn'],
    together: (context) =>
      allowed(context, 'schedule-item').length > 1
        ? { href: context.at.now.form(context.place.gate, 'agendas'), label: context.wording.gridWords.agendas.title }
        : null,
  },
);

/** The next meetings of whose item it is, where that is known before anything was filled in. */
function aheadOf({ reading: { dossier }, calendars, today, occasion }: FormContext, bodies: readonly string[]) {
  const body = bodies.length === 1 ? bodies[0] : bodies.find((one) => isOf(occasion, one));
  return body === undefined ? null : meetingsAhead(dossier.plan, calendars, body, today);
}

/** What stands on the agendas of those who decide. */
const plannedNow = ({ reading: { dossier, day }, place }: FormContext): ReadonlyMap<BodyId, AgendaItem> => {
  const round = currentRound(dossier, place.gate);
  return new Map(round ? plannedOn(round, day) : []);
};

/** Those whose item this person may take off the agenda. */
export const scheduled = (context: FormContext): string[] => {
  const planned = plannedNow(context);
  return allowed(
    context,
    'schedule-item',
    asked(context).filter((body) => planned.has(body)),
  );
};

/** Which meeting it was follows from whose it is. */
export const unscheduleItem = defineForm<'schedule-item'>({
  command: 'schedule-item',
  place: ({ gate: id }) => ({ gate: id }),
  said: forSome('schedule-item'),
  rests: ({ reading: { dossier }, place }) => currentRound(dossier, place.gate)?.agendas,
  instead: (context) => (scheduled(context).length > 0 ? null : context.at.now.gate(context.place.gate)),
  form: (context, values) => {
    const { labels, gateForm: words } = context.wording;
    const { reading, place, at } = context;
    const bodies = scheduled(context);
    const planned = plannedNow(context);
    const field = bodyField(context, bodies);
    const chosen = bodies.find((body) => body === values.body) ?? bodies[0] ?? '';
    const item = planned.get(chosen);
    return {
      title: labels['unschedule-item'],
      submit: labels['unschedule-item'],
      cancel: at.now.gate(place.gate),
      kicker: bodies.length === 1 ? titleOf(reading.dossier.plan, chosen) : gate.title(context),
      sections: [
        {
          ...(bodies.length === 1 ? { hint: words.offAgenda(item?.meetingOn ?? '') } : {}),
          fields: [
            { ...field, choices: field.choices?.map((choice) => withDay(choice, planned, context.wording)) ?? [] },
          ],
        },
      ],
      adds: { meetingOn: item?.meetingOn, stage: item?.stage, withdrawn: true },
    };
  },
  after: ({ at, place }) => at.now.gate(place.gate),
});

const withDay = (choice: Choice, planned: ReadonlyMap<BodyId, AgendaItem>, { longDay }: Wording): Choice => ({
  ...choice,
  label: `${choice.label}, ${longDay(planned.get(choice.value)?.meetingOn ?? '')}`,
});
