// The security log for administrators: what is looked for, and what was found, the newest first.
import { securityKinds } from '../../../domain/security/entries.js';
import type { NamedPerson, SecurityEntryView } from '../../../domain/views/security-view.js';
import type { SecurityEntry } from '../../../domain/security/entries.js';
import { Alert, Button, Link, Paragraph } from '../../../http/page/basics.js';
import { FormField, type Field } from '../../../http/page/fields.js';
import { Frame, type Surroundings } from '../../../http/page/frame.js';
import { Cell, Row, Table } from '../../../http/page/table.js';
import { useWording } from '../../../http/page/wording.js';
import type { Wording } from '../../../wording/wording.js';

export const securityPath = '/beveiligingslogboek';

/** As much of the id of a request as finds its line in the log of the server. */
const idShown = 8;

/** What is looked for, as it stands in the address. */
export interface SecurityFilter {
  soort?: string | undefined;
  wie?: string | undefined;
  adres?: string | undefined;
  van?: string | undefined;
  tot?: string | undefined;
}

export function securityAddress(filter: SecurityFilter & { na?: string }): string {
  const said = Object.entries(filter).filter((one): one is [string, string] => Boolean(one[1]));
  return said.length === 0 ? securityPath : `${securityPath}?${new URLSearchParams(said).toString()}`;
}

interface Props {
  around: Surroundings;
  filter: SecurityFilter;
  /** Of whom it is, where it is of one person alone. */
  of: NamedPerson | null;
  found: { view: SecurityEntryView; entry: SecurityEntry }[];
  /** The address of what is older, if anything is. */
  older: string | null;
  days: number;
  damagedAt: number | null;
}

export const SecurityLogPage = ({ around, filter, of, found, older, days, damagedAt }: Props) => {
  const { securityPages: words } = useWording();
  return (
    <Frame title={words.title} around={around}>
      {damagedAt !== null && (
        <Alert tone="error">
          <Paragraph>{words.damaged(damagedAt)}</Paragraph>
        </Alert>
      )}
      <Paragraph quiet>{words.why(days)}</Paragraph>
      <Filter filter={filter} of={of} />
      {found.length === 0 ? <Paragraph>{words.nothing}</Paragraph> : <Found filter={filter} found={found} />}
      {older !== null && <Link href={older}>{words.older}</Link>}
    </Frame>
  );
};

const Filter = ({ filter, of }: Pick<Props, 'filter' | 'of'>) => {
  const wording = useWording();
  const { securityPages: words, peoplePages } = wording;
  return (
    <form className="sluis-filter sluis-noprint" method="get" action={securityPath}>
      {of && (
        <Paragraph>
          {words.onlyOf(of.name ?? peoplePages.erasedPerson)}{' '}
          <Link href={securityAddress({ ...filter, wie: '' })}>{words.ofEverybody}</Link>
          <input type="hidden" name="wie" value={of.id} />
        </Paragraph>
      )}
      {fieldsOf(wording).map((field) => (
        <FormField key={field.name} field={field} value={filter[field.name] ?? ''} error={undefined} />
      ))}
      <p className="sluis-actions">
        <Button>{words.show}</Button>
      </p>
    </form>
  );
};

type FilterField = Field & { name: keyof SecurityFilter };

function fieldsOf({ securityPages: words, securityKindWords }: Wording): FilterField[] {
  const kinds = securityKinds.map((kind) => ({ value: kind, label: securityKindWords[kind] }));
  const choices = [{ value: '', label: words.everything }, ...kinds];
  return [
    { name: 'soort', label: words.kind, kind: 'select', choices, sometimes: true },
    { name: 'adres', label: words.address, kind: 'text', sometimes: true, max: 64 },
    { name: 'van', label: words.from, kind: 'day', sometimes: true },
    { name: 'tot', label: words.until, kind: 'day', sometimes: true },
  ];
}

const Found = ({ filter, found }: Pick<Props, 'filter' | 'found'>) => {
  const wording = useWording();
  const { securityPages: words, peoplePages } = wording;
  const linked = ({ id, name }: NamedPerson) => (
    <Link href={securityAddress({ ...filter, wie: id })}>{name ?? peoplePages.erasedPerson}</Link>
  );
  return (
    <Table
      label={words.title}
      kind="sluis-stacked"
      heads={[words.when, words.what, words.who, words.address, words.request]}
    >
      {found.map(({ view, entry }) => {
        const { address = '', request, route } = entry.facts;
        return (
          <Row key={view.sequence} head={words.at(view.recordedAt)}>
            <Cell head={words.what}>
              {toldOf(entry, wording)}
              {view.about && view.about.id !== view.person?.id && (
                <>
                  {' '}
                  {words.about} {linked(view.about)}
                </>
              )}
            </Cell>
            <Cell head={words.who}>{view.person ? linked(view.person) : words.nobody}</Cell>
            <Cell head={words.address}>
              {address === '' ? '–' : <Link href={securityAddress({ ...filter, adres: address })}>{address}</Link>}
            </Cell>
            <Cell head={words.request}>
              {route ?? '–'} {request !== undefined && <code title={request}>{request.slice(0, idShown)}</code>}
            </Cell>
          </Row>
        );
      })}
    </Table>
  );
};

function toldOf(entry: SecurityEntry, { securityKindWords, securityDetail }: Wording): string {
  const words: Partial<Record<string, string>> = securityKindWords; // of a kind that a newer version knows there are none
  const [kind, detail] = [words[entry.type] ?? entry.type, securityDetail(entry)];
  return detail === '' ? kind : `${kind}: ${detail}`;
}
