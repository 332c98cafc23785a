// The weekday of a day number.

/** 1 for a Monday: day 0 was a Thursday. */
export const weekdayAt = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;
