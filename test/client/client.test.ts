// A client is generated from the served description, compiles as a program of somebody else would, and works.
import { resolve } from 'node:path';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import ts from 'typescript';
import { college, municipalities } from '../support/drenthe.js';
import { abo, TestServer } from '../support/server.js';

/** Named apart, so that the compiler of the suite leaves it to the one below. */
const program = resolve(import.meta.dirname, 'roadmap.ts');
const generated = resolve(import.meta.dirname, 'sluis-api.d.ts');
const password = 'een goed lang wachtwoord';

let server: TestServer;
let types: string;

beforeAll(async () => {
  server = await TestServer.start();
  const { document } = server.anyone.description;
  types = astToString(await openapiTS(document as object as OpenAPI3)); // a copy of what was served
});
afterAll(() => server.stop());

const options: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
};

/** What the compiler says of these files, beside those that exist nowhere but here. */
function faultsOf(paths: string[], made: ReadonlyMap<string, string>): string[] {
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (file) => made.has(file) || disk.fileExists(file),
    readFile: (file) => made.get(file) ?? disk.readFile(file),
    getSourceFile: (file, target, ...rest) => {
      const own = made.get(file);
      return own === undefined ? disk.getSourceFile(file, target, ...rest) : ts.createSourceFile(file, own, target);
    },
  };
  return ts
    .getPreEmitDiagnostics(ts.createProgram(paths, options, host))
    .map(({ file, messageText }) => `${file?.fileName} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
}

/** What no client may write: the types know it. */
const wrong = `import type { components } from './sluis-api.js';
type Problem = components['responses']['KeyReused']['content']['application/problem+json'];
export const code = (problem: Problem): 'idempotency-key-reused' => problem.code;
export const later = (gate: components['schemas']['Gate']): string => gate.replyBy;
`;

it('a program that plays the roadmap compiles under --strict, and one that forgets a null does not', () => {
  const beside = resolve(import.meta.dirname, 'wrong.ts');
  const made = new Map([[generated, types] as const, [beside, wrong] as const]);
  const faults = faultsOf([program, beside], made);
  expect(faults).toEqual([
    `${beside} Type 'string | null' is not assignable to type 'string'.\n  Type 'null' is not assignable to type 'string'.`,
  ]);
});

it('plays it', async () => {
  const { playRoadmap } = (await import(program)) as { playRoadmap: (roadmap: object) => Promise<object> };
  const { id, email } = await server.addPerson({ role: 'process-lead', body: abo });
  await setPassword(id);
  const played = await playRoadmap({
    url: `${server.url}/api/v1`,
    lead: { email, password },
    chair: await tokenOf('chair', abo),
    secretaries: await Promise.all(
      municipalities.map(async (one) => ({ body: college(one), token: await tokenOf('secretary', college(one)) })),
    ),
  });
  expect(played).toEqual({
    known: 0,
    first: { version: 1, next: 'start-phase' },
    refused: { status: 400, code: 'validation', pointer: '/decidedOn', because: 'bad-date' },
    ruling: 'go',
    gate: { outcome: 'go', for: 12, sentence: expect.stringContaining('12'), replyBy: '2024-05-16' },
    unchanged: 304,
  });
});

async function tokenOf(role: 'chair' | 'secretary', body: string): Promise<string> {
  await server.as(role, body);
  const token = server.tokens.get(`${role} ${body}`);
  if (token === undefined) throw new Error(`nobody is ${role} of ${body}`);
  return token;
}

/** As an administrator lets somebody choose one. */
async function setPassword(person: string): Promise<void> {
  const administrator = await server.as('administrator', null);
  const { body } = await administrator.post<{ link: string }>(`/people/${person}/invitations`, {});
  const link = body.link.replace('http://localhost:3000', server.url);
  const sent = await fetch(link, { method: 'POST', body: new URLSearchParams({ password }), redirect: 'manual' });
  if (sent.status !== 303) throw new Error(`the link answered ${sent.status}`);
}
