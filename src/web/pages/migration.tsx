// What a migration will do: each phase with where it goes and how it will stand, and what changes in it.
import type { MigrationView, PhaseMigration } from '../../domain/views/migration-view.js';
import { fateWords, keptWords, statusWords, wordChange } from '../../wording/differences.js';
import { migration as words } from '../../wording/migration.js';
import { capital, planWords } from '../../wording/words.js';
import { Paragraph, Section } from '../components/basics.js';

export const MigrationReport = ({ view: { from, to, phases, changes } }: { view: MigrationView }) => (
  <Section title={words.will} id="wat-dit-doet">
    <Paragraph>{words.from(planWords(from), planWords(to))}</Paragraph>
    {phases.every(({ status }) => status === null || status === 'passed' || status === 'skipped') && (
      <Paragraph>{words.completed}</Paragraph>
    )}
    <div className="sluis-scroll" role="region" aria-label={words.will} tabIndex={0}>
      <table className="utrecht-table sluis-followed">
        <thead className="utrecht-table__header">
          <tr className="utrecht-table__row">
            {[words.phase, words.then, words.changes].map((head) => (
              <th key={head} className="utrecht-table__header-cell" scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="utrecht-table__body">
          {phases.map((phase) => (
            <PhaseRow key={`${phase.from} ${phase.to}`} phase={phase} />
          ))}
        </tbody>
      </table>
    </div>
    {changes.length > 0 && (
      <>
        <Paragraph>{words.whole}:</Paragraph>
        <Lines lines={changes.map(wordChange)} />
      </>
    )}
  </Section>
);

function PhaseRow({ phase }: { phase: PhaseMigration }) {
  const lines = [...keptWords(phase), ...phase.changes.map(wordChange)];
  const fate = phase.fate === 'kept' ? [] : [fateWords[phase.fate]];
  return (
    <tr className="utrecht-table__row">
      <th className="utrecht-table__header-cell" scope="row">
        {phase.title}
      </th>
      <td className="utrecht-table__cell">{capital(statusWords(phase))}</td>
      <td className="utrecht-table__cell">
        {phase.fate !== 'dropped' && (
          <Lines lines={lines.length + fate.length > 0 ? [...fate, ...lines] : [words.same]} />
        )}
      </td>
    </tr>
  );
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul className="sluis-plain">
    {lines.map((line) => (
      <li key={line}>{capital(line)}</li>
    ))}
  </ul>
);
