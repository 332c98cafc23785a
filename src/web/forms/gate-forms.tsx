// What happens at a gate while it is open, and to a decision after it was recorded: short forms, back where one was.
import type { CommandName, PlaceOf } from '../../domain/commands/commands.js';
import { decisionAt } from '../../domain/commands/places.js';
import { currentRound } from '../../domain/dossier/state.js';
import { agendaStages, releaseScopes } from '../../domain/vocabulary.js';
import { gateView } from '../../domain/views/gate-view.js';
import { OnReasonRequest } from '../../requests/dossier-requests.js';
import {
  AdoptListRequest,
  ChangeElectorateRequest,
  RecordReceiptRequest,
  ReleaseDecisionRequest,
  ReviseProposalRequest,
  ScheduleItemRequest,
  WithdrawDecisionRequest,
} from '../../requests/gate-requests.js';
import { decisionForm } from '../../wording/decision-form.js';
import { form as common, gateForm as words, labels } from '../../wording/forms.js';
import type { Field } from '../components/fields.js';
import { titleOf } from '../pages/body-lines.js';
import type { FormSection } from './form.js';
import { defineForm, type FormContext, type FormKind } from './form-kind.js';

const on = (label: string): Field => ({ name: 'on', label, kind: 'day', required: true });
const reason: Field = { name: 'reason', label: common.reason, kind: 'lines', required: true, max: 4000 };

/** A form at a gate, back to the gate. */
const atGate = <
  N extends 'withdraw-gate' | 'revise-proposal' | 'record-receipt' | 'schedule-item' | 'change-electorate',
>(
  command: N,
  shape: FormKind<N>['shape'],
  sections: (context: FormContext) => FormSection[],
  more: Partial<Pick<FormKind<N>, 'said'>> = {},
): FormKind =>
  defineForm<N>({
    ...{ command, shape, ...more },
    place: ({ gate }) => ({ gate }) as PlaceOf<N>, // each of them is at a gate
    form: (context) => ({
      ...named(command),
      kicker: gateView(context.reading, context.place.gate).title,
      cancel: context.at.now.gate(context.place.gate),
      sections: sections(context),
    }),
    after: ({ at, place }) => at.now.gate(place.gate),
  });

const named = (command: CommandName) => ({ title: labels[command], submit: labels[command] });

const asked = ({ reading: { dossier }, place }: FormContext): string[] => [
  ...(currentRound(dossier, place.gate)?.electorate ?? []),
];

function bodyField(context: FormContext): Field {
  const { reading, person } = context;
  const bodies = asked(context);
  const own = bodies.find((body) => person.assignments.some((a) => a.body === body));
  const choices = bodies.map((value) => ({ value, label: titleOf(reading.dossier.plan, value) }));
  return { name: 'body', label: decisionForm.body, kind: 'select', required: true, choices, value: own };
}

/** For whom it is meant before anything was filled in: the own body, when one is asked. */
const forOwn = (context: FormContext): { body?: string } => {
  const { value, choices = [] } = bodyField(context);
  const body = value ?? choices[0]?.value;
  return body === undefined ? {} : { body };
};

export const withdrawGate = atGate('withdraw-gate', OnReasonRequest, () => [{ fields: [on(common.on), reason] }]);

export const reviseProposal = atGate('revise-proposal', ReviseProposalRequest, (context) => [
  {
    hint: words.proposalHint,
    fields: [
      on(common.on),
      { name: 'title', label: words.proposalTitle, kind: 'text', max: 200, required: true },
      { name: 'url', label: words.proposalUrl, kind: 'url', max: 2000 },
    ],
  },
  {
    folded: words.textualMandate,
    hint: words.textualMandateHint,
    fields: checks('textualMandate', asked(context), context),
  },
]);

const checks = (name: string, bodies: readonly string[], { reading: { dossier } }: FormContext): Field[] =>
  bodies.map((value, i) => ({ name: `${name}/${i}`, label: titleOf(dossier.plan, value), kind: 'check', value }));

export const recordReceipt = atGate(
  'record-receipt',
  RecordReceiptRequest,
  (context) => [{ fields: [bodyField(context), on(words.receivedOn)] }],
  { said: forOwn },
);

export const scheduleItem = atGate(
  'schedule-item',
  ScheduleItemRequest,
  (context) => [
    {
      fields: [
        bodyField(context),
        { name: 'meetingOn', label: words.meetingOn, kind: 'day', required: true },
        {
          ...{ name: 'stage', label: words.stage, kind: 'select', required: true },
          choices: agendaStages.map((value) => ({ value, label: words.stages[value] })),
        },
        { name: 'withdrawn', label: words.offAgenda, kind: 'check' },
      ],
    },
  ],
  { said: forOwn },
);

export const changeElectorate = atGate('change-electorate', ChangeElectorateRequest, (context) => {
  const { plan } = context.reading.dossier;
  const now = asked(context);
  const kinds = new Set(plan.gates.get(context.place.gate)?.electorate.map((body) => plan.bodies.get(body)?.kind));
  const others = [...plan.bodies.values()].filter(({ id, kind }) => kinds.has(kind) && !now.includes(id));
  return [
    { hint: words.electorateHint, fields: [on(common.on), reason] },
    { folded: words.leaves, fields: checks('leaves', now, context) },
    ...(others.length === 0
      ? []
      : [
          {
            folded: words.joins,
            fields: checks(
              'joins',
              others.map(({ id }) => id),
              context,
            ),
          },
        ]),
  ];
});

/** A form about one decision, back to that decision. */
const atDecision = <N extends 'release-decision' | 'adopt-list'>(
  command: N,
  shape: FormKind<N>['shape'],
  fields: Field[],
): FormKind =>
  defineForm<N>({
    ...{ command, shape },
    place: ({ gate, decision }) => ({ gate, decision }) as PlaceOf<N>, // each of them is at a decision
    form: ({ reading, place, at }) => ({
      ...named(command),
      kicker: titleOf(reading.dossier.plan, decisionAt(reading.dossier, place).decision.body),
      cancel: at.now.decision(place.gate, place.decision),
      sections: [{ fields }],
    }),
    after: ({ at, place }) => at.now.decision(place.gate, place.decision),
  });

export const releaseDecision = atDecision('release-decision', ReleaseDecisionRequest, [
  on(common.on),
  {
    ...{ name: 'scope', label: decisionForm.scope, kind: 'select', required: true },
    choices: releaseScopes
      .filter((scope) => scope !== 'own')
      .map((value) => ({ value, label: decisionForm.scopes[value] })),
  },
  { name: 'from', label: decisionForm.releaseFrom, kind: 'day' },
]);

export const adoptList = atDecision('adopt-list', AdoptListRequest, [
  on(decisionForm.listAdoptedOn),
  { name: 'publishedOn', label: decisionForm.publishedOn, kind: 'day' },
  { name: 'publicationUrl', label: decisionForm.publicationUrl, kind: 'url', max: 2000 },
]);

export const withdrawDecision = defineForm<'withdraw-decision'>({
  command: 'withdraw-decision',
  shape: WithdrawDecisionRequest,
  place: ({ gate }) => ({ gate }),
  said: ({ place }) => ({ decision: place.decision }),
  confirmed: { title: common.confirmTitle, submit: labels['withdraw-decision'] },
  form: ({ reading, place, at }) => ({
    ...named('withdraw-decision'),
    kicker: titleOf(reading.dossier.plan, decisionAt(reading.dossier, place).decision.body),
    cancel: at.now.decision(place.gate, place.decision),
    sections: [
      {
        hint: words.withdrawHint,
        fields: [
          { name: 'decision', label: labels['withdraw-decision'], kind: 'hidden', value: place.decision },
          on(common.on),
          reason,
        ],
      },
    ],
  }),
  after: ({ at, place }) => at.now.decision(place.gate, place.decision),
});
