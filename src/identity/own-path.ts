// Where somebody goes on after signing in: never to another site.

/** A path of our own, with one leading slash; anything else leads elsewhere of ours. */
export const ownPath = (asked: string | undefined, otherwise: string): string =>
  asked !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(asked) && !asked.includes('\\') ? asked : otherwise;
