// What happens at a gate while it is open, and to a decision after it was recorded: short forms, back where one was.
import { decisionAt } from '../../domain/commands/targets.js';
import { currentRound, type Decision } from '../../domain/dossier/state.js';
import { endedOn } from '../../domain/dossier/successors.js';
import { liftOf, type Secret } from '../../domain/stand/secrecy.js';
import { canSee } from '../../domain/views/visibility.js';
import { erased } from '../../domain/facts/shown.js';
import type { Choice, Field } from '../../http/page/fields.js';
import { choicesOf, rowsOf } from './fields-of.js';
import type { FormSection } from './form.js';
import { asked } from './agenda-forms.js';
import type { FormContext } from './form-kind.js';
import { about, decision, gate, meetingFields } from './short-forms.js';
import { titleOf } from '../../domain/workflow/plan.js';
import type { Wording } from '../../wording/wording.js';

export const withdrawGate = about(
  gate,
  'withdraw-gate',
  (context) => [
    { hint: context.wording.gateForm.takeBackHint, fields: rowsOf('withdraw-gate', ['on', 'reason'], context.wording) },
  ],
  { confirmed: ({ form }) => form.confirmTitle },
);

export const reviseProposal = about(
  gate,
  'revise-proposal',
  (context) => [
    {
      hint: context.wording.gateForm.proposalHint,
      fields: rowsOf('revise-proposal', ['on', 'title', 'url', 'file'], context.wording),
    },
    {
      folded: context.wording.gateForm.textualMandate,
      hint: context.wording.gateForm.textualMandateHint,
      fields: checks('textualMandate', asked(context), context),
    },
  ],
  { without: ['sha256'], rests: asPut },
);

/** Who decide, on which texts. */
function asPut({ reading: { dossier }, place }: FormContext): unknown {
  const round = currentRound(dossier, place.gate);
  return [round?.number, round?.electorate, round?.proposals.map(({ version }) => version)];
}

const checks = (name: string, bodies: readonly string[], { reading: { dossier } }: FormContext): Field[] =>
  bodies.map((value, i) => ({ name: `${name}/${i}`, label: titleOf(dossier.plan, value), kind: 'check', value }));

function electorateSections(context: FormContext): FormSection[] {
  const { gateForm: words } = context.wording;
  const { plan } = context.reading.dossier;
  const now = asked(context);
  const kinds = new Set(plan.gates.get(context.place.gate)?.electorate.map((body) => plan.bodies.get(body)?.kind));
  const isThere = (body: string) => endedOn(context.reading.dossier, body) === null;
  const others = [...plan.bodies.values()].filter(
    ({ id, kind }) => kinds.has(kind) && !now.includes(id) && isThere(id),
  );
  const newcomer: Field = {
    name: `joins/${others.length}`,
    label: words.newcomer,
    hint: words.newcomerHint,
    kind: 'text',
  };
  const comeIn = [
    ...checks(
      'joins',
      others.map(({ id }) => id),
      context,
    ),
    ...(plan.named ? [newcomer] : []),
  ];
  return [
    {
      hint: words.electorateHint,
      fields: [
        ...rowsOf('change-electorate', ['on', 'reason', 'ground'], context.wording, { ground: { required: true } }),
        ...meetingFields('change-electorate', true, context.wording),
        ...rowsOf('change-electorate', ['notifiedOn'], context.wording, { notifiedOn: { required: true } }),
      ],
    },
    { folded: words.leaves, fields: checks('leaves', now, context) },
    ...(comeIn.length === 0 ? [] : [{ folded: words.joins, fields: comeIn }]),
    {
      folded: words.merges,
      hint: words.intoHint,
      fields: [
        ...checks('merges/0/from', now, context),
        {
          name: 'merges/0/into',
          label: words.into,
          kind: 'select',
          choices: [...now, ...others.map(({ id }) => id)].map((value) => ({ value, label: titleOf(plan, value) })),
        },
      ],
    },
  ];
}

export const changeElectorate = about(gate, 'change-electorate', electorateSections, {
  confirmed: ({ form }) => form.confirmTitle,
});

/** A form that answers one of several, the first without an answer before the others. */
const answering = (
  name: 'point' | 'remark',
  said: (decision: Decision) => readonly { text: string | null; answer: string | null }[],
) => {
  return ({ reading, place, wording }: FormContext): FormSection[] => {
    const all = said(decisionAt(reading.dossier, place, (one) => canSee(reading, one)).decision);
    const choices = all.map(({ text, answer }, i) => ({
      value: String(i),
      label: wording.answerForm.nth[name](i + 1),
      hint: [text ?? erased, ...(answer === null ? [] : [wording.receipt.answered(answer)])].join(' / '),
    }));
    const next = all.findIndex(({ answer }) => answer === null);
    return [
      {
        fields: rowsOf(`answer-${name}`, [name, 'answer', 'on'], wording, {
          [name]: { kind: 'radio', choices, value: String(Math.max(0, next)) },
        }),
      },
    ];
  };
};

/** What was answered to a decision already. */
function answersTo({ reading, place }: FormContext): unknown {
  const { pointAnswers, remarkAnswers } = decisionAt(reading.dossier, place, (one) => canSee(reading, one)).decision;
  return [pointAnswers, remarkAnswers];
}

type Texts = readonly (string | null)[];

const answered = (said: Texts, answers: Texts) => said.map((text, i) => ({ text, answer: answers[i] ?? null }));

export const answerPoint = about(
  decision,
  'answer-point',
  answering('point', ({ points, pointAnswers }) => answered(points, pointAnswers)),
  { rests: answersTo },
);

export const answerRemark = about(
  decision,
  'answer-remark',
  answering('remark', ({ remarks, remarkAnswers }) => answered(remarks, remarkAnswers)),
  { rests: answersTo },
);

/** Of what secrecy rests on still: what it was lifted from is corrected in the log. */
export const liftSecrecy = about(decision, 'lift-secrecy', ({ reading, place, wording }) => {
  const { decision: found } = decisionAt(reading.dossier, place, (one) => canSee(reading, one));
  const kind = reading.dossier.plan.bodies.get(found.body)?.kind;
  const choices = found.secrecy.flatMap((secret, i) =>
    liftOf(found, secret, kind) ? [] : [{ value: String(i), label: secretTitle(secret, found.secrecy, wording) }],
  );
  return [
    {
      fields: rowsOf('lift-secrecy', ['secret', 'liftedBy', 'on', 'reference'], wording, {
        secret: { kind: 'radio', choices, value: choices[0]?.value },
      }),
    },
  ];
});

/** Where secrecy rests twice on the same, for what interest and by whom tells them apart. */
function secretTitle({ object, interest, imposedBy }: Secret, all: readonly Secret[], wording: Wording): string {
  const words = (name: string, value: unknown) =>
    wording.factValue(value, wording.wordsOfFact(name, 'record-decision'));
  const title = object ?? erased;
  if (all.filter((other) => other.object === object).length === 1) return title;
  return [title, words('secrecy/0/interest', interest), words('secrecy/0/imposedBy', imposedBy)]
    .filter(Boolean)
    .join('; ');
}

/** Only ever wider, and nothing is public yet. */
const wider = ({ wording }: FormContext): Choice[] => choicesOf(['region'], wording.decisionForm.scopes);

export const releaseDecision = about(
  decision,
  'release-decision',
  (context) => [
    {
      fields: rowsOf('release-decision', ['on', 'scope', 'from'], context.wording, {
        scope: { choices: wider(context), value: 'region' },
      }),
    },
  ],
  { without: ['ground'] },
);

export const adoptList = about(decision, 'adopt-list', ['on', 'publishedOn', 'publicationUrl']);

export const withdrawDecision = about(
  decision,
  'withdraw-decision',
  (context) => [
    {
      hint: context.wording.gateForm.withdrawHint,
      fields: [
        {
          name: 'decision',
          label: context.wording.labels['withdraw-decision'],
          kind: 'hidden',
          value: context.place.decision,
        },
        ...rowsOf('withdraw-decision', ['on', 'reason'], context.wording),
      ],
    },
  ],
  {
    place: ({ gate: id }) => ({ gate: id }),
    said: ({ place }) => ({ decision: place.decision }),
    confirmed: ({ form }) => form.confirmTitle,
  },
);
