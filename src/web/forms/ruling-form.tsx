// Concluding at a gate: whether it can be a go, what stands in its way, and what was concluded; shown once more first.
import { useWording } from '../../http/page/wording.js';
import { rehearse } from '../../domain/commands/commands.js';
import type { FieldError, Refusal } from '../../domain/refusal.js';
import type { GateOnPage } from '../../wording/gates/views.js';
import type { Wording } from '../../wording/wording.js';
import { rulings, type BodyId } from '../../domain/vocabulary.js';
import { Alert, Heading, Paragraph } from '../../http/page/basics.js';
import type { Choice } from '../../http/page/fields.js';
import { concludeLabel, linesOf } from '../pages/body-lines.js';
import { ConditionList } from '../pages/gate/condition-list.js';
import { Asked } from '../pages/asked.js';
import { Legend } from '../pages/gate/gate-verdict.js';
import { outcomeTones, ReasonList } from '../pages/reasons.js';
import { RequirementList } from '../pages/gate/requirement-list.js';
import { Sentence } from '../pages/gate/sentence.js';
import { SaidList, SaidOnCard, speaksForItself } from '../pages/gate/said-list.js';
import { answerableAmong } from './condition-form.js';
import { bringableAt } from './requirement-forms.js';
import { conclusionFacts } from '../../domain/facts/of-gates.js';
import type { Form, Values } from './form.js';
import { moreOf, rowsOf } from './fields-of.js';
import { defineForm, type FormContext } from './form-kind.js';
import { meetingFields } from './short-forms.js';
import { startableBy } from '../../domain/turns/startable.js';
import { titleOf } from '../../domain/workflow/plan.js';

export const rulingForm = defineForm<'rule-gate'>({
  command: 'rule-gate',
  place: ({ gate }) => ({ gate }),
  confirmed: ({ rulingForm: { confirmTitle } }) => confirmTitle,
  form,
  after: ({ at, place }) => at.now.gate(place.gate),
});

function form(context: FormContext, values: Values): Form {
  const { gateShown, rulingForm: words, speech } = context.wording;
  const { reading, place, at, today } = context;
  const { plan } = reading.dossier;
  const gate = gateShown(reading, place.gate);
  const outcome = gate.outcome ?? 'open';
  return {
    title: concludeLabel(plan, place.gate, context.wording),
    kicker: gate.title,
    submit: words.next,
    cancel: at.now.gate(place.gate),
    before: <Before context={context} gate={gate} today={today} />,
    will: (
      <Alert tone={outcomeTones[outcome]} title={speech[gate.asks].heads[outcome]}>
        <Paragraph>
          <Sentence gate={gate} titled />
        </Paragraph>
      </Alert>
    ),
    sections: [
      {
        fields: [
          ...rowsOf('rule-gate', ['ruling', 'ruledOn', 'reason'], context.wording, {
            ruling: { kind: 'radio', choices: choicesOf(context), label: words.ruling(titleOf(plan, gate.ruledBy)) },
            ruledOn: { meets: true, days: [today] },
            reason: { sometimes: true },
          }),
          ...meetingFields('rule-gate', false, context.wording),
        ],
      },
      {
        folded: context.wording.decisionForm.evidence,
        fields: rowsOf('rule-gate', ['evidence'], context.wording, {}, values),
        ...moreOf('evidence', conclusionFacts.evidence, context.wording),
      },
      {
        folded: words.dissent,
        hint: words.dissentHint,
        fields: gate.electorate.map((body, i) => ({
          name: `dissent/${i}`,
          label: titleOf(plan, body),
          kind: 'check',
          value: body,
        })),
      },
    ],
  };
}

/** A go that would be refused is no choice, unless a reason is all that it lacks; the engine's own words say why. */
function choicesOf(context: FormContext): Choice[] {
  const { speech, gateShown } = context.wording;
  const { occasion, reading, today, place } = context;
  const refusal = rehearse(occasion, 'rule-gate', { gate: place.gate }, { payload: { ruling: 'go', ruledOn: today } });
  const unexplained = refusal?.errors.filter(({ pointer }) => pointer === '/reason') ?? [];
  const { choices } = speech[gateShown(reading, place.gate).asks];
  const labels = { ...choices, go: withConditions(context) ? choices['go-with-conditions'] : choices.go };
  const offered = gateShown(reading, place.gate).concludes === 'by-itself' ? (['go'] as const) : rulings;
  return offered.map((value) => ({
    value,
    label: labels[value],
    hint: value === 'go' ? goHintOf(context, unexplained) : undefined,
    why: value === 'go' && refusal && unexplained.length === 0 ? whyNot(refusal, context.wording) : undefined,
  }));
}

/** What the outcome itself says stands above the form already. */
const whyNot = (refusal: Refusal, { rulingForm: words, wordRefusal }: Wording): string =>
  refusal.told['outcome-not-go']?.because === 'outcome' ? words.notYet : wordRefusal(refusal);

/** What follows a go, and what its reason has to explain, where it must. */
function goHintOf(context: FormContext, unexplained: readonly FieldError[]): string | undefined {
  const { rulingForm: words, listWords, inSentence } = context.wording;
  const { dossier } = context.occasion;
  const { plan } = dossier;
  const next = startableBy(dossier, context.place.gate, context.today);
  const named = (bodies: readonly BodyId[]) => listWords(bodies.map((body) => inSentence(titleOf(plan, body))));
  const hints = [
    ...(next.length > 0 ? [words.goHint(listWords(next.map(({ title }) => title)))] : []),
    ...unexplained.flatMap(({ because }) =>
      because?.code === 'other-text' || because?.code === 'not-awaited'
        ? [words.toExplain[because.code](named(because.bodies))]
        : [],
    ),
  ];
  return hints.length > 0 ? hints.join(' ') : undefined;
}

/** Whether a go would be one with conditions: one of them was adopted or carried. */
const withConditions = ({ reading, place, wording }: FormContext): boolean => {
  const gate = wording.gateShown(reading, place.gate);
  const decisions = linesOf(reading, gate, wording).flatMap(({ decision }) => decision?.conditions ?? []);
  return gate.conditions.some(
    ({ id, status }) => decisions.includes(id) && (status === 'adopted' || status === 'carried'),
  );
};

function Before({ context, gate, today }: { context: FormContext; gate: GateOnPage; today: string }) {
  const wording = useWording();
  const { speech, gatePage, rulingForm: words, whyWordsIn, listWords, inSentence } = wording;
  const { reading, at, place } = context;
  const { plan } = reading.dossier;
  const open = [...gate.conditions, ...gate.carriedHere].filter(
    ({ status }) => status === 'open' || status === 'disputed',
  );
  const answerable = answerableAmong(context, open);
  const lines = linesOf(reading, gate, wording);
  const standing = lines.flatMap(({ decision }) => decision ?? []);
  const unconfirmed = standing.filter(({ confirmation }) => confirmation === 'unconfirmed').length;
  const provisional = standing.filter(({ flags }) => flags.includes('provisional')).map(({ body }) => body);
  const proposed = reading.dossier.rounds[place.gate]?.at(-1)?.option ?? null;
  return (
    <>
      <Alert tone={outcomeTones[gate.outcome ?? 'open']} title={speech[gate.asks].heads[gate.outcome ?? 'open']}>
        <Paragraph>
          <Sentence gate={gate} titled />
        </Paragraph>
        {gate.explanation && gate.explanation.parts.length > 1 && (
          <ReasonList parts={gate.explanation.parts} asked={gate.asks} />
        )}
        {unconfirmed > 0 && <Paragraph>{words.unconfirmed(unconfirmed)}</Paragraph>}
        {provisional.length > 0 && (
          <Paragraph>
            {gate.enacts
              ? words.provisionalOf(listWords(provisional.map((body) => inSentence(titleOf(plan, body)))))
              : words.provisional(provisional.length)}
          </Paragraph>
        )}
        {open.length > 0 && <Paragraph>{words.conditionsOpen(open.length)}</Paragraph>}
      </Alert>
      <RequirementList gate={gate} plan={plan} at={at} bringable={bringableAt(context)} />
      <Heading level={2}>{gatePage.stand}</Heading>
      <Legend lines={lines} asked={gate.asks} words={whyWordsIn(reading.dossier, gate.asks)} />
      {speaksForItself(gate) ? (
        <SaidList lines={lines} href={(id) => at.decision(gate.id, id)} />
      ) : (
        <SaidOnCard gate={gate} lines={lines} at={at} />
      )}
      <ConditionList title={gatePage.conditions} conditions={open} plan={plan} at={at} answerable={answerable} />
      <details className="sluis-details">
        <summary>{words.papers}</summary>
        <Asked gate={gate} proposed={proposed} plan={plan} today={today} />
      </details>
    </>
  );
}
