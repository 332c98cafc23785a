// Another course beside the one that is expected, and the chance of the date: asked by a form, and recorded nowhere.
import type { Chance } from '../../../domain/forecast/chance.js';
import type { Forecast } from '../../../domain/forecast/forecast.js';
import type { LearntTime } from '../../../domain/views/learnt-times.js';
import type { Plan } from '../../../domain/workflow/plan.js';
import { Alert, Button, Paragraph, Section } from '../../../http/page/basics.js';
import { FormField, type Field } from '../../../http/page/fields.js';
import { Cell, Row, Table } from '../../../http/page/table.js';
import { useWording } from '../../../http/page/wording.js';
import { titlesIn } from './forecast-words.js';

/** The names of the fields in the address. */
export const whatIfNames = {
  body: 'later',
  meetings: 'vergaderingen',
  refused: 'nogo',
  put: 'voorleggen',
  on: 'op',
  asap: 'eerder',
  learnt: 'geleerd',
  chance: 'kans',
} as const;

/** Fields of which a value can be one that nothing can be reckoned with. */
export const badWhatIfs = ['meetings', 'on', 'chance'] as const;
export type BadWhatIf = (typeof badWhatIfs)[number];

export interface AskedAhead {
  query: Readonly<Record<string, string | undefined>>;
  then: Forecast | null;
  bad: readonly BadWhatIf[];
  /** What rounds that are over teach; empty where those are too few. */
  learnt: readonly LearntTime[];
  isLearnt: boolean;
  chance: Chance | null;
}

interface WhatIfProps {
  action: string;
  plan: Plan;
  now: Forecast;
  asked: AskedAhead;
}

export const WhatIfPart = ({ action, plan, now, asked }: WhatIfProps) => {
  const { forecastWords: words } = useWording();
  const { query, then, learnt, isLearnt } = asked;
  const canLearn = learnt.length > 0 && now.lacks.length > 0;
  const gates = [...plan.gates.keys()].map((id) => ({ value: id, label: plan.phases.get(id)?.title ?? id }));
  const bodies = [...plan.bodies.values()].map(({ id, title }) => ({ value: id, label: title }));
  const none = (label: string) => ({ value: '', label });
  const field = (
    name: keyof typeof whatIfNames & keyof typeof words.whatIfFields,
    rest: Omit<Field, 'name' | 'label'>,
  ) => (
    <FormField
      key={name}
      field={{ name: whatIfNames[name], label: words.whatIfFields[name], sometimes: true, ...rest }}
      value={query[whatIfNames[name]] ?? ''}
      error={undefined}
    />
  );
  return (
    <Section title={words.whatIf} id="wat-als">
      <Paragraph>{words.whatIfLead}</Paragraph>
      <Bad all={asked.bad.filter((one) => one !== 'chance')} />
      {then !== null && <Compared now={now} then={then} plan={plan} />}
      {then !== null && isLearnt && <Paragraph>{words.learntUsed}</Paragraph>}
      <form className="sluis-noprint" method="get" action={`${action}#wat-als`}>
        {field('body', { kind: 'select', choices: [none(words.nobody), ...bodies] })}
        {field('meetings', { kind: 'text', max: 1 })}
        {field('refused', { kind: 'select', choices: [none(words.nowhere), ...gates] })}
        {field('put', { kind: 'select', choices: [none(words.nowhere), ...gates] })}
        {field('on', { kind: 'day' })}
        {field('asap', { kind: 'check' })}
        {canLearn && field('learnt', { kind: 'check' })}
        <p className="sluis-actions">
          <Button>{words.compare}</Button>
        </p>
      </form>
    </Section>
  );
};

const Bad = ({ all }: { all: readonly BadWhatIf[] }) => {
  const { forecastWords: words } = useWording();
  return all.length === 0 ? null : (
    <Alert tone="warning">
      {all.map((one) => (
        <Paragraph key={one}>{words.bad[one]}</Paragraph>
      ))}
    </Alert>
  );
};

const Compared = ({ now, then, plan }: { now: Forecast; then: Forecast; plan: Plan }) => {
  const { forecastWords: words, longDay } = useWording();
  const { compared: heads, comparedRows: rows } = words;
  const finish = ({ finishOn }: Forecast): string => (finishOn === null ? words.notKnown : longDay(finishOn));
  const tightest = (one: Forecast): string => words.tightestCell(titlesIn(plan, one.tightest));
  const both = (of: (one: Forecast) => string) => (
    <>
      <Cell head={heads.now}>{of(now)}</Cell>
      <Cell head={heads.then}>{of(then)}</Cell>
    </>
  );
  return (
    <Table label={words.whatIf} kind="sluis-stacked" heads={[words.comparedWhat, heads.now, heads.then]}>
      <Row head={rows.finish}>{both(finish)}</Row>
      <Row head={rows.slack}>
        {both(({ finishOn, slack }) => (finishOn === null ? words.notKnown : words.slackCell(slack)))}
      </Row>
      <Row head={rows.tightest}>{both(tightest)}</Row>
    </Table>
  );
};

/** What is known of how long it takes, where enough is over to learn from. */
export const LearntPart = ({ learnt }: Pick<AskedAhead, 'learnt'>) => {
  const { forecastWords: words, count, days } = useWording();
  const { learntHeads: heads } = words;
  if (learnt.length === 0) return null;
  return (
    <Section title={words.learnt}>
      <Paragraph>{words.learntLead}</Paragraph>
      <Table label={words.learnt} kind="sluis-stacked" heads={Object.values(heads)}>
        {learnt.map(({ step, works, times, half, most }) => (
          <Row key={`${step} ${works}`} head={words.learntStep(step, works)}>
            <Cell head={heads.times}>{count(times)}</Cell>
            <Cell head={heads.half}>{days(half)}</Cell>
            <Cell head={heads.most}>{days(most)}</Cell>
          </Row>
        ))}
      </Table>
    </Section>
  );
};

export const ChancePart = ({ action, asked: { chance, query, bad } }: Pick<WhatIfProps, 'action' | 'asked'>) => {
  const { forecastWords: words } = useWording();
  return (
    <Section title={words.chance} id="kansen">
      <Paragraph>{words.chanceLead}</Paragraph>
      <Bad all={bad.filter((one) => one === 'chance')} />
      {chance && (
        <Alert tone="info">
          <Paragraph>
            <strong>{words.chanceSaid(chance)}</strong> {words.chanceDays(chance.half, chance.most)}
          </Paragraph>
        </Alert>
      )}
      <form className="sluis-noprint" method="get" action={`${action}#kansen`}>
        <FormField
          field={{ name: whatIfNames.chance, label: words.chancePercent, kind: 'text', max: 2, sometimes: true }}
          value={query[whatIfNames.chance] ?? '20'}
          error={undefined}
        />
        <p className="sluis-actions">
          <Button>{words.chanceAsk}</Button>
        </p>
      </form>
    </Section>
  );
};
