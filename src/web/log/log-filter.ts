// What of a log is asked for: of which sort, of whom, by whom and with which words. What is closed to who looks is of nobody and has no
// words: under any of these it is left out, or it would tell whose it is.
import type { LoggedEvent } from '../../app/readings.js';
import { subjectOf } from '../../domain/dossier/release.js';
import { titleOf } from '../../domain/workflow/plan.js';
import { textsToFind } from '../../domain/views/found-texts.js';
import type { Reading } from '../../domain/views/viewer.js';
import type { BodyId, Id } from '../../domain/vocabulary.js';
import type { Wording } from '../../wording/wording.js';
import { bodiesSaidIn, isShownUnder } from './log-lines.js';
import { wordsMax, type AskedLog, type LogFilter } from '../pages/log/log-filter-form.js';

type Query = Readonly<Record<string, string | undefined>>;

/** A body whose every event is closed to who looks cannot be chosen: it would tell whose those are. */
export function askedOfLog(reading: Reading, events: readonly LoggedEvent[], query: Query, wording: Wording): AskedLog {
  const { dossier, viewer } = reading;
  const open = events.filter(({ hidden }) => hidden === null);
  const bodies = bodiesSaidIn(events);
  const named = new Set(open.flatMap(({ event }) => bodyOf(event, bodies) ?? []));
  const recorders = new Set(open.map(({ event }) => event.recordedBy));
  const byLabel = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, wording.language);
  const choices = {
    bodies: [...named].map((value) => ({ value, label: titleOf(dossier.plan, value) })).sort(byLabel),
    people: [...recorders]
      .flatMap((value) => ({ value, label: viewer.nameOf(value) ?? '' }))
      .filter(({ label }) => label !== '')
      .sort(byLabel),
  };
  const asked = {
    toon: (query.toon ?? '') === '' ? 'alles' : (query.toon ?? ''),
    orgaan: query.orgaan ?? '',
    wie: query.wie ?? '',
    zoek: (query.zoek ?? '').trim(),
  };
  const has = (all: readonly { value: string }[], one: string) => all.some(({ value }) => value === one);
  const filter = {
    toon: Object.hasOwn(wording.log.filters, asked.toon) ? asked.toon : 'alles',
    orgaan: has(choices.bodies, asked.orgaan) ? asked.orgaan : '',
    wie: has(choices.people, asked.wie) ? asked.wie : '',
    zoek: wording.stemsIn(asked.zoek).size > 0 ? asked.zoek.slice(0, wordsMax) : '',
  };
  const isUnknown = (['toon', 'orgaan', 'wie', 'zoek'] as const).some((name) => filter[name] !== asked[name]);
  return { ...choices, filter, isUnknown };
}

/** The events that are asked for, in their order. */
export function eventsAsked(
  { dossier, viewer }: Reading,
  events: readonly LoggedEvent[],
  { toon, orgaan, wie, zoek }: LogFilter,
  { stemsIn, stemsToFind }: Wording,
): LoggedEvent[] {
  const bodies = bodiesSaidIn(events);
  const stems = [...stemsIn(zoek)];
  return events.filter(({ event, hidden }) => {
    if (!isShownUnder(toon, event)) return false;
    if (hidden !== null) return orgaan === '' && wie === '' && zoek === '';
    if (orgaan !== '' && bodyOf(event, bodies) !== orgaan) return false;
    if (wie !== '' && event.recordedBy !== wie) return false;
    if (stems.length === 0) return true;
    const { title, text, names } = textsToFind(dossier, event, viewer);
    const said = stemsToFind(
      [...title, ...text]
        .map(([, one]) => one)
        .concat(names)
        .join('\n'),
    );
    return stems.every((stem) => said.has(stem));
  });
}

/** Of whom an event is: said by itself, or by the decision or condition that it is about. */
const bodyOf = (event: LoggedEvent['event'], bodies: ReadonlyMap<Id, BodyId>): BodyId | undefined =>
  'body' in event.facts ? event.facts.body : bodies.get(subjectOf(event) ?? '');

/** What an address says of it. */
export const inAddress = (filter: LogFilter): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filter).filter(([name, value]) => value !== '' && !(name === 'toon' && value === 'alles')),
  );
