// Where the last page of a list begins, for who comes past its end: by an old address, or after the list became shorter.

/**
 * @param sizeAt how many are on the page that begins there, at least one
 * @returns null where there is something to show from that place, or nothing at all
 */
export function lastPage(all: number, from: number, sizeAt: (from: number) => number): number | null {
  if (from < all || all === 0) return null;
  let last = 0;
  for (let next = sizeAt(0); next < all; next += sizeAt(next)) last = next;
  return last;
}
