// The canonical form is held to an implementation that others wrote: a verifier elsewhere must find the same hashes.
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonical } from '../../src/store/canonical.js';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const key = fc.oneof(text, fc.nat().map(String)); // keys that look like numbers keep no order in an object of JavaScript
const { value } = fc.letrec<{ value: unknown }>((self) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.array(self('value'), { maxLength: 4 }),
    fc.dictionary(key, self('value'), { maxKeys: 6 }),
  ),
}));

describe('the canonical form', () => {
  it('is that of RFC 8785 for everything that an event can hold', () => {
    fc.assert(fc.property(value, (one) => canonical(one) === canonicalize(one)));
  });

  it('leaves out what is undefined, and refuses what an event cannot hold', () => {
    expect(canonical({ b: 1, a: undefined, '9': true, '10': 'ë' })).toBe('{"10":"ë","9":true,"b":1}');
    for (const one of [null, 1.5, Number.NaN, 2 ** 53, [undefined], () => 1]) expect(() => canonical(one)).toThrow();
  });
});
