// Whether names stand twice is judged by counting. Held here to a parser that walks the text itself.
import fc from 'fast-check';
import { visit } from 'jsonc-parser';
import { Refusal } from '../../src/domain/refusal.js';
import { parseJson } from '../../src/http/json-body.js';

const read = (text: string): string => {
  try {
    return JSON.stringify(parseJson(Buffer.from(text)));
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

function repeatsName(text: string): boolean {
  const open: Set<string>[] = [];
  let repeats = false;
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectProperty: (name) => {
      repeats ||= open.at(-1)?.has(name) ?? false;
      open.at(-1)?.add(name);
    },
    onObjectEnd: () => void open.pop(),
  });
  return repeats;
}

/** A JSON text in which names may stand twice, and may be written with an escape. */
const { text } = fc.letrec<{ text: string }>((tie) => ({
  text: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.json({ maxDepth: 0 }),
    fc.array(tie('text'), { maxLength: 3 }).map((items) => `[${items.join(' , ')}]`),
    fc
      .array(
        fc.tuple(fc.constantFrom('"a"', '"\\u0061"', '"a:"', '"\\"a\\":"', '"__proto__"', '"\\\\"'), tie('text')),
        {
          maxLength: 4,
        },
      )
      .map((pairs) => `{${pairs.map(([name, value]) => `${name} : ${value}`).join()}}`),
  ),
}));

it('reads what has every name once as JSON.parse does, and refuses the rest', () => {
  let [refused, taken] = [0, 0];
  fc.assert(
    fc.property(text, (written) => {
      const repeats = repeatsName(written);
      expect(read(written)).toBe(repeats ? 'invalid-json' : JSON.stringify(JSON.parse(written)));
      if (repeats) refused++;
      else taken++;
    }),
    { numRuns: 2_000 },
  );
  expect(Math.min(refused, taken)).toBeGreaterThan(100);
});

it('takes 32 levels and not one more', () => {
  const levels = (depth: number) => '{"a":['.repeat(depth / 2) + ']}'.repeat(depth / 2);
  expect(read(levels(32))).toBe(levels(32));
  expect(read(levels(34))).toBe('too-large');
  expect(read(`[${levels(32)}]`)).toBe('too-large');
});
