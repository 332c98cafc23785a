// How long a browser is known, by each of its two cookies.

/** One signs in for so long. */
export const sessionHours = 12;
/** That one signed in once: as long as browsers keep a cookie at most. */
export const deviceDays = 400;
