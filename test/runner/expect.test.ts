// The suite's own `expect` lets through what that of Jest does, stops what it stops, and says the same of it.
import { expect as thorough } from 'expect';
import fc from 'fast-check';

/** What `toEqual` calls equal, and what it does not, where they look alike. */
const alike: readonly (readonly [unknown, unknown])[] = [
  [{ a: 1, b: undefined }, { a: 1 }],
  [[undefined], [null]],
  [[1, undefined], [1]],
  [0, -0],
  [{ a: NaN }, { a: NaN }],
  [new Date(0), new Date(0)],
  [new Date(0), new Date(1)],
  [new Map([[1, { a: 2 }]]), new Map([[1, { a: 3 }]])],
  [new Set([1, 2]), new Set([2, 1])],
  [new Error('a'), new Error('b')],
  [/a/g, /a/i],
  [[1, 2], { 0: 1, 1: 2 }],
  [{ a: 'x' }, { a: thorough.stringContaining('x') }],
  [{ a: 'x' }, { a: thorough.stringContaining('y') }],
  ['1', 1],
  ['abc', 'b'],
  [[NaN], NaN],
  [[{ a: 1 }], { a: 1 }],
  [2n, 1],
  [2n, 1n],
];

const matchers = ['toBe', 'toEqual', 'toContain', 'toBeGreaterThan', 'toBeGreaterThanOrEqual'] as const;

/** What is thrown when it is not so, and nothing when it is. */
function said(
  by: typeof thorough,
  matcher: (typeof matchers)[number],
  actual: unknown,
  wanted: unknown,
): string | null {
  try {
    by(actual)[matcher](wanted as never); // also what no test should give it
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

const expectSame = (actual: unknown, wanted: unknown): void => {
  for (const matcher of matchers)
    thorough([matcher, said(expect as unknown as typeof thorough, matcher, actual, wanted)]).toEqual([
      matcher,
      said(thorough, matcher, actual, wanted),
    ]);
};

it.each(alike)('of %p and %p', (one, other) => {
  expectSame(one, other);
  expectSame(other, one);
  expectSame([one], [other]);
  expectSame([1, other], one);
});

it('of anything, and of what it holds', () => {
  const anything = fc.anything({
    withDate: true,
    withMap: true,
    withSet: true,
    withBigInt: true,
    withSparseArray: true,
  });
  const small = fc.oneof(fc.constantFrom(0, 1, 2, NaN, '', 'a', null, undefined), anything);
  fc.assert(
    fc.property(small, small, (one, other) => {
      expectSame(one, other);
      expectSame(one, structuredClone(one));
      expectSame([one, other], other);
    }),
    { numRuns: 100 },
  );
});
