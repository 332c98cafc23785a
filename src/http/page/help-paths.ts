// Where help is to be found, and what a public body has to tell: on every page, whoever looks.

export const helpPath = '/hulp';
export const glossaryPath = '/hulp/begrippen';
export const contactPath = '/contact';
export const privacyPath = '/privacy';
export const accessibilityPath = '/toegankelijkheid';

/** A place in the handbook. @param chapter as `besluiten#voorwaarden`; of the first chapter the heading alone */
export const handbookAddress = (chapter: string): string =>
  chapter.startsWith('#') ? `${helpPath}${chapter}` : `${helpPath}/${chapter}`;
