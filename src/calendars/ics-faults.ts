// What makes an iCalendar text unfit to be read.

export const meetingsMax = 400;

/** Why a text gives no days. */
export type IcsFault =
  | { code: 'ics-unreadable' }
  | { code: 'ics-no-meetings' }
  | { code: 'ics-too-large'; max: number }
  | { code: 'ics-other-zone'; what: string }
  | { code: 'ics-no-such-day'; what: string }
  | { code: 'ics-other-rule'; what: string }
  | { code: 'ics-too-often'; max: number };

export class Unfit extends Error {
  constructor(readonly fault: IcsFault) {
    super(fault.code);
  }
}
