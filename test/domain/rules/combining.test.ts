// What composite rules share: the verdict of the whole, and what becomes of it without one body.
import { joinAll, joinAny } from '../../../src/domain/combining.js';
import type { Finding, Verdict, Without } from '../../../src/domain/rule.js';

const go: Verdict = { outcome: 'go', certain: true };
const maybeGo: Verdict = { outcome: 'go', certain: false };
const open: Verdict = { outcome: 'open', certain: false };
const noGo: Verdict = { outcome: 'no-go', certain: true };
const maybeNoGo: Verdict = { outcome: 'no-go', certain: false };

const part = (verdict: Verdict, without: Without[] = [], more: Partial<Finding> = {}): Finding => ({
  rule: 'deel',
  figures: {},
  because: [],
  canChange: [],
  parts: [],
  ...more,
  ...verdict,
  without,
});
const lacking = (verdict: Verdict, ...bodies: string[]): Without => ({ ...verdict, bodies });
const verdictOf = ({ outcome, certain }: Finding): Verdict => ({ outcome, certain });

describe('parts that must all come to a go', () => {
  it.each([
    [[go, go], go],
    [[go, maybeGo], maybeGo],
    [[go, open], open],
    [[open, maybeNoGo], maybeNoGo],
    [[maybeNoGo, noGo], noGo],
    [[go, noGo], noGo],
  ])('%j make %j', (verdicts, whole) => {
    expect(verdictOf(joinAll(verdicts.map((one) => part(one))))).toEqual(whole);
  });
});

describe('parts of which one go is enough', () => {
  it.each([
    [[noGo, noGo], noGo],
    [[noGo, maybeNoGo], maybeNoGo],
    [[noGo, open], open],
    [[open, maybeGo], maybeGo],
    [[maybeGo, go], go],
  ])('%j make %j', (verdicts, whole) => {
    expect(verdictOf(joinAny(verdicts.map((one) => part(one))))).toEqual(whole);
  });
});

describe('the whole without one body', () => {
  it('follows the one part to which bodies make a difference', () => {
    const all = [lacking(open, 'a', 'b'), lacking(maybeGo, 'c'), lacking(noGo, 'd'), lacking(maybeNoGo, 'e')];
    expect(joinAll([part(go, all), part(go)]).without).toEqual(all);
  });

  it('leaves out who makes no difference to it, and puts together who make the same', () => {
    const first = part(go, [lacking(open, 'a'), lacking(maybeGo, 'b'), lacking(noGo, 'c')]);
    expect(joinAny([first, part(go)]).without).toEqual([]);
    expect(joinAny([first, part(maybeGo)]).without).toEqual([lacking(maybeGo, 'a', 'b', 'c')]);
  });

  it('joins what a body does to several parts', () => {
    const first = part(go, [lacking(open, 'a', 'b', 'c'), lacking(noGo, 'd')]);
    const second = part(noGo, [lacking(open, 'b'), lacking(go, 'c', 'e')]);
    expect(joinAny([first, second]).without).toEqual([lacking(open, 'a', 'b'), lacking(noGo, 'd')]);
    expect(joinAll([first, second]).without).toEqual([lacking(open, 'b', 'c'), lacking(go, 'e')]);
  });
});

describe('the reasons of the whole', () => {
  it('are those of the parts that carry it, each body once, and of whoever can still change a part', () => {
    const parts = [
      part(noGo, [], { because: ['a', 'b'] }),
      part(maybeNoGo, [], { because: ['b', 'c'], canChange: ['d', 'e'] }),
      part(open, [], { because: ['z'], canChange: ['e', 'f'] }),
    ];
    expect(joinAll(parts).because).toEqual(['a', 'b', 'c']);
    expect(joinAll(parts).canChange).toEqual([]);
    expect(joinAny(parts)).toMatchObject({ outcome: 'open', because: [], canChange: ['d', 'e', 'f'] });
  });
});
