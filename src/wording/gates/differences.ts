// What one plan says otherwise than another, in Dutch: a clause for each change.
import type { PhaseMigration, Stay } from '../../domain/views/migration-view.js';
import type { Change, Compared, Difference, Fate, PhaseDifference } from '../../domain/workflow/difference.js';
import { longDay, windowWords } from '../language/dates.js';
import { termWords, type ChangeWords } from '../facts/terms.js';
import { listWords, phaseWords } from '../language/words.js';

export const fateWords: Record<Fate, string> = {
  kept: 'blijft',
  renamed: 'krijgt een andere naam',
  added: 'komt erbij',
  dropped: 'vervalt',
};

const stayWords: Record<Stay, string> = {
  'open-round': 'wat voorligt, blijft zoals het is voorgelegd',
  'amended-rule': 'de gewijzigde besluitregel blijft gelden',
  'moved-plan': 'de verplaatste planning blijft gelden',
};

const wordings: Record<Compared, ChangeWords> = {
  ...termWords,
  title: { label: 'naam' },
  source: { label: 'bron' },
  goal: { label: 'doeldatum', say: longDay },
  notBefore: { label: 'niet vóór', say: longDay },
  parties: { label: 'partijen', list: true },
  bodies: { label: 'organen', list: true },
  outside: { label: 'feiten van buiten', list: true },
  visits: { label: 'bezoeken', list: true },
  branch: { label: 'alleen voor wie koos voor' },
  recurs: { label: 'hoe vaak overleg' },
  goals: { label: 'doelen', list: true },
  gate: { label: 'go/no-go-moment' },
  questions: { label: 'vragen', list: true },
  verb: { label: 'werkwoord' },
  options: { label: 'mogelijkheden', list: true },
  consequences: { label: 'wat uit een mogelijkheid volgt', list: true },
  chosenBy: { label: 'wie kiest', among: { bodies: 'elk orgaan zelf', submission: 'de voorlegging' } },
  electorate: { label: 'wie besluiten', list: true },
  ruledBy: { label: 'wie concludeert' },
  rule: { label: 'besluitregel' },
  assumed: { label: 'aanname bij de regel' },
  mandates: { label: 'mandaten', list: true },
};

/** wie besluiten: erbij Raad van Assen; niet meer College van Assen */
export function wordChange(change: Change): string {
  if (change.what === 'planned') {
    const [[from], [to]] = [change.from, change.to];
    const moved = turned('planning', windowWords(from), windowWords(to));
    return windowWords(from) === windowWords(to) ? turned('streven', quoted(from.aim), quoted(to.aim)) : moved;
  }
  const { label, list, among, say } = wordings[change.what];
  const [from, to] = [change.from, change.to].map((values) =>
    values.map((value) => among?.[value] ?? say?.(value) ?? value),
  );
  if (list) return `${label}: ${comingAndGoing(from ?? [], to ?? [])}`;
  const whole = (values: readonly string[] = []): string =>
    among || say ? values.join('; ') : quoted(values.join('; '));
  return turned(label, whole(from), whole(to));
}

function comingAndGoing(from: readonly string[], to: readonly string[]): string {
  const [added, gone] = [to.filter((one) => !from.includes(one)), from.filter((one) => !to.includes(one))];
  const parts = [
    ...(added.length > 0 ? [`erbij ${listWords(added)}`] : []),
    ...(gone.length > 0 ? [`niet meer ${listWords(gone)}`] : []),
  ];
  return parts.length > 0 ? parts.join('; ') : 'in een andere volgorde';
}

const quoted = (text: string | null): string => (text ? `“${text}”` : '');

function turned(label: string, from: string, to: string): string {
  if (from === '') return `${label}: voortaan ${to}`;
  return to === '' ? `${label}: vervalt, was ${from}` : `${label}: eerst ${from}, voortaan ${to}`;
}

/** What is kept of a phase: 1 voorlegging, 12 besluiten en 1 conclusie gaan mee; and what stays as it was. */
export function keptWords({ rounds, decisions, rulings, stays }: PhaseMigration): string[] {
  const numbers = [
    count(rounds, 'voorlegging', 'voorleggingen'),
    count(decisions, 'besluit', 'besluiten'),
    count(rulings, 'conclusie', 'conclusies'),
  ].flat();
  const verb = rounds + decisions + rulings === 1 ? 'gaat' : 'gaan';
  return [
    ...(numbers.length > 0 ? [`${listWords(numbers)} ${verb} mee`] : []),
    ...stays.map((stay) => stayWords[stay]),
  ];
}

const count = (n: number, one: string, many: string): string[] => (n === 0 ? [] : [`${n} ${n === 1 ? one : many}`]);

/** A phase of a difference in one line: what becomes of it. */
export const wordPhase = ({ title, fate }: PhaseDifference): string => `${title}: ${fateWords[fate]}`;

/** How a phase will stand; that it is left out where it has no place. */
export const statusWords = ({ status, to }: PhaseMigration): string =>
  status === null ? (to === null ? fateWords.dropped : 'kan hier niet') : phaseWords[status];

/** The whole difference as lines of text; phases that stay as they were are left out. */
export function differenceLines({ changes, phases }: Difference): string[] {
  const changed = phases.filter((phase) => phase.fate !== 'kept' || phase.changes.length > 0);
  const lines = [
    ...changes.map(wordChange),
    ...changed.flatMap((phase) => [wordPhase(phase), ...phase.changes.map((change) => `  ${wordChange(change)}`)]),
  ];
  return lines.length > 0 ? lines : ['geen verschil'];
}
