// The ways in which people work: with the scripts of the page or without, on a desk, a telephone or zoomed in, with a mouse
// or by keyboard alone.

export interface Way {
  scripts: boolean;
  width: number;
  hands: 'mouse' | 'keyboard';
}

const widths = [1366, 390, 320];

/** All twelve, in such an order that any three that follow each other have every width, both hands, and both kinds of page. */
export const ways: readonly Way[] = Array.from({ length: 12 }, (_, i) => ({
  width: widths[i % 3] ?? 0,
  scripts: i % 2 === 0,
  hands: i % 4 < 2 ? 'mouse' : 'keyboard',
}));

export const inWords = ({ scripts, width, hands }: Way): string =>
  `at ${width} px by ${hands} with scripts ${scripts ? 'on' : 'off'}`;
