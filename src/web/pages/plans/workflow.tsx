// One plan: what it rests on, its diagram, every phase and gate in words, who takes part, and what was checked.
import type { ReactNode } from 'react';
import { fileName, formatNames } from '../../../diagrams/formats.js';
import { DiagramLegend, PageDiagram } from '../../../diagrams/svg.js';
import type { Wording } from '../../../wording/wording.js';
import { useWording } from '../../../http/page/wording.js';
import { now } from '../../../domain/fold/history.js';
import type { Plan } from '../../../domain/workflow/plan.js';
import type { Gate, Phase } from '../../../domain/workflow/workflow.js';
import type { DossierId, Slug } from '../../../domain/vocabulary.js';
import { ButtonLink, Heading, Link, Paragraph, Section, Terms } from '../../../http/page/basics.js';
import { Frame, type Surroundings } from '../../../http/page/frame.js';
import { Scrolling } from '../../../http/page/table.js';
import { addressesOf, diagramAddress, workflowAddress } from '../addresses.js';
import { StandIn } from './plan-asks.js';
import { WeightSources } from '../weight-sources.js';
import { WorkflowChecks } from './workflow-checks.js';

/** A dossier that runs on it. */
export interface RunningOnPlan {
  id: DossierId;
  title: string;
  version: number;
}

interface WorkflowPageProps {
  around: Surroundings;
  plan: Plan;
  /** All that there are, the newest first. */
  versions: number[];
  /** Where a dossier is started on it; null for who may not, and of an older version. */
  startAt: string | null;
  /** Those that the reader may see, of every version. */
  running: readonly RunningOnPlan[];
  /** Whether there are more of them. */
  hasMore: boolean;
}

export function WorkflowPage({ around, plan, versions, startAt, running, hasMore }: WorkflowPageProps) {
  const wording = useWording();
  const { workflowPage: words, frame, diagram, checkView, starting } = wording;
  const { id, version, title, phases } = plan.workflow;
  return (
    <Frame
      title={title}
      around={{ ...around, here: '/procesplannen' }}
      kicker={words.version(version)}
      trail={[{ href: '/procesplannen', label: frame.workflows }]}
    >
      <Facts plan={plan} versions={versions} />
      {running.length > 0 && <Running running={running} hasMore={hasMore} />}
      {startAt !== null && (
        <p className="sluis-actions">
          <ButtonLink primary href={startAt}>
            {starting.startThis}
          </ButtonLink>
        </p>
      )}
      <Section title={words.diagram}>
        <Paragraph quiet>{words.scrollDiagram}</Paragraph>
        <DiagramLegend plan={plan} wording={wording} />
        <Scrolling label={words.diagram}>
          <PageDiagram plan={plan} wording={wording} description={diagram.inWords} />
        </Scrolling>
      </Section>
      <Section title={words.downloads}>
        <ul>
          {formatNames.map((format) => (
            <li key={format}>
              <a className="nl-link" href={diagramAddress(id, version, format)} download={fileName(plan, format)}>
                {words.formats[format]}
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={words.phases}>
        <StandIn plan={plan} />
        <ol className="sluis-cards">
          {phases.map((phase) => (
            <PhaseCard key={phase.id} plan={plan} phase={phase} />
          ))}
        </ol>
      </Section>
      <Section title={words.parties}>
        <ul className="sluis-accounts">
          {plan.workflow.parties.map((party) => (
            <li key={party.id}>
              {party.title}
              {party.code !== null && <span className="sluis-quiet"> ({words.code(party.code)})</span>}
            </li>
          ))}
        </ul>
      </Section>
      <WorkflowChecks checks={plan.checks.map(checkView)} />
    </Frame>
  );
}

function Running({ running, hasMore }: Pick<WorkflowPageProps, 'running' | 'hasMore'>) {
  const { workflowPage: words } = useWording();
  return (
    <Section title={words.running}>
      <ul>
        {running.map(({ id, title, version }) => (
          <li key={id}>
            <Link href={addressesOf(id, now).dossier}>{title}</Link>{' '}
            <span className="sluis-quiet">({words.version(version)})</span>
          </li>
        ))}
        {hasMore && (
          <li>
            <Link href="/trajecten">{words.moreRunning}</Link>
          </li>
        )}
      </ul>
    </Section>
  );
}

function Facts({ plan: { workflow }, versions }: { plan: Plan; versions: number[] }) {
  const { workflowPage: words, longDay } = useWording();
  const { id, version, source, notBefore, goal } = workflow;
  const others = versions.filter((one) => one !== version);
  const facts: [string, ReactNode][] = [
    [words.source, <cite key="source">{source}</cite>],
    ...(notBefore === null ? [] : [[words.notBefore, longDay(notBefore)] satisfies [string, ReactNode]]),
    ...(goal === null ? [] : [[words.goal, longDay(goal)] satisfies [string, ReactNode]]),
    ...(others.length === 0
      ? []
      : [
          [
            words.otherVersions,
            others.map((one) => (
              <span key={one}>
                <Link href={workflowAddress(id, one)}>{words.version(one)}</Link>{' '}
              </span>
            )),
          ] satisfies [string, ReactNode],
        ]),
  ];
  return <Terms items={facts} />;
}

function PhaseCard({ plan, phase }: { plan: Plan; phase: Phase }) {
  const wording = useWording();
  const { workflowPage: words, plannedWords, optionWords, electorateWords } = wording;
  const { number, title, planned, startsAfter, visits, gate, source, branch, waitsFor = [] } = phase;
  return (
    <li className="sluis-card">
      <Heading level={3}>
        {number}. {title}
      </Heading>
      <Terms
        items={[
          [words.planned, plannedWords(planned)],
          [words.startsAfter, startsAfter.length === 0 ? words.atOnce : titlesOf(plan, startsAfter, wording)],
          ...(branch ? [[words.branch, optionWords(plan, branch)] satisfies [string, ReactNode]] : []),
          ...(waitsFor.length > 0
            ? [[words.waitsFor, factsOf(plan, waitsFor, wording)] satisfies [string, ReactNode]]
            : []),
          ...(visits.length > 0
            ? [
                [phase.informs ? words.informs : words.visits, electorateWords(plan, visits)] satisfies [
                  string,
                  ReactNode,
                ],
              ]
            : []),
          ...(gate ? gateTerms(plan, phase, gate, wording) : []),
        ]}
      />
      <Paragraph quiet>
        {words.source}: <cite>{source}</cite>
      </Paragraph>
    </li>
  );
}

/** A gate in words: what is asked of whom, and when it is a go. */
function gateTerms(
  plan: Plan,
  { gateAfter, gateWaitsFor = [] }: Phase,
  gate: Gate,
  wording: Wording,
): [string, ReactNode][] {
  const {
    gateTermsView,
    workflowPage: words,
    listWords,
    electorateWords,
    gatePage,
    concluderWords,
    foundedWords,
  } = wording;
  const founded = foundedWords(plan, [...gate.electorate, gate.ruledBy]);
  const { rule, questions, options, electorate, weeksFromReceipt } = gateTermsView(plan, {
    gate,
    groups: plan.workflow.groups,
  });
  return [
    [words.moment, gate.title],
    ...(gateAfter.length > 0
      ? [[words.gateAfter, titlesOf(plan, gateAfter, wording)] satisfies [string, ReactNode]]
      : []),
    ...(gateWaitsFor.length > 0
      ? [[words.gateWaitsFor, factsOf(plan, gateWaitsFor, wording)] satisfies [string, ReactNode]]
      : []),
    [words.question, questions.map(({ text }) => text).join(' ')],
    ...(options.length > 0
      ? [[words.options, listWords(options.map((option) => option.title))] satisfies [string, ReactNode]]
      : []),
    [words.decides, electorateWords(plan, electorate)],
    [
      words.rule,
      <>
        {rule.text}
        <WeightSources sources={rule.sources} />
      </>,
    ],
    ...(rule.assumed === null
      ? []
      : [[words.assumption, gatePage.assumed(rule.assumed)] satisfies [string, ReactNode]]),
    ...(weeksFromReceipt === null
      ? []
      : [[words.term, gatePage.weeks(weeksFromReceipt)] satisfies [string, ReactNode]]),
    [words.ruledBy, concluderWords(plan, gate)],
    ...(founded.length > 0 ? [[words.founded, founded.join('; ')] satisfies [string, ReactNode]] : []),
  ];
}

const titlesOf = ({ phases }: Plan, ids: readonly Slug[], { listWords }: Wording): string =>
  listWords(
    ids.map((id) => {
      const phase = phases.get(id);
      return phase ? `${phase.number}. ${phase.title}` : id;
    }),
  );

const factsOf = ({ workflow: { outside = {} } }: Plan, ids: readonly Slug[], { listWords }: Wording): string =>
  listWords(ids.map((id) => outside[id]?.title ?? id));
