// Stands as a page tells them to a machine, beside the word for whoever reads it.
export interface ShownStand {
  stand: string;
  question: string | null;
  word: string;
}

const spans =
  /<(?:span|td)[^>]* data-body="([^"]+)" data-stand="([^"]+)"(?: data-question="([^"]+)")?[^>]*>(.*?)<\/(?:span|td)>/gs;

/** Of one body, in the order of the page. */
export const shownOf = (page: string, asked: string): ShownStand[] =>
  [...page.matchAll(spans)]
    .filter(([, body]) => body === asked)
    .map(([, , stand = '', question = null, inner = '']) => ({ stand, question, word: wordsOf(inner) }));

/** A page without its markup, with single spaces. */
export const wordsOf = (page: string): string =>
  page
    .replace(/<style.*?<\/style>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;:)])/g, '$1')
    .trim();
