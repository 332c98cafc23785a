// Parts of a page of which there can be hundreds, drawn a few at a time: whoever draws them lets others go first in between.
import { createElement, Fragment, type ReactNode } from 'react';
import type { InSteps } from '../../domain/fold/in-steps.js';
import type { Wording } from '../../wording/wording.js';
import { drawn } from './answer.js';

/** @param draw some of them, in the order in which they came */
export function* drawnInSteps<T>(
  all: readonly T[],
  atOnce: number,
  draw: (some: readonly T[]) => ReactNode,
  wording: Wording,
): InSteps<string> {
  const pieces: string[] = [];
  for (let i = 0; i < all.length; i += atOnce) {
    yield;
    pieces.push(inOne(drawn(createElement(Fragment, null, draw(all.slice(i, i + atOnce))), wording)));
  }
  return pieces.join('');
}

/** React leaves a text of thousands of pieces. To look for something in it puts them together: here, and not for the whole page at once. */
function inOne(text: string): string {
  /^$/.test(text);
  return text;
}
