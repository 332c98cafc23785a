// What was filled in on a form that cannot be given now, to be read and copied.
import { Lines, Terms } from '../../http/page/basics.js';

/** Under which name, and what. */
export type Typed = readonly [name: string, text: string];

export const WhatWasTyped = ({ typed }: { typed: readonly Typed[] }) => (
  <Terms items={typed.map(([name, text]) => [name, <Lines key={name} text={text} />])} />
);
