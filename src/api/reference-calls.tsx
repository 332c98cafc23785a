// A call on the page about the API: what it does, what it is sent, what it answers, and how it is tried.
import { Heading, Link, Paragraph } from '../http/page/basics.js';
import { useWording } from '../http/page/wording.js';
import type { ApiDocument, Operation } from './openapi.js';
import { commandOf, sampleBody } from './reference-example.js';
import { Fields, linesOf, nameIn, Said, ToSchema, type JsonSchema } from './reference-fields.js';

interface CallProps {
  document: ApiDocument;
  method: string;
  path: string;
  operation: Operation;
}

/** Where a refusal of a status is described, and an answer as the description has it. */
interface DescribedAnswer {
  $ref?: string;
  description?: string;
  headers?: Record<string, object>;
  content?: Record<string, { schema: JsonSchema }>;
}

/** So many headers are on every answer, and stand before the others. */
const commonHeaders = 4;

export const Call = ({ document, method, path, operation }: CallProps) => {
  const { reference } = useWording();
  const example = { anything: reference.anything, yourPassword: reference.yourPassword };
  const sample = sampleBody(operation, document, example);
  return (
    <section className="sluis-call" id={operation.operationId}>
      <Heading level={3}>{operation.summary}</Heading>
      <p className="sluis-call__line">
        <strong>{method.toUpperCase()}</strong> <code>{path}</code>
      </p>
      <Paragraph>
        <Said text={operation.description} />
        {operation.security.length === 0 && ` ${reference.open}`}
      </Paragraph>
      <Parameters operation={operation} />
      <Body operation={operation} document={document} />
      <h4>{reference.answers}</h4>
      <Answers operation={operation} />
      <h4>{reference.example}</h4>
      <pre className="sluis-command">{commandOf(method, path, operation, sample)}</pre>
    </section>
  );
};

const Parameters = ({ operation: { parameters } }: Pick<CallProps, 'operation'>) => {
  const { reference } = useWording();
  if (parameters.length === 0) return null;
  const places = { path: reference.inPath, query: reference.inQuery, header: reference.inHeader };
  const lines = parameters.map(({ name, in: place, required, schema, description }) => {
    return { name, schema, needed: required, meaning: description, where: places[place] };
  });
  return (
    <>
      <h4>{reference.parameters}</h4>
      <Fields lines={lines} sent />
    </>
  );
};

/** The names of the schemas that a call can be sent. */
export const bodiesOf = ({ requestBody }: Operation): string[] => {
  const schema = requestBody?.content['application/json']?.schema as JsonSchema | undefined; // the schemas are ours
  return (schema?.anyOf ?? (schema ? [schema] : [])).map(({ $ref = '' }) => nameIn($ref));
};

const Body = ({ operation, document }: Pick<CallProps, 'operation' | 'document'>) => {
  const { reference } = useWording();
  const [name, correction] = bodiesOf(operation);
  if (name === undefined) return null;
  const lines = linesOf(document.components.schemas[name] as JsonSchema); // as above
  return (
    <>
      <h4>{reference.body}</h4>
      <p>
        {reference.bodyIs} <ToSchema name={name} />.
        {correction !== undefined && (
          <>
            {' '}
            {reference.correctionIs} <ToSchema name={correction} />.
          </>
        )}
      </p>
      {lines.length > 0 && <Fields lines={lines} sent />}
    </>
  );
};

const Answers = ({ operation: { responses } }: Pick<CallProps, 'operation'>) => {
  const { reference } = useWording();
  const all = Object.entries(responses) as [string, DescribedAnswer][]; // as describe.ts makes them
  return (
    <>
      <ul className="sluis-plain">
        {all.flatMap(([status, answer]) =>
          answer.$ref === undefined ? [<Success key={status} status={status} {...answer} />] : [],
        )}
      </ul>
      <p>
        {reference.refusalsHere}:{' '}
        {all.flatMap(([status, { $ref }], i) =>
          $ref === undefined
            ? []
            : [
                <span key={status}>
                  <Link href={`#refusal-${nameIn($ref)}`}>{status}</Link>
                  {i < all.length - 1 && ', '}
                </span>,
              ],
        )}
      </p>
    </>
  );
};

const Success = ({ status, description = '', headers = {}, content }: DescribedAnswer & { status: string }) => {
  const { reference } = useWording();
  const schema = content?.['application/json']?.schema;
  const names = (schema?.anyOf ?? (schema ? [schema] : [])).map(({ $ref = '' }) => nameIn($ref));
  const own = Object.keys(headers).slice(commonHeaders);
  return (
    <li>
      <strong>{status}</strong> {description}
      {names.map((name, i) => (
        <span key={name}>
          {i > 0 && ` ${reference.or}`} <ToSchema name={name} />
        </span>
      ))}
      {names.length > 0 && '.'}
      {own.length > 0 && ` ${reference.alsoHeaders} `}
      {own.map((name, i) => (
        <span key={name}>
          {i > 0 && ', '}
          <Link href={`#header-${name}`}>{name}</Link>
        </span>
      ))}
    </li>
  );
};
