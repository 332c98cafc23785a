// What somebody was filling in before.
import { dayOf, daysUntil } from '../../domain/calendar.js';
import { momentWords } from '../language/dates.js';

/** gisteren om 14:03 */
function ago(at: string, now: string): string {
  const [, time = ''] = momentWords(at).split(' om ');
  const [day, today] = [dayOf(at), dayOf(now)];
  if (day === today) return `vandaag om ${time}`;
  return daysUntil(day, today) === 1 ? `gisteren om ${time}` : `op ${momentWords(at)}`;
}

export const drafts = {
  shown: (at: string, now: string) =>
    `U was hier ${ago(at, now)} mee bezig; wat u invulde, staat er weer in. Er is nog niets vastgelegd.`,
  remove: 'Leeg beginnen',
};
