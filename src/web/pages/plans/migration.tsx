// What a migration will do: the phases with what goes along and what changes in them, and in a line each those that come,
// go, or stay as they are.
import type { MigrationView, PhaseMigration } from '../../../domain/views/migration-view.js';
import type { Wording } from '../../../wording/wording.js';
import { useWording } from '../../../http/page/wording.js';
import { Paragraph, Section } from '../../../http/page/basics.js';

export function MigrationReport({ view: { from, to, phases, changes } }: { view: MigrationView }) {
  const wording = useWording();
  const { listWords, migration: words, planWords, statusWords, wordChange } = wording;
  const going = phases.filter(({ fate }) => fate === 'kept' || fate === 'renamed');
  const told = going.filter((phase) => linesOf(phase, wording).length > 0);
  const titles = (list: readonly PhaseMigration[]): string => listWords(list.map(({ title }) => title));
  const groups: [string, PhaseMigration[]][] = [
    [words.coming, phases.filter(({ fate }) => fate === 'added')],
    [words.going, phases.filter(({ fate }) => fate === 'dropped')],
    [words.staying, going.filter((phase) => !told.includes(phase))],
  ];
  return (
    <Section title={words.will} id="wat-dit-doet">
      <Paragraph>{words.from(planWords(from), planWords(to))}</Paragraph>
      {phases.every(({ status }) => status === null || status === 'passed' || status === 'skipped') && (
        <Paragraph>{words.completed}</Paragraph>
      )}
      <ul className="sluis-list">
        {told.map((phase) => (
          <li key={phase.to} className="sluis-list__item">
            <strong>{phase.title}</strong> {words.then(statusWords(phase))}
            <Lines lines={linesOf(phase, wording)} />
          </li>
        ))}
        {groups.map(([label, list]) =>
          list.length === 0 ? null : (
            <li key={label} className="sluis-list__item">
              <strong>{label}</strong> {titles(list)}
            </li>
          ),
        )}
        {changes.length > 0 && (
          <li className="sluis-list__item">
            <strong>{words.whole}</strong>
            <Lines lines={changes.map(wordChange)} />
          </li>
        )}
      </ul>
    </Section>
  );
}

/** What there is to say of a phase that goes along. */
const linesOf = (phase: PhaseMigration, { fateWords, keptWords, wordChange }: Wording): string[] => [
  ...(phase.fate === 'renamed' ? [fateWords.renamed] : []),
  ...keptWords(phase),
  ...phase.changes.map(wordChange),
];

const Lines = ({ lines }: { lines: readonly string[] }) => {
  const { capital } = useWording();
  return (
    <ul className="sluis-plain sluis-quiet">
      {lines.map((line) => (
        <li key={line}>{capital(line)}</li>
      ))}
    </ul>
  );
};
