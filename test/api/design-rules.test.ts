// The description of the API keeps to the design rules and to OpenAPI; and each rule finds what breaks it.
import { Document, Spectral, type RulesetDefinition } from '@stoplight/spectral-core';
import parsers from '@stoplight/spectral-parsers'; // whose names Node does not see
import { oas } from '@stoplight/spectral-rulesets';
import { TestServer } from '../support/server.js';
import { designRules } from './design-rules.js';

type RuleName = keyof typeof designRules;

async function findings(document: object, extended: [typeof oas, 'recommended'][] = []): Promise<string[]> {
  const spectral = new Spectral();
  spectral.setRuleset({ extends: extended, rules: designRules } as RulesetDefinition); // the rules know their own values
  const found = await spectral.run(new Document(JSON.stringify(document), parsers.Json));
  return found.map(({ code, path, message }) => `${code} ${path.join('/')}: ${message}`);
}

it('the served description breaks no rule, neither of ours nor of OpenAPI, and gives no warning', async () => {
  const server = await TestServer.start();
  try {
    expect(await findings(server.anyone.description.document, [[oas, 'recommended']])).toEqual([]);
  } finally {
    await server.stop();
  }
});

const headers = { 'API-Version': { schema: { type: 'string' } } };
const problem = {
  type: 'object',
  properties: { status: { type: 'integer' }, title: { type: 'string' }, detail: { type: 'string' } },
  required: ['status', 'title', 'detail'],
};
const refused = { description: 'Nee', headers, content: { 'application/problem+json': { schema: problem } } };
const started = { type: 'object', properties: { startedOn: { type: 'string', format: 'date' } } };

/** The smallest document that keeps to every rule. */
const right = () => ({
  openapi: '3.1.0',
  info: {
    title: 'Proef',
    version: '1.2.3',
    description: 'Wat er veranderde: [wijzigingen](https://sluis.example/api-changes.md).',
    contact: { name: 'Proef', url: 'https://sluis.example', email: 'api@sluis.example' } as object,
  },
  servers: [{ url: 'https://sluis.example/api/v1' }],
  paths: {
    '/dossiers': {
      post: {
        description: 'Begint een traject.',
        security: [] as object[] | undefined,
        parameters: [{ name: 'asOf', in: 'query', schema: { type: 'string', format: 'date' } }],
        requestBody: { content: { 'application/json': { schema: started } } },
        responses: { '201': { description: 'Ja', headers }, '400': refused },
      },
    },
  } as Record<string, { post: Post } & Record<string, object>>,
});

interface Post {
  description: string;
  security: object[] | undefined;
  parameters: { name: string; in: string; schema: object }[];
  requestBody: object;
  responses: Record<string, object>;
}

type Doc = ReturnType<typeof right>;

/** Breaks one thing of the call; the rest stays right. */
const inCall = (change: (post: Post) => void) => (document: Doc) => {
  const item = document.paths['/dossiers'];
  if (item) change(item.post);
};
const movedTo = (path: string) => (document: Doc) => {
  document.paths = { [path]: document.paths['/dossiers'] ?? { post: {} as Post } };
};
const inProperties = (properties: object) =>
  inCall((post) => {
    post.requestBody = { content: { 'application/json': { schema: { type: 'object', properties } } } };
  });

/** For each rule what breaks it, in every way that it knows. */
const broken: Record<RuleName, ((document: Doc) => void)[]> = {
  'doc-openapi': [(document) => (document.openapi = '2.0')],
  'doc-openapi-contact': [
    (document) => (document.info.contact = { name: 'Proef', url: 'https://sluis.example' }),
    (document) => (document.info.contact = {}),
  ],
  'doc-language': [inCall((post) => (post.description = ''))],
  changelog: [(document) => (document.info.description = 'Gezamenlijke besluiten.')],
  semver: [(document) => (document.info.version = '1.2')],
  'uri-version': [
    (document) => (document.servers = []),
    (document) => (document.servers = [{ url: 'https://sluis.example/api' }]),
    (document) => (document.servers = [{ url: 'https://sluis.example/api/v2' }]),
  ],
  'version-header': [
    inCall(({ responses }) => (responses['201'] = { description: 'Ja' })),
    inCall(({ responses }) => (responses['400'] = { ...refused, headers: {} })),
  ],
  'no-trailing-slash': [movedTo('/dossiers/')],
  'path-segments-kebab-case': [movedTo('/deDossiers'), movedTo('/de_dossiers'), movedTo('/-dossiers')],
  'query-keys-camel-case': [
    inCall((post) => (post.parameters = [{ name: 'as-of', in: 'query', schema: {} }])),
    inCall((post) => (post.parameters = [{ name: 'AsOf', in: 'query', schema: {} }])),
  ],
  'http-methods': [(document) => Object.assign(document.paths['/dossiers'] ?? {}, { options: {} })],
  'naming-collections': [movedTo('/dossier'), movedTo('/dossiers/{dossier}/stop')],
  'problem-details': [
    inCall(({ responses }) => (responses['400'] = { description: 'Nee', headers })),
    inCall(
      ({ responses }) => (responses['400'] = { ...refused, content: { 'application/json': { schema: problem } } }),
    ),
    inCall(({ responses }) => {
      const schema = { ...problem, required: ['status', 'title'] };
      responses['400'] = { ...refused, content: { 'application/problem+json': { schema } } };
    }),
  ],
  'invalid-input': [
    inCall(({ responses }) => delete responses['400']),
    inCall(({ responses }) => (responses['422'] = refused)),
  ],
  'date-time-format': [
    inProperties({ startedOn: { type: 'string' } }),
    inProperties({ on: { type: ['string', 'null'] } }),
    inProperties({ nextDate: { type: 'string', format: 'date-time' } }),
    inProperties({ expiresAt: { type: 'string', pattern: 'Z$' } }),
  ],
  'date-time-timezone': [inProperties({ begin: { type: 'string', format: 'time' } })],
  'security-defined': [inCall((post) => delete (post as Partial<Post>).security)],
};

it('a small document that is right breaks no rule', async () => {
  expect(await findings(right())).toEqual([]);
});

it.each(Object.entries(broken))('%s finds what breaks it, and nothing else does', async (rule, breaks) => {
  for (const change of breaks) {
    const document = right();
    change(document);
    const found = await findings(document);
    expect([found, new Set(found.map((one) => one.split(' ')[0]))]).toEqual([found, new Set([rule])]);
  }
});
