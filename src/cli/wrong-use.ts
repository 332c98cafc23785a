// What a command was given cannot be: the shell ends with 2, as it does for a command that does not exist.

/** The message says what is wrong and what there is to choose from. */
export class WrongUse extends Error {}
