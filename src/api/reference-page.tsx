// The page about the API, in the parts that it is drawn in.
import type { ReactElement } from 'react';
import { Heading, Link, Paragraph, Section } from '../http/page/basics.js';
import { Frame, type Surroundings } from '../http/page/frame.js';
import { Cell, Row, Table } from '../http/page/table.js';
import { useWording } from '../http/page/wording.js';
import { changesPath, type ApiDocument, type Operation } from './openapi.js';
import { bodiesOf, Call } from './reference-calls.js';
import { Codes, Fields, Kind, linesOf, Said, type JsonSchema } from './reference-fields.js';

interface FoundCall {
  path: string;
  method: string;
  operation: Operation;
}

const callsOf = ({ paths }: ApiDocument): FoundCall[] =>
  Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ path, method, operation })),
  );

/** Each is drawn by itself: together they would hold up everybody else. */
export const partsOf = (document: ApiDocument): ReactElement[] => {
  const calls = callsOf(document);
  const sent = new Set(calls.flatMap(({ operation }) => bodiesOf(operation)));
  const { headers, responses, schemas } = document.components;
  return [
    <Trying key="trying" server={document.servers[0]?.url ?? ''} />,
    <Glossary key="glossary" />,
    <Contents key="contents" document={document} calls={calls} />,
    ...document.tags.flatMap(({ name, description }) => [
      <GroupHeading key={name} name={name} description={description} />,
      ...calls
        .filter(({ operation }) => operation.tags.includes(name))
        .map((call) => <Call key={call.operation.operationId} document={document} {...call} />),
    ]),
    <Refusals key="refusals" responses={responses} />,
    <Headers key="headers" headers={headers} />,
    <SchemasHeading key="schemas" />,
    ...Object.entries(schemas).map(([name, schema]) => (
      <Schema key={name} name={name} schema={schema} sent={sent.has(name)} />
    )),
  ];
};

interface ReferencePageProps {
  around: Surroundings;
  version: string;
  /** The parts, drawn and put together. */
  drawn: string;
}

export const ReferencePage = ({ around, version, drawn }: ReferencePageProps) => {
  const { reference } = useWording();
  return (
    <Frame title={reference.title} around={around} kicker={reference.version(version)}>
      <Paragraph>{reference.purpose}</Paragraph>
      <Paragraph>
        {reference.changes} <Link href={changesPath}>{reference.changed}</Link>.
      </Paragraph>
      <Paragraph>
        <Said text={reference.refusals} />
      </Paragraph>
      <div dangerouslySetInnerHTML={{ __html: drawn }} />
    </Frame>
  );
};

const Trying = ({ server }: { server: string }) => {
  const { reference } = useWording();
  const credentials = JSON.stringify({ email: 'naam@gemeente.example', password: reference.yourPassword });
  const first = [
    `export SLUIS='${server}'`,
    `curl -sS "$SLUIS/tokens" -H 'Content-Type: application/json' \\\n  -d '${credentials}'`,
    "export TOKEN='…'",
    'curl -sS "$SLUIS/me" -H "Authorization: Bearer $TOKEN"',
  ];
  return (
    <Section title={reference.trying}>
      <Paragraph>
        <Said text={reference.tryingFirst} />
      </Paragraph>
      <pre className="sluis-command">{first.join('\n')}</pre>
      <Paragraph>
        <Said text={reference.tryingNext} />
      </Paragraph>
      <Paragraph>
        {reference.importing} <Link href="/openapi.json">{`${server}/openapi.json`}</Link>.
      </Paragraph>
    </Section>
  );
};

const Glossary = () => {
  const { reference } = useWording();
  return (
    <Section title={reference.terms}>
      <Paragraph>{reference.names}</Paragraph>
      <Table label={reference.terms} heads={reference.termHeads}>
        {reference.glossary.map(([name, onScreen, meaning]) => (
          <Row key={name} head={<code>{name}</code>}>
            <Cell>{onScreen}</Cell>
            <Cell>{meaning}</Cell>
          </Row>
        ))}
      </Table>
    </Section>
  );
};

const Contents = ({ document, calls }: { document: ApiDocument; calls: readonly FoundCall[] }) => {
  const { reference } = useWording();
  const rest = [
    ['refusals', reference.refusalsTitle],
    ['headers', reference.headersTitle],
    ['schemas', reference.schemasTitle],
  ];
  return (
    <nav className="sluis-section sluis-contents" aria-label={reference.contents}>
      <Heading level={2}>{reference.contents}</Heading>
      <ul>
        {document.tags.map(({ name }) => (
          <li key={name}>
            <Link href={`#group-${name}`}>{capital(name)}</Link>
            <ul>
              {calls.flatMap(({ operation: { tags, operationId, summary } }) =>
                tags.includes(name)
                  ? [
                      <li key={operationId}>
                        <Link href={`#${operationId}`}>{summary}</Link>
                      </li>,
                    ]
                  : [],
              )}
            </ul>
          </li>
        ))}
        {rest.map(([id, title]) => (
          <li key={id}>
            <Link href={`#${id}`}>{title}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const capital = (name: string): string => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;

const GroupHeading = ({ name, description }: { name: string; description: string }) => (
  <div className="sluis-section">
    <Heading level={2} id={`group-${name}`}>
      {capital(name)}
    </Heading>
    <Paragraph>{description}</Paragraph>
  </div>
);

const Refusals = ({ responses }: Pick<ApiDocument['components'], 'responses'>) => {
  const { reference } = useWording();
  return (
    <Section title={reference.refusalsTitle} id="refusals">
      <Paragraph>
        <Said text={reference.refusalsIntro} />
      </Paragraph>
      <dl className="sluis-fields">
        {Object.entries(responses).map(([name, { description, content }]) => {
          const { properties: narrowed = {} } = content['application/problem+json'].schema.allOf[1] as JsonSchema; // its own part
          return (
            <div key={name} id={`refusal-${name}`}>
              <dt>
                {String(narrowed.status?.const)} <code>{name}</code>
              </dt>
              <dd>
                <Said text={description} />
                <span className="sluis-quiet">
                  <Said text={reference.codes} /> <Codes values={narrowed.code?.enum ?? []} />
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
    </Section>
  );
};

const Headers = ({ headers }: Pick<ApiDocument['components'], 'headers'>) => {
  const { reference } = useWording();
  return (
    <Section title={reference.headersTitle} id="headers">
      <Paragraph>{reference.headersIntro}</Paragraph>
      <dl className="sluis-fields">
        {Object.entries(headers).map(([name, { description, schema }]) => (
          <div key={name} id={`header-${name}`}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              <Kind schema={schema} />
              <span className="sluis-quiet">
                <Said text={description} />
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
};

const SchemasHeading = () => {
  const { reference } = useWording();
  return (
    <Section title={reference.schemasTitle} id="schemas">
      <Paragraph>{reference.schemasIntro}</Paragraph>
    </Section>
  );
};

const Schema = ({ name, schema, sent }: { name: string; schema: JsonSchema; sent: boolean }) => {
  const { reference } = useWording();
  const lines = linesOf(schema);
  return (
    <section className="sluis-call" id={`schema-${name}`}>
      <Heading level={3}>{name}</Heading>
      {lines.length > 0 ? (
        <Fields lines={lines} sent={sent} />
      ) : (
        <Paragraph>
          <Said text={reference.nothing} />
        </Paragraph>
      )}
    </section>
  );
};
