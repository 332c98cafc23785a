// Where the pages of calendars are.

export const calendarsPath = '/kalenders';

/** Of a body, or of a region by its own name. */
export const calendarPath = (whose: string): string => `${calendarsPath}/${whose}`;
