// Chance that is the same for the same seed, which every proof prints: SLUIS_SEED repeats it.

export const seed = Number(process.env.SLUIS_SEED ?? Date.now() % 1_000_000_007);

/** A whole number from 0 up to that one, which it never is. */
export type Chance = (below: number) => number;

/** By mulberry32, which is public domain. */
export function chanceOf(start: number): Chance {
  let state = start >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
