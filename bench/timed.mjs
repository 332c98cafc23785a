// The median of many runs in this process, in milliseconds; the first fifth only warms up.
export const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

export function timed(times, run) {
  const took = [];
  for (let i = -Math.ceil(times / 5); i < times; i++) {
    const begun = performance.now();
    run();
    if (i >= 0) took.push(performance.now() - begun);
  }
  return median(took);
}
