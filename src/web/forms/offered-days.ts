// A field for the day of a meeting, with the days that are known of the body beside it.
import type { OfferedDays } from '../../domain/views/meeting-days.js';
import type { Field } from '../../http/page/fields.js';
import type { Wording } from '../../wording/wording.js';

/** What was made up for a demonstration says so. @param hint what the field says of itself */
export function withDays(offered: OfferedDays | null, { form }: Wording, hint = ''): Pick<Field, 'days' | 'hint'> {
  const said = [hint, offered?.assumed ? form.assumedDays : ''].filter((text) => text !== '').join(' ');
  return { days: offered?.days ?? [], ...(said === '' ? {} : { hint: said }) };
}
