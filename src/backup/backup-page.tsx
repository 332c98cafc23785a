// What the administrator sees of backups. It shows; who looks when is for others.
import { basename } from 'node:path';
import { Alert, Paragraph, Section, Terms } from '../http/page/basics.js';
import { Frame, type Surroundings } from '../http/page/frame.js';
import { Cell, Row, Table } from '../http/page/table.js';
import { useWording } from '../http/page/wording.js';
import type { BackupsNow } from './backup-schedule.js';

interface Props {
  around: Surroundings;
  backups: BackupsNow;
}

export const BackupPage = ({ around, backups }: Props) => {
  const { backupPages: words } = useWording();
  const { restored } = backups;
  return (
    <Frame title={words.title} around={around}>
      {restored && (
        <Alert tone="info">
          <Paragraph>{words.restored(restored)}</Paragraph>
          <Paragraph>{words.doAgain}</Paragraph>
        </Alert>
      )}
      <Standing {...backups} />
      <Last {...backups} />
      <Kept {...backups} />
      <Restoring {...backups} />
      <Section title={words.keeping}>
        <Paragraph>{words.apart}</Paragraph>
      </Section>
    </Frame>
  );
};

const Standing = ({ word, last, failed, plan }: BackupsNow) => {
  const { backupPages: words } = useWording();
  const told = {
    off: ['warning', words.off],
    ok: ['ok', plan ? words.ok : words.byHandAlone],
    late: ['warning', !plan ? words.lateByHand : last ? words.late : words.none],
    failed: ['error', failed ? words.failed(failed) : words.none],
  } as const;
  const [tone, sentence] = told[word];
  return (
    <Alert tone={tone}>
      <Paragraph>{sentence}</Paragraph>
    </Alert>
  );
};

const Last = ({ last }: BackupsNow) => {
  const { backupPages: words, momentWords, sizeWords, heldWords } = useWording();
  if (!last) return null;
  return (
    <Section title={words.last}>
      <Terms
        items={[
          [words.made, momentWords(last.at)],
          [words.holds, heldWords(last)],
          [words.until, last.newest === null ? words.nothingYet : momentWords(last.newest)],
          [words.size, sizeWords(last.size)],
          [words.where, <code key="file">{last.file}</code>],
        ]}
      />
    </Section>
  );
};

const Kept = ({ plan, kept, gone }: BackupsNow) => {
  const { backupPages: words, momentWords, sizeWords } = useWording();
  if (!plan) return null;
  return (
    <Section title={words.kept}>
      <Paragraph>
        {words.keptIn} <code>{plan.folder}</code>. {words.rhythm(plan)}
      </Paragraph>
      {kept.length > 0 && (
        <Table label={words.kept} kind="sluis-stacked" heads={[words.file, words.madeAt, words.size, words.state]}>
          {kept.map(({ file, at, size, verified }) => (
            <Row key={file} head={basename(file)}>
              <Cell head={words.madeAt}>{momentWords(at)}</Cell>
              <Cell head={words.size}>{verified ? sizeWords(size) : '–'}</Cell>
              <Cell head={words.state}>{gone.has(file) ? words.gone : verified ? words.verified : words.damaged}</Cell>
            </Row>
          ))}
        </Table>
      )}
    </Section>
  );
};

const Restoring = ({ last }: BackupsNow) => {
  const { backupPages: words } = useWording();
  const { restoring } = words;
  return (
    <Section title={words.toRestore}>
      <Paragraph>{restoring.why}</Paragraph>
      <ol>
        <li>{restoring.stop}</li>
        <li>
          {restoring.give} <code>{restoring.command(last?.file)}</code>
          <br />
          {restoring.given}
        </li>
        <li>
          {restoring.start} <code>{restoring.serve}</code>
        </li>
        <li>{words.doAgain}</li>
      </ol>
    </Section>
  );
};
