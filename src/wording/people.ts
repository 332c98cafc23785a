// The words of people and their roles: their pages, and what is said where nobody has the role that is needed.
import { inSentence } from './nouns.js';
import { capital } from './words.js';

export const chairWords = {
  lacking: (body: string) =>
    `Niemand kan hier concluderen: ${inSentence(body)} heeft geen voorzitter. Vraag de beheerder om iemand die rol te geven.`,
  toFind: (body: string) =>
    `${capital(inSentence(body))} heeft geen voorzitter: vraag de beheerder om iemand die rol te geven`,
};
