// Which municipalities a dossier can be started with: those of the own region first, the others by province. The day of
// the start is not known yet, so that all are offered that there were between two days, each with its end or beginning.
import type { Registers } from '../../app/registers.js';
import type { Municipality } from '../../domain/municipalities.js';
import type { Day, Slug } from '../../domain/vocabulary.js';
import type { Wording } from '../../wording/wording.js';
import type { Choice, Field } from '../../http/page/fields.js';

interface Offer {
  wording: Wording;
  registers: Registers;
  /** The municipalities of the regions for which this person starts. */
  own: ReadonlySet<Slug>;
  /** The first day and the last on which a dossier can start. */
  between: [Day, Day];
  least: number;
}

export function partiesField({ registers, own, between: [first, last], least, wording }: Offer): Field {
  const { processForm: words } = wording;
  const offered = registers.municipalities.all.filter((one) => existedBetween(one, first, last));
  const choiceOf = (one: Municipality): Choice => ({ value: one.id, label: labelOf(one, first, last, wording) });
  const others = offered.filter(({ id }) => !own.has(id));
  const provinces = Object.entries(registers.provinces).map(([code, title]) => ({
    title,
    choices: others.filter(({ province }) => province === code).map(choiceOf),
  }));
  return {
    name: 'parties',
    label: words.parties,
    kind: 'checks',
    required: true,
    hint: words.partiesHint(least),
    choices: offered.filter(({ id }) => own.has(id)).map(choiceOf),
    groups: provinces
      .filter(({ choices }) => choices.length > 0)
      .map(({ title, choices }) => ({ title: words.group(title, choices.length), choices })),
    source: registers.attribution,
  };
}

const existedBetween = ({ from, until }: Municipality, first: Day, last: Day): boolean =>
  (from === undefined || from <= last) && (until === undefined || until > first);

function labelOf({ name, from, until }: Municipality, first: Day, last: Day, { processForm: words }: Wording): string {
  const ends = until !== undefined && until <= last ? [words.before(until)] : [];
  const begins = from !== undefined && from > first ? [words.since(from)] : [];
  const days = [...begins, ...ends].join(' ');
  return days === '' ? name : `${name} (${days})`;
}
