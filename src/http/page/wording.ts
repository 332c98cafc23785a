// The language of a page: whoever draws a page says which, and each of its parts takes its words from here.
import { createContext, useContext } from 'react';
import type { Wording } from '../../wording/wording.js';

export const Spoken = createContext<Wording | null>(null);

/** @throws Error in a part that is drawn outside of a page */
export function useWording(): Wording {
  const wording = useContext(Spoken);
  if (!wording) throw new Error('a part of a page is drawn, and nobody said in which language');
  return wording;
}
