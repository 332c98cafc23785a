// What goes with one kind of answer, and what may be said of any decision: the parts of the form below the question.
import { sideOfKind } from '../../domain/dossier/position.js';
import type { Dossier } from '../../domain/dossier/state.js';
import { partyOf } from '../../domain/permissions.js';
import {
  conditionEffects,
  consentGrounds,
  decisionForms,
  releaseScopes,
  tenors,
  type BodyId,
  type DecisionKind,
} from '../../domain/vocabulary.js';
import type { GateView } from '../../wording/views.js';
import { decisionForm as words } from '../../wording/decision-form.js';
import { capital } from '../../wording/words.js';
import type { Choice, Field } from '../components/fields.js';
import { filledIn, type FormSection, type Values } from './form.js';
import { titleOf } from '../../domain/workflow/plan.js';

/** Whose decision it is, where, and what was filled in. */
export interface Filling {
  dossier: Dossier;
  gate: GateView;
  body: BodyId | null;
  values: Values;
}

/** One entry more than was filled in. */
export const slots = (values: Values, list: string): number[] =>
  Array.from({ length: filledIn(values, list) + 1 }, (_, i) => i);

const choicesOf = <T extends string>(among: readonly T[], labels: Record<T, string>): Choice[] =>
  among.map((value) => ({ value, label: labels[value] }));

const lines = (name: string, label: string): Field => ({ name, label, kind: 'lines', max: 4000 });
const short = (name: string, label: string, hint?: string): Field => ({ name, label, kind: 'text', max: 200, hint });

type Companion = (filling: Filling) => Omit<FormSection, 'when'>;

const companions: Partial<Record<DecisionKind, Companion>> = {
  'agree-with-remarks': ({ values }) => ({
    title: words.remarksWhen,
    fields: slots(values, 'remarks').map((i) => ({
      ...lines(`remarks/${i}`, words.remark(i + 1)),
      sometimes: i === 0,
    })),
    more: { list: 'remarks', label: words.more.remarks },
  }),
  'agree-with-conditions': ({ values }) => ({
    title: words.conditionsWhen,
    fields: slots(values, 'conditions').flatMap((i): Field[] => [
      { ...lines(`conditions/${i}/text`, words.condition(i + 1)), sometimes: i === 0 },
      {
        name: `conditions/${i}/effect`,
        label: words.effect(i + 1),
        kind: 'select',
        required: true,
        hint: words.effectHint,
        choices: choicesOf(conditionEffects, words.effects).reverse(),
        value: 'elaboration',
      },
      short(`conditions/${i}/owner`, words.owner(i + 1)),
      { name: `conditions/${i}/dueOn`, label: words.dueOn(i + 1), kind: 'day' },
    ]),
    more: { list: 'conditions', label: words.more.conditions },
  }),
  'agree-subject-to': reservation,
  deferred: () => ({ fields: [{ name: 'nextDate', label: words.nextDate, kind: 'day', hint: words.nextDateHint }] }),
  'consent-withheld': () => ({
    fields: [
      {
        name: 'ground',
        label: words.ground,
        kind: 'select',
        required: true,
        hint: words.groundHint,
        choices: choicesOf(consentGrounds, words.grounds),
      },
    ],
  }),
  view: ({ values }) => ({
    title: words.viewWhen,
    fields: [
      { name: 'tenor', label: words.tenor, kind: 'select', choices: choicesOf(tenors, words.tenors) },
      ...slots(values, 'points').map((i) => lines(`points/${i}`, words.point(i + 1))),
    ],
    more: { list: 'points', label: words.more.points },
  }),
  signed: () => ({
    title: words.signedWhen,
    fields: [
      short('signatory', words.signatory),
      short('capacity', words.capacity, words.capacityHint),
      { name: 'authorisedOn', label: words.authorisedOn, kind: 'day', hint: words.authorisedOnHint },
    ],
  }),
};

/** The gates that lie elsewhere in the plan, and who decides there; the own council comes first. */
function reservation({ dossier: { plan }, gate, body }: Filling): Omit<FormSection, 'when'> {
  const others = [...plan.gates].filter(([id]) => id !== gate.id);
  const bodies = [...new Set(others.flatMap(([, { electorate }]) => electorate))];
  const isOwn = (one: BodyId) => body !== null && one !== body && partyOf(one) === partyOf(body);
  const ordered = [...bodies.filter(isOwn), ...bodies.filter((one) => !isOwn(one))];
  return {
    title: words.reservationWhen,
    fields: [
      {
        name: 'subjectTo/gate',
        label: words.reservedGate,
        kind: 'select',
        required: true,
        choices: others.map(([value, { title }]) => ({ value, label: title })),
      },
      {
        name: 'subjectTo/body',
        label: words.reservedBody,
        kind: 'select',
        required: true,
        choices: ordered.map((value) => ({ value, label: titleOf(plan, value) })),
        value: ordered.find(isOwn),
      },
    ],
  };
}

/** Those that go with a kind that this gate takes. */
export const companionSections = (filling: Filling): FormSection[] =>
  filling.gate.kinds.flatMap((when) => {
    const section = companions[when]?.(filling);
    return section ? [{ ...section, when }] : [];
  });

const yesNo = (name: string, label: string, hint?: string): Field => ({
  name,
  label,
  kind: 'select',
  yesNo: true,
  hint,
  choices: [
    { value: 'ja', label: words.yes },
    { value: 'nee', label: words.no },
  ],
});

/** What may be said of any decision, behind a summary: nobody needs it to record one. */
export function detailSections(filling: Filling): FormSection[] {
  const { dossier, gate, body, values } = filling;
  const kind = body === null ? null : (dossier.plan.bodies.get(body)?.kind ?? null);
  const forms = choicesOf(decisionForms, words.forms).filter(
    ({ value }) =>
      !(kind === 'college' && value === 'council-decision') && !(kind === 'council' && value === 'college-decision'),
  );
  return [
    {
      folded: words.details,
      fields: [
        short('portfolioHolder', words.portfolioHolder),
        { name: 'form', label: words.form, kind: 'select', choices: forms },
        lines('text', words.text),
        yesNo('conform', words.conform),
        ...versionField(gate),
        { name: 'listAdoptedOn', label: words.listAdoptedOn, kind: 'day', hint: words.listAdoptedOnHint },
        { name: 'publishedOn', label: words.publishedOn, kind: 'day' },
        { name: 'publicationUrl', label: words.publicationUrl, kind: 'url', max: 2000 },
        ...(kind === 'council' ? councilFields(values) : []),
      ],
    },
    {
      folded: words.release,
      hint: words.releaseHint,
      fields: [
        { name: 'release/scope', label: words.scope, kind: 'select', choices: choicesOf(releaseScopes, words.scopes) },
        { name: 'release/from', label: words.releaseFrom, kind: 'day' },
        { ...short('release/ground', words.releaseGround, words.releaseGroundHint), sometimes: true },
      ],
    },
  ];
}

const councilFields = (values: Values): Field[] => [
  yesNo('consentItem', words.consentItem),
  ...(['amendments', 'motions', 'commitments'] as const).flatMap((list) =>
    slots(values, list).map((i) => lines(`${list}/${i}`, words[list](i + 1))),
  ),
];

const versionField = ({ proposals }: GateView): Field[] =>
  proposals.length < 2
    ? []
    : [
        {
          name: 'proposalVersion',
          label: words.proposalVersion,
          kind: 'select',
          hint: words.proposalVersionHint,
          whole: true,
          choices: proposals.map(({ version, title }) => ({
            value: String(version),
            label: `${version}${title === null ? '' : `: ${title}`}`,
          })),
        },
      ];

const choosing = 'option';

/** On a poll every decision that counts for names its choice. */
export const openedBy = ({ poll }: GateView, kind: DecisionKind): string | undefined =>
  poll && sideOfKind(kind) === 'for' ? choosing : undefined;

/** Where the plan knows several options: on a poll the choice itself, elsewhere a preference that is not counted. */
export const optionSection = ({ options, poll }: GateView): FormSection[] => {
  if (options.length === 0) return [];
  const choices = options.map(({ id, title, consequence }): Choice => {
    return { value: id, label: title, hint: consequence === null ? undefined : capital(consequence) };
  });
  if (poll)
    return [
      { when: choosing, fields: [{ name: 'option', label: words.choice, kind: 'radio', required: true, choices }] },
    ];
  return [{ fields: [{ name: 'option', label: words.option, kind: 'select', choices }] }];
};
