// The words for why a body does not count yet, for the dossier that a page is about.
import { createContext, useContext } from 'react';
import { whyWords } from '../../domain/dossier/sentence.js';

/** Set by the frame of a page. */
export const WhyWords = createContext(whyWords);

export const useWhyWords = (): typeof whyWords => useContext(WhyWords);
