// When a dossier can be done: the answer first, then the path to it, each phase, each body, and what it all rests on.
import { Fragment } from 'react';
import type { BodyForecast, Forecast, PhaseForecast } from '../../../domain/forecast/forecast.js';
import type { PathStep } from '../../../domain/forecast/path.js';
import type { DossierHeading } from '../../../domain/views/dossier-view.js';
import { forecastDayName, type ForecastDayKind } from '../../../domain/views/feed-days.js';
import type { BodyId, Day, Slug } from '../../../domain/vocabulary.js';
import { titleOf, type Plan } from '../../../domain/workflow/plan.js';
import { Alert, Paragraph, Section, type Tone } from '../../../http/page/basics.js';
import { Frame, inDossier, type Surroundings } from '../../../http/page/frame.js';
import { Cell, Row, Table } from '../../../http/page/table.js';
import { useWording } from '../../../http/page/wording.js';
import type { Addresses } from '../addresses.js';
import { DayLink } from '../day-link.js';
import { ForecastPicture } from './forecast-picture.js';
import { titlesIn, useVerdictTitle } from './forecast-words.js';
import { ChancePart, LearntPart, WhatIfPart, type AskedAhead } from './what-if.js';

interface ForecastPageProps {
  around: Surroundings;
  at: Addresses;
  dossier: DossierHeading;
  plan: Plan;
  /** Null where nothing is still to come. */
  forecast: Forecast | null;
  asked: AskedAhead;
}

export const ForecastPage = ({ around, at, dossier, plan, forecast, asked }: ForecastPageProps) => {
  const { forecastWords: words, frame } = useWording();
  return (
    <Frame
      title={dossier.title}
      around={inDossier(around, dossier)}
      kicker={words.title}
      trail={[
        { href: '/trajecten', label: frame.dossiers },
        { href: at.now.dossier, label: dossier.title },
      ]}
    >
      {forecast === null ? (
        <Paragraph>{words.over}</Paragraph>
      ) : (
        <>
          <Verdict forecast={forecast} plan={plan} />
          <Path path={forecast.path} plan={plan} />
          <Phases forecast={forecast} plan={plan} at={at} />
          <Bodies phases={forecast.phases} plan={plan} at={at} />
          <WhatIfPart action={at.now.forecast} plan={plan} now={forecast} asked={asked} />
          {forecast.finishOn !== null && <ChancePart action={at.now.forecast} asked={asked} />}
          <LearntPart learnt={asked.learnt} />
          <Rests forecast={forecast} plan={plan} />
        </>
      )}
    </Frame>
  );
};

/** Where the days are as files. */
type Where = Pick<ForecastPageProps, 'at'>;

interface Told {
  forecast: Forecast;
  plan: Plan;
}

/** Whether the goal can be met, in one glance; also in the dossier itself. */
const Verdict = ({ forecast, plan }: Told) => {
  const { forecastWords: words } = useWording();
  const { finishOn, slack, tightest, lacks, assumed } = forecast;
  return (
    <Alert tone={toneOf(forecast)} title={useVerdictTitle(forecast)}>
      {finishOn !== null && <Paragraph>{words.finish(finishOn, slack)}</Paragraph>}
      {tightest.length > 0 && <Paragraph>{words.tightest(titlesIn(plan, tightest))}</Paragraph>}
      <Later forecast={forecast} plan={plan} />
      {lacks.length > 0 && (
        <Paragraph>
          {words.lacks(titlesIn(plan, lacks))} {finishOn === null && words.lacksWhat}
        </Paragraph>
      )}
      {assumed && (
        <Paragraph>
          <strong>{words.assumed}</strong>
        </Paragraph>
      )}
    </Alert>
  );
};

const toneOf = ({ finishOn, slack }: Forecast): Tone => {
  if (finishOn === null) return 'warning';
  return slack !== null && slack < 0 ? 'error' : 'ok';
};

/** Who comes after a recess or an election, on the path alone: that is where it costs days. */
const Later = ({ forecast: { path, phases }, plan }: Told) => {
  const { forecastWords: words } = useWording();
  const onPath = new Set(path.map(({ phase }) => phase));
  const bodies = phases.filter(({ phase }) => onPath.has(phase)).flatMap((one) => one.bodies);
  const missing = (found: (one: BodyForecast['missed'][number]) => boolean) =>
    titlesIn(plan, [...new Set(bodies.filter(({ missed }) => missed.some(found)).map(({ body }) => body))]);
  const recesses = [
    ...new Set(
      bodies.flatMap(({ missed }) =>
        missed.flatMap(({ why, title }) => (why === 'recess' && title !== null ? [title] : [])),
      ),
    ),
  ];
  const elected = missing(({ why }) => why === 'election');
  return (
    <>
      {recesses.map((recess) => (
        <Paragraph key={recess}>
          {words.afterRecess(
            missing(({ title }) => title === recess),
            recess,
          )}
        </Paragraph>
      ))}
      {elected.length > 0 && <Paragraph>{words.afterElection(elected)}</Paragraph>}
    </>
  );
};

const Path = ({ path, plan }: { path: readonly PathStep[]; plan: Plan }) => {
  const { forecastWords: words } = useWording();
  if (path.length === 0) return null;
  return (
    <Section title={words.path}>
      <ol>
        {path.map((step) => (
          <li key={step.phase}>
            <strong>{words.step(plan.phases.get(step.phase)?.title ?? step.phase, step)}</strong>{' '}
            {words.held[step.waitsFor]} {step.bodies.length > 0 && words.decidedBy(titlesIn(plan, step.bodies))}
            {step.byTerm && words.byTerm}
          </li>
        ))}
      </ol>
    </Section>
  );
};

const Phases = ({ forecast, plan, at }: Told & Where) => {
  const { forecastWords: words, shortDay } = useWording();
  const { heads } = words;
  const { phases } = forecast;
  const day = (on: Day | null, otherwise: string): string => (on === null ? otherwise : shortDay(on));
  return (
    <Section title={words.phases}>
      <ForecastPicture forecast={forecast} plan={plan} />
      <Table label={words.phases} kind="sluis-stacked" heads={Object.values(heads)}>
        {phases.map((phase) => (
          <Row key={phase.phase} head={plan.phases.get(phase.phase)?.title ?? phase.phase}>
            <Cell head={heads.from}>{phase.hasPassed ? '–' : day(phase.putOn ?? phase.startOn, words.notKnown)}</Cell>
            <Cell head={heads.until}>{day(phase.passOn, words.notKnown)}</Cell>
            <Cell head={heads.beginBy}>
              <PhaseDay at={at} phase={phase} what="begin-by" on={phase.beginBy} />
            </Cell>
            <Cell head={heads.passBy}>
              <PhaseDay at={at} phase={phase} what="pass-by" on={phase.passBy} />
            </Cell>
            <Cell head={heads.fits}>
              {phase.fits === false ? <strong className="sluis-late">{words.fits(phase)}</strong> : words.fits(phase)}
            </Cell>
          </Row>
        ))}
      </Table>
    </Section>
  );
};

const PhaseDay = ({ at, phase, what, on }: Where & { phase: PhaseForecast; what: ForecastDayKind; on: Day | null }) => {
  const { shortDay } = useWording();
  if (on === null) return '–';
  return phase.hasPassed ? (
    shortDay(on)
  ) : (
    <DayLink on={on} href={at.now.day(forecastDayName(phase.phase, what, null))} />
  );
};

/** The gate that is open or comes next is unfolded; those after it can be opened. */
const Bodies = ({ phases, plan, at }: { phases: readonly PhaseForecast[]; plan: Plan } & Where) => {
  const { forecastWords: words, feedWords } = useWording();
  const asked = phases.filter(({ hasPassed, bodies }) => !hasPassed && bodies.length > 0);
  if (asked.length === 0) return null;
  return (
    <Section title={words.bodies}>
      <p className="sluis-quiet sluis-noprint">{feedWords.clickDay}</p>
      {asked.map((phase, n) => (
        <details key={phase.phase} className="sluis-details" open={n === 0}>
          <summary>{plan.phases.get(phase.phase)?.title ?? phase.phase}</summary>
          <BodyTable phase={phase} plan={plan} at={at} />
        </details>
      ))}
    </Section>
  );
};

const BodyTable = ({ phase, plan, at }: { phase: PhaseForecast; plan: Plan } & Where) => {
  const { forecastWords: words } = useWording();
  const day = (what: ForecastDayKind, on: Day, body: BodyId) => (
    <DayLink on={on} href={at.now.day(forecastDayName(phase.phase, what, body))} />
  );
  const { bodyHeads: heads } = words;
  return (
    <Table label={plan.phases.get(phase.phase)?.title ?? phase.phase} kind="sluis-stacked" heads={Object.values(heads)}>
      {phase.bodies.map((one) => (
        <Row key={one.body} head={titleOf(plan, one.body)}>
          <Cell head={heads.first}>
            {one.hasDecided
              ? words.hasDecided
              : one.first
                ? day('first-meeting', one.first.on, one.body)
                : words.noCalendar}
            {one.missed.map((meeting) => (
              <span key={meeting.on} className="sluis-quiet">
                <br />
                {words.missed(meeting)}
              </span>
            ))}
            {!one.hasDecided && one.termUntil !== null && (
              <span className="sluis-quiet">
                <br />
                {words.termUntil(one.termUntil)}
              </span>
            )}
          </Cell>
          <Cell head={heads.papers}>{one.first ? day('first-papers', one.first.papersOn, one.body) : '–'}</Cell>
          <Cell head={heads.last}>{one.last ? day('last-meeting', one.last.on, one.body) : '–'}</Cell>
          <Cell head={heads.lastPapers}>{one.last ? day('last-papers', one.last.papersOn, one.body) : '–'}</Cell>
          <Cell head={heads.margin}>
            <Margin margin={one.margin} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
};

const Margin = ({ margin }: Pick<BodyForecast, 'margin'>) => {
  const { forecastWords: words } = useWording();
  if (margin === null) return '–';
  return margin < 0 ? <strong className="sluis-late">{words.margin(margin)}</strong> : words.margin(margin);
};

const Rests = ({ forecast: { outside, byChoice }, plan }: Told) => {
  const { forecastWords: words } = useWording();
  const facts = plan.workflow.outside ?? {};
  const choices = [...new Set(byChoice.map(({ gate }) => gate))];
  return (
    <Section title={words.rests}>
      <ul>
        {words.assumptions.map((one) => (
          <li key={one}>{one}</li>
        ))}
        {outside.length > 0 && <li>{words.outside(outside.map((fact) => facts[fact]?.title ?? fact))}</li>}
      </ul>
      {choices.map((choice) => (
        <Fragment key={choice}>
          <Paragraph>{words.choice(plan.phases.get(choice)?.title ?? choice)}</Paragraph>
          <ul>
            {byChoice
              .filter(({ gate }) => gate === choice)
              .map(({ option, finishOn }) => (
                <li key={option}>{words.choiceFinish(optionIn(plan, choice, option), finishOn)}</li>
              ))}
          </ul>
        </Fragment>
      ))}
    </Section>
  );
};

const optionIn = ({ gates }: Plan, gate: Slug, option: Slug): string =>
  gates.get(gate)?.options.find(({ id }) => id === option)?.title ?? option;
