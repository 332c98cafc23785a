// What happens at a gate while it is open, and to a decision after it was recorded: short forms, back where one was.
import { decisionAt } from '../../domain/commands/targets.js';
import type { Decision } from '../../domain/dossier/state.js';
import { releaseScopes } from '../../domain/vocabulary.js';
import { wordsOfFact } from '../../wording/fact-names.js';
import { sees } from '../../domain/views/closed.js';
import { erased } from '../../domain/facts/shown.js';
import { answerForm as answers, form as common, gateForm as words, labels, receipt } from '../../wording/forms.js';
import type { Field } from '../../http/page/fields.js';
import { choicesOf, rowsOf } from './fields-of.js';
import type { FormSection } from './form.js';
import { asked } from './agenda-forms.js';
import type { FormContext } from './form-kind.js';
import { about, decision, gate } from './short-forms.js';
import { titleOf } from '../../domain/workflow/plan.js';

export const withdrawGate = about(
  gate,
  'withdraw-gate',
  [{ hint: words.takeBackHint, fields: rowsOf('withdraw-gate', ['on', 'reason']) }],
  { confirmed: { title: common.confirmTitle, submit: labels['withdraw-gate'] } },
);

export const reviseProposal = about(
  gate,
  'revise-proposal',
  (context) => [
    {
      hint: words.proposalHint,
      fields: rowsOf('revise-proposal', ['on', 'title', 'url']),
    },
    {
      folded: words.textualMandate,
      hint: words.textualMandateHint,
      fields: checks('textualMandate', asked(context), context),
    },
  ],
  { without: ['sha256'] },
);

const checks = (name: string, bodies: readonly string[], { reading: { dossier } }: FormContext): Field[] =>
  bodies.map((value, i) => ({ name: `${name}/${i}`, label: titleOf(dossier.plan, value), kind: 'check', value }));

export const changeElectorate = about(gate, 'change-electorate', (context) => {
  const { plan } = context.reading.dossier;
  const now = asked(context);
  const kinds = new Set(plan.gates.get(context.place.gate)?.electorate.map((body) => plan.bodies.get(body)?.kind));
  const others = [...plan.bodies.values()].filter(({ id, kind }) => kinds.has(kind) && !now.includes(id));
  return [
    { hint: words.electorateHint, fields: rowsOf('change-electorate', ['on', 'reason']) },
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
});

/** A form that answers one of several, the first without an answer before the others. */
const answering = (
  name: 'point' | 'remark',
  said: (decision: Decision) => readonly { text: string | null; answer: string | null }[],
) => {
  return ({ reading, place }: FormContext): FormSection[] => {
    const all = said(decisionAt(reading.dossier, place, (one) => sees(reading, one)).decision);
    const choices = all.map(({ text, answer }, i) => ({
      value: String(i),
      label: answers.nth[name](i + 1),
      hint: [text ?? erased, ...(answer === null ? [] : [receipt.answered(answer)])].join(' / '),
    }));
    const next = all.findIndex(({ answer }) => answer === null);
    return [
      {
        fields: rowsOf(`answer-${name}`, [name, 'answer', 'on'], {
          [name]: { kind: 'radio', choices, value: String(Math.max(0, next)) },
        }),
      },
    ];
  };
};

type Texts = readonly (string | null)[];

const answered = (said: Texts, answers: Texts) => said.map((text, i) => ({ text, answer: answers[i] ?? null }));

export const answerPoint = about(
  decision,
  'answer-point',
  answering('point', ({ points, pointAnswers }) => answered(points, pointAnswers)),
);

export const answerRemark = about(
  decision,
  'answer-remark',
  answering('remark', ({ remarks, remarkAnswers }) => answered(remarks, remarkAnswers)),
);

/** Only ever wider, so never to the own body alone. */
const wider = choicesOf(
  releaseScopes.filter((scope) => scope !== 'own'),
  wordsOfFact('scope')?.among ?? {},
);

export const releaseDecision = about(
  decision,
  'release-decision',
  [{ fields: rowsOf('release-decision', ['on', 'scope', 'from'], { scope: { choices: wider } }) }],
  { without: ['ground'] },
);

export const adoptList = about(decision, 'adopt-list', [
  { fields: rowsOf('adopt-list', ['on', 'publishedOn', 'publicationUrl']) },
]);

export const withdrawDecision = about(
  decision,
  'withdraw-decision',
  ({ place }) => [
    {
      hint: words.withdrawHint,
      fields: [
        { name: 'decision', label: labels['withdraw-decision'], kind: 'hidden', value: place.decision },
        ...rowsOf('withdraw-decision', ['on', 'reason']),
      ],
    },
  ],
  {
    place: ({ gate: id }) => ({ gate: id }),
    said: ({ place }) => ({ decision: place.decision }),
    confirmed: { title: common.confirmTitle, submit: labels['withdraw-decision'] },
  },
);
