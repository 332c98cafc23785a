// What whoever starts Sluis can mend, thrown where it is found and told as it is by the shell, without a stack.

/** The message is in Dutch and has the cure. */
export class Mendable extends Error {}
