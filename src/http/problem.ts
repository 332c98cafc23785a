// A refusal as problem+json (RFC 9457).
import type { FieldError, Refusal, RefusalFacts } from '../domain/refusal.js';
import type { ExplanationView } from '../wording/gates/views.js';
import type { Wording } from '../wording/wording.js';
import { faultsMax } from './shape.js';
import { statusOfCode } from './statuses.js';

export const problemType = 'application/problem+json; charset=utf-8';

/** Whether a refusal is answered with a page: people get one everywhere but where programs ask. */
export const isPage = (url: string, accept: string): boolean =>
  !/^\/(api|health)(\/|$|\?)/.test(url) && accept.includes('text/html');

export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  errors: { pointer: string; code: string; detail: string }[];
  facts: Omit<RefusalFacts, 'explanation'> & { explanation?: ExplanationView };
}

export const problemOf = (refusal: Refusal, wording: Wording): Problem => ({
  type: `/problems/${refusal.code}`,
  title: wording.titleOfCode(refusal.code),
  status: statusOfCode(refusal.code),
  code: refusal.code,
  detail: wording.wordRefusal(refusal),
  errors: refusal.errors
    .slice(0, faultsMax)
    .map(briefly)
    .map((error) => ({ pointer: error.pointer, code: error.code, detail: wording.wordField(error) })),
  facts: problemFacts(refusal, wording),
});

/** A name of nothing is as long as its sender likes: an answer gives back the beginning of it. */
const briefly = (error: FieldError): FieldError =>
  /^unknown-p(?:roperty|arameter)$/.test(error.code) && error.pointer.length > nameMax
    ? { ...error, pointer: `${error.pointer.slice(0, nameMax).toWellFormed()}…` }
    : error;

const nameMax = 24;

function problemFacts(refusal: Refusal, { explanationIn }: Wording): Problem['facts'] {
  const { explanation: _figures, ...facts } = refusal.facts;
  const explanation = explanationIn(refusal);
  return { ...facts, ...(explanation ? { explanation } : {}), ...allowedIn(refusal) };
}

/** A defect of ours: the request id finds it in the log, and nothing else is told. */
export const internalProblem = (requestId: string, { internalWords }: Wording): Problem => ({
  type: '/problems/internal',
  title: internalWords.title,
  status: 500,
  code: 'internal',
  detail: internalWords.detail(requestId),
  errors: [],
  facts: {},
});

/** What would be accepted, when just one field is wrong. */
function allowedIn({ errors, facts }: Refusal): Pick<RefusalFacts, 'allowed'> {
  const [only] = errors;
  return errors.length === 1 && only?.allowed && !facts.allowed ? { allowed: [...only.allowed] } : {};
}
