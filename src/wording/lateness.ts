// What is said of time that went otherwise than it should: of a clock that was ahead, and of what is late.

/** Of what was recorded on a day that is still to come. */
export const clockWasAhead = 'de klok van de server liep toen voor';
