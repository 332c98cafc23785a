// By whom, of whom and with which words lines of a log are looked for: folded until it is asked.
import type { Moment } from '../../../domain/fold/history.js';
import type { BodyId, Id } from '../../../domain/vocabulary.js';
import { Alert, Button, Link, Paragraph } from '../../../http/page/basics.js';
import { FormField, type Field } from '../../../http/page/fields.js';
import { useWording } from '../../../http/page/wording.js';
import type { Wording } from '../../../wording/wording.js';

export const wordsMax = 200;

/** As it stands in the address; empty where nothing is asked. */
export interface LogFilter {
  toon: string;
  orgaan: string;
  wie: string;
  zoek: string;
}

/** What can be asked of a log, and what is. */
export interface AskedLog {
  filter: LogFilter;
  /** Whether the address asks what is not there. */
  isUnknown: boolean;
  bodies: { value: BodyId; label: string }[];
  /** Who recorded something, by name; nobody for who sees no names. */
  people: { value: Id; label: string }[];
}

interface Props {
  action: string;
  /** Where all of it is. */
  all: string;
  moment: Moment;
  asked: AskedLog;
}

export const LogFilterForm = ({ action, all, moment: { asOf, knownAt }, asked }: Props) => {
  const wording = useWording();
  const { logFind: find } = wording;
  const { filter, isUnknown } = asked;
  const isAsked = filter.orgaan !== '' || filter.wie !== '' || filter.zoek !== '';
  const kept = { asOf, knownAt, toon: filter.toon };
  return (
    <>
      {isUnknown && (
        <Alert tone="warning">
          <Paragraph>{find.unknown}</Paragraph>
        </Alert>
      )}
      <details className="sluis-details sluis-noprint" open={isAsked}>
        <summary>{find.title}</summary>
        <form className="sluis-filter" method="get" action={action}>
          {Object.entries(kept).map(
            ([name, value]) => value !== null && <input key={name} type="hidden" name={name} value={value} />,
          )}
          {fieldsOf(asked, wording).map((field) => (
            <FormField key={field.name} field={field} value={filter[field.name]} error={undefined} />
          ))}
          <p className="sluis-actions">
            <Button>{find.show}</Button>
            {isAsked && <Link href={all}>{find.clear}</Link>}
          </p>
        </form>
      </details>
    </>
  );
};

type FilterField = Field & { name: keyof LogFilter };

function fieldsOf({ bodies, people }: AskedLog, { logFind: find }: Wording): FilterField[] {
  const all = { value: '', label: find.all };
  const person: FilterField = {
    name: 'wie',
    label: find.person,
    kind: 'select',
    choices: [all, ...people],
    sometimes: true,
  };
  return [
    { name: 'orgaan', label: find.body, kind: 'select', choices: [all, ...bodies], sometimes: true },
    ...(people.length > 0 ? [person] : []),
    { name: 'zoek', label: find.words, kind: 'text', max: wordsMax, sometimes: true },
  ];
}
