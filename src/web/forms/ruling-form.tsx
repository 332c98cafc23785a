// Concluding at a gate: whether it can be a go, what stands in its way, and what was concluded; shown once more first.
import { whyWordsIn } from '../../wording/sentence.js';
import { rehearse } from '../../domain/commands/commands.js';
import type { GateView } from '../../wording/views.js';
import { gateView } from '../../wording/views.js';
import { rulings } from '../../domain/vocabulary.js';
import { rulingForm as words } from '../../wording/forms.js';
import { gatePage } from '../../wording/pages.js';
import { wordRefusal } from '../../wording/problems.js';
import { listWords } from '../../wording/words.js';
import { Alert, Heading, Paragraph } from '../../http/page/basics.js';
import type { Choice } from '../../http/page/fields.js';
import { concludeLabel, linesOf } from '../pages/body-lines.js';
import { ConditionList } from '../pages/condition-list.js';
import { Asked } from '../pages/gate.js';
import { Legend } from '../pages/gate-card.js';
import { outcomeTones, ReasonList } from '../pages/reasons.js';
import { answerableAmong } from './condition-form.js';
import type { Form } from './form.js';
import { rowsOf } from './fields-of.js';
import { defineForm, type FormContext } from './form-kind.js';
import { meetingFields } from './short-forms.js';
import { titleOf } from '../../domain/workflow/plan.js';

export const rulingForm = defineForm<'rule-gate'>({
  command: 'rule-gate',
  place: ({ gate }) => ({ gate }),
  confirmed: { title: words.confirmTitle, submit: words.final },
  form,
  after: ({ at, place }) => at.now.gate(place.gate),
});

function form(context: FormContext): Form {
  const { reading, place, at, today } = context;
  const { plan } = reading.dossier;
  const gate = gateView(reading, place.gate);
  return {
    title: concludeLabel(plan, place.gate),
    kicker: gate.title,
    submit: words.next,
    cancel: at.now.gate(place.gate),
    before: <Before context={context} gate={gate} today={today} />,
    will: (
      <Alert tone={outcomeTones[gate.outcome ?? 'open']} title={gatePage.verdict(gate.outcome ?? 'open')}>
        <Paragraph>{gate.sentence}</Paragraph>
      </Alert>
    ),
    sections: [
      {
        fields: [
          ...rowsOf('rule-gate', ['ruling', 'ruledOn', 'reason'], {
            ruling: { kind: 'radio', choices: choicesOf(context), label: words.ruling(titleOf(plan, gate.ruledBy)) },
            ruledOn: { meets: true },
            reason: { sometimes: true },
          }),
          ...meetingFields('rule-gate', false),
        ],
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

/** A go that would be refused is no choice; the engine's own words say why. */
function choicesOf(context: FormContext): Choice[] {
  const { occasion, today, place } = context;
  const refusal = rehearse(occasion, 'rule-gate', { gate: place.gate }, { payload: { ruling: 'go', ruledOn: today } });
  const { phases } = occasion.dossier.plan.workflow;
  const next = phases.filter(({ startsAfter }) => startsAfter.includes(place.gate)).map(({ title }) => title);
  const labels = {
    go: withConditions(context) ? words.goWithConditions : words.go,
    'no-go': words.noGo,
    hold: words.hold,
  };
  return rulings.map((value) => ({
    value,
    label: labels[value],
    hint: value === 'go' && next.length > 0 ? words.goHint(listWords(next)) : undefined,
    why: value === 'go' && refusal ? wordRefusal(refusal) : undefined,
  }));
}

/** Whether a go would be one with conditions: one of them was adopted or carried. */
const withConditions = ({ reading, place }: FormContext): boolean => {
  const gate = gateView(reading, place.gate);
  const decisions = linesOf(reading, gate).flatMap(({ decision }) => decision?.conditions ?? []);
  return gate.conditions.some(
    ({ id, status }) => decisions.includes(id) && (status === 'adopted' || status === 'carried'),
  );
};

function Before({ context, gate, today }: { context: FormContext; gate: GateView; today: string }) {
  const { reading, at, place } = context;
  const { plan } = reading.dossier;
  const open = [...gate.conditions, ...gate.carriedHere].filter(
    ({ status }) => status === 'open' || status === 'disputed',
  );
  const answerable = answerableAmong(context, open);
  const lines = linesOf(reading, gate);
  const standing = lines.flatMap(({ decision }) => decision ?? []);
  const unconfirmed = standing.filter(({ confirmation }) => confirmation === 'unconfirmed').length;
  const provisional = standing.filter(({ flags }) => flags.includes('provisional')).length;
  const proposed = reading.dossier.rounds[place.gate]?.at(-1)?.option ?? null;
  return (
    <>
      <Alert tone={outcomeTones[gate.outcome ?? 'open']} title={gatePage.verdict(gate.outcome ?? 'open')}>
        <Paragraph>{gate.sentence}</Paragraph>
        {gate.explanation && <ReasonList parts={gate.explanation.parts} />}
        {unconfirmed > 0 && <Paragraph>{words.unconfirmed(unconfirmed)}</Paragraph>}
        {provisional > 0 && <Paragraph>{words.provisional(provisional)}</Paragraph>}
        {open.length > 0 && <Paragraph>{words.conditionsOpen(open.length)}</Paragraph>}
      </Alert>
      <Heading level={2}>{gatePage.stand}</Heading>
      <Legend lines={lines} words={whyWordsIn(reading.dossier)} />
      <ConditionList title={gatePage.conditions} conditions={open} plan={plan} at={at} answerable={answerable} />
      <details className="sluis-details">
        <summary>{words.papers}</summary>
        <Asked gate={gate} proposed={proposed} plan={plan} today={today} />
      </details>
    </>
  );
}
