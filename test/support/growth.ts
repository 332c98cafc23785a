// How the time of something grows with its input. What takes twice as long for twice as much is linear; what copies
// everything again for each part takes four times as long.

/** Two doublings: linear work takes about 4 times as long, quadratic work about 16 times. */
const times = 4;
/** Halfway between the two, as ratios go. */
export const quadratic = 8;
const triesMax = 40;
/** Less than so many milliseconds of the processor says nothing. */
const least = 1;

/**
 * How many times as long four times the input takes, once it is compiled. Where that looks quadratic, four times as much
 * is asked once more: the engine keeps an object of some thousands of names in another way, which takes longer at one
 * size and no longer at the next.
 * @param make the input of that size, made outside the clock
 */
export async function growth<I>(n: number, make: (n: number) => I, run: (input: I) => unknown): Promise<number> {
  const ratio = await ratioAt(n, make, run);
  return ratio < quadratic ? ratio : Math.min(ratio, await ratioAt(n * times, make, run));
}

/** Of each the least of several runs, so that a busy machine does not count, and no more runs than it takes to see. */
async function ratioAt<I>(n: number, make: (n: number) => I, run: (input: I) => unknown): Promise<number> {
  const [small, large] = [make(n), make(n * times)];
  await run(small);
  let [ofSmall, ofLarge, ratio] = [await timed(() => run(small)), Infinity, Infinity];
  for (let tries = 0; tries < triesMax && ratio >= quadratic; tries++) {
    ofSmall = Math.min(ofSmall, await timed(() => run(small)));
    ofLarge = Math.min(ofLarge, await timed(() => run(large)));
    ratio = ofLarge / Math.max(ofSmall, least);
  }
  return ratio;
}

async function timed(run: () => unknown): Promise<number> {
  const begun = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}
