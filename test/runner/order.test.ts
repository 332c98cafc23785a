// Whether the suite keeps every core busy to its end, on a machine where it never ran as on one where it did.
import { longestFirst } from './order.mjs';

const nameOf = ({ path }: { path: string }) => path.slice(-9, -8);
const bySize = ['/test/domain/a', '/test/browser/b', '/test/http/c', '/test/process/d', '/test/browser/e'];

it('where nothing ran yet, what starts a browser or a process comes first, else by size as Jest has it', () => {
  const files = bySize.map((path) => ({ path: `/here${path}.test.ts` }));
  expect(longestFirst(files).map(nameOf)).toEqual(['b', 'd', 'e', 'a', 'c']);
});

it('where something ran, as long as Jest knows that it took', () => {
  const files = bySize.map((path, n) => ({ path: `/here${path}.test.ts`, ...(n > 2 ? { duration: 10 - n } : {}) }));
  expect(longestFirst(files)).toEqual(files);
});
