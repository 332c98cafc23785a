// A played replay as lines of text: every day, what happened, where it stands written, and what it changed.
import type { DossierEvent } from '../domain/dossier/events.js';
import { subjectOf } from '../domain/dossier/release.js';
import type { Dossier } from '../domain/dossier/state.js';
import type { BodyId } from '../domain/vocabulary.js';
import { dossierView, type DossierView } from '../domain/views/dossier-view.js';
import { gateView } from '../wording/gates/views.js';
import { windowWords } from '../wording/language/dates.js';
import { replay as words } from '../wording/shell/replay.js';
import { phaseWords } from '../wording/language/words.js';
import { sayEvent } from '../wording/log/log-sentence.js';
import type { Step } from './play-replay.js';
import type { Replay } from './replay-file.js';

/** @param steps the first is the start of the dossier */
export function replayReport({ source, invented }: Replay, steps: readonly Step[]): string[] {
  const views = steps.map(({ reading }) => dossierView(reading));
  const [first, last] = [views[0], views.at(-1)];
  if (!first || !last) return [];
  const told = steps.flatMap((step, i) => {
    const [former, view] = [views[i - 1], views[i]];
    return [
      ...(steps[i - 1]?.on === step.on ? [] : ['', words.day(step.on)]),
      ...eventLines(step).map(indent(2)),
      ...(former && view ? changes(step, former, view).map(indent(4)) : []),
    ];
  });
  return [
    ...[first.title, words.from(source), ...(invented ? [words.invented] : [])],
    ...told,
    ...['', words.end(steps.at(-1)?.on ?? ''), ...ending(last).map(indent(2))],
    ...(invented ? [] : [words.unknown]),
  ];
}

const indent =
  (by: number) =>
  (line: string): string =>
    `${' '.repeat(by)}${line}`;

const eventLines = ({ line, source, events, reading: { dossier } }: Step): string[] => [
  ...events.map((event) => words.step(line, sayEvent(dossier, event, null, bodyBehind(dossier, event)))),
  ...(events.some(({ type }) => type === 'DossierStarted') ? [] : [indent(2)(words.from(source))]),
];

/** The body whose decision or condition an event is about. */
function bodyBehind({ acts, conditions }: Dossier, event: DossierEvent): BodyId | undefined {
  const id = subjectOf(event) ?? '';
  const about = (readings: readonly { id: string }[]) => readings.some((one) => one.id === id);
  return (
    conditions[id]?.body ??
    Object.values(acts)
      .flat()
      .find(({ readings }) => about(readings))?.body
  );
}

/** The phases that moved, and every gate that does not stand as it stood. */
function changes({ reading }: Step, before: DossierView, after: DossierView): string[] {
  const moved = after.phases.filter(({ status }, i) => status !== before.phases[i]?.status);
  const differs = (i: number) => JSON.stringify(after.gates[i]) !== JSON.stringify(before.gates[i]);
  const gates = after.gates.filter(({ status }, i) => status !== 'planned' && differs(i));
  return [
    ...moved.map(({ title, status }) => words.phase(title, phaseWords[status])),
    ...gates.map(({ id, title, tally }) =>
      words.gate(title, tally.decided, tally.electorate, gateView(reading, id).sentence ?? ''),
    ),
  ];
}

const ending = ({ phases }: DossierView): string[] =>
  phases.map(({ title, status, planned }) =>
    words.phase(title, status === 'planned' ? `${phaseWords[status]}, ${windowWords(planned)}` : phaseWords[status]),
  );
