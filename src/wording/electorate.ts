// Who decide, and how that changed: what a page says of it.

export const electoratePage = {
  joined: (names: string) => `doet mee: ${names}`,
  parted: (names: string) => `doet niet meer mee: ${names}`,
  exited: (names: string) => `trad zelf uit: ${names}`,
  merged: (into: string, from: string) => `${into} komt in de plaats van ${from}`,
  ground: (ground: string) => `Grond: ${ground}`,
};
