// What others recorded since the former visit.
import { count, momentWords } from '../language/dates.js';

const since = (leftAt: string | null): string =>
  leftAt === null ? 'Sinds uw vorige bezoek' : `Sinds uw vorige bezoek (tot ${momentWords(leftAt)})`;

export const news = {
  title: 'Sinds uw vorige bezoek',
  nothing: (leftAt: string | null) => `${since(leftAt)} legden anderen niets vast.`,
  line: (at: string, who: string) => `${momentWords(at)}, door ${who}`,
  more: (n: number) => `nog ${count(n)} in het logboek`,
  elsewhere: 'In andere trajecten is ook iets nieuws.',
  all: 'Alle trajecten',
  here: (n: number, leftAt: string | null) =>
    `${since(leftAt)} ${n === 1 ? 'legde een ander hier iets vast.' : `legden anderen hier ${count(n)} dingen vast.`}`,
  look: 'Bekijk wat nieuw is',
  /** Above a log that begins after a line. */
  after: (n: number) => `Alleen wat na regel ${count(n)} is vastgelegd.`,
  whole: 'Het hele logboek',
};
