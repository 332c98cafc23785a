// What a plan may say of a phase or a gate and may leave out, as a row each: what is accepted, and what holds where it is
// left out. The types of plans and views are made of these tables; the names stand in `wording/terms.ts` under the same key.
import { listOf, oneOf, slug, title, wholeNumber, yes, type Value } from '../facts/values.js';
import { decisionKinds, type DecisionKind, type Slug } from '../vocabulary.js';
import { criteria, papers, requirementLine, type Criterion, type Paper } from './requirements.js';

const namesMax = 1000;
const weeksMax = 52;
const headingsMax = 6;

/** What the names in a term are of: it is told by their titles. */
type Names = 'phase' | 'fact';

export interface Term<T = unknown, Filled extends boolean = boolean, Otherwise = unknown> {
  readonly value: Value<T>;
  /** What holds where a plan does not say it: `filled` in, or left absent, so that older plans keep their hash, and shown. */
  readonly otherwise: Otherwise;
  readonly filled: Filled;
  readonly of?: Names;
  /** Of a list of objects: one of them in a line, where two plans are compared. */
  readonly line?: (one: never) => string;
}

/** A table: a row for each term, in the order in which they are compared. */
export type Terms = Readonly<Record<string, Term>>;

const filled = <T>(value: Value<T>, otherwise: NoInfer<T>, of?: Names): Term<T, true, T> => ({
  value,
  otherwise,
  filled: true,
  of,
});
/** As every new term is: what is filled in would change the hash of plans that dossiers run on. */
export const absent = <T, const O>(value: Value<T>, otherwise: O, of?: Names): Term<T, false, O> => ({
  value,
  otherwise,
  filled: false,
  of,
});

/** Names in the plan itself, of any spelling: the check says which of them is not there, and what is. */
const names: Value<Slug[]> = { ...listOf(slug, namesMax), judge: listOf(title, namesMax).judge };

/** The kinds of decision that a college or council takes on a question of the region. */
export const plainKinds: DecisionKind[] = [
  'agree',
  'agree-with-remarks',
  'agree-with-conditions',
  'disagree',
  'deferred',
  'noted',
];

export const phaseTerms = {
  startsAfter: filled(names, [], 'phase'),
  gateAfter: filled(names, [], 'phase'),
  /** Outside facts that must be known before it starts, and before its gate is put. */
  waitsFor: absent<Slug[], Slug[]>(names, [], 'fact'),
  gateWaitsFor: absent<Slug[], Slug[]>(names, [], 'fact'),
  /** Those who are visited are informed by their own municipality, which records it; nobody goes there. */
  informs: absent(yes, false),
  /** The headings under which a visit notes what it heard. */
  headings: absent(listOf(slug, headingsMax), []),
};

export const gateTerms = {
  /** A poll that may end in a partition: each part goes on with its own option. */
  splits: absent(yes, false),
  kinds: filled(listOf(oneOf(decisionKinds), decisionKinds.length), plainKinds),
  /** Whether a decision that the region recorded counts before its body confirmed it. */
  unconfirmed: filled(oneOf(['counts', 'waits']), 'waits'),
  /** What a change of mind after the ruling does. */
  afterRuling: filled(oneOf(['flag', 'reopen']), 'flag'),
  /** When the outcome counts: as soon as it is certain, unless a plan waits until all have spoken. */
  completion: absent(oneOf(['all-spoken']), 'certain'),
  /** Whose decision is its own end, such as that of a minister or a board: nobody concludes there. */
  concludes: absent(oneOf(['by-itself']), 'by-ruling'),
  /** Every body has its own term of so many weeks, from the day on which it received the proposal. */
  weeksFromReceipt: absent(wholeNumber(1, weeksMax), null),
  /** That no law gives this term: it then ends on the day itself, also on a Sunday. */
  ownTerm: absent(yes, false),
  /** Here the bodies make the arrangement: no reservation may be left. */
  enacts: absent(yes, false),
  /** Papers that lie before it when it is concluded. */
  papers: { ...absent<Paper[], Paper[]>(papers, []), line: requirementLine },
  /** What somebody states as met or not. */
  criteria: { ...absent<Criterion[], Criterion[]>(criteria, []), line: requirementLine },
};

type SaidIn<R> = R extends Term<infer T> ? T : never;
type FilledIn<F extends Terms> = { [N in keyof F]: F[N]['filled'] extends true ? N : never }[keyof F];

/** As a file writes them. */
export type TermsInFile<F extends Terms> = { [N in keyof F]?: SaidIn<F[N]> };
/** As a workflow has them. */
export type TermsInWorkflow<F extends Terms> = Pick<{ [N in keyof F]: SaidIn<F[N]> }, FilledIn<F>> &
  Omit<TermsInFile<F>, FilledIn<F>>;
/** As they are shown: what is absent as what then holds. */
export type TermsShown<F extends Terms> = { [N in keyof F]: SaidIn<F[N]> | F[N]['otherwise'] };

type Plain = Readonly<Record<string, unknown>>;

/** What a workflow has of what its file wrote. */
export const filledIn = <F extends Terms>(table: F, plan: TermsInFile<F>): TermsInWorkflow<F> =>
  valuesOf(table, plan, ({ filled: isFilled, otherwise }) => (isFilled ? otherwise : undefined)) as TermsInWorkflow<F>; // judged by it

export const termsShown = <F extends Terms>(table: F, said: TermsInWorkflow<F>): TermsShown<F> =>
  valuesOf(table, said, ({ otherwise }) => otherwise) as TermsShown<F>; // each under its name

function valuesOf(table: Terms, said: Plain, otherwise: (term: Term) => unknown): Plain {
  const found: Record<string, unknown> = {};
  for (const [name, term] of Object.entries(table)) {
    const value = said[name] ?? otherwise(term);
    if (value !== undefined) found[name] = value;
  }
  return found;
}
