// The log of a dossier as a list, the oldest line first.
import type { LoggedEvent } from '../../app/readings.js';
import type { InSteps } from '../../domain/fold/in-steps.js';
import type { DossierId } from '../../domain/vocabulary.js';
import type { FormContext } from '../forms/form-kind.js';
import { askedOfLog, eventsAsked } from '../log/log-filter.js';
import { logTeller } from '../log/log-lines.js';
import type { LogLine } from '../pages/log/log.js';
import { listingInSteps, type Listing } from './sheets.js';

const linesPerStep = 10;

export function* logSheet(
  { reading, at, wording, query }: Pick<FormContext, 'reading' | 'at' | 'wording' | 'query'>,
  events: readonly LoggedEvent[],
  titles: ReadonlyMap<DossierId, string | null>,
): InSteps<Listing> {
  const { out, exactMoment } = wording;
  const { filter } = askedOfLog(reading, events, query, wording);
  yield;
  const shown = eventsAsked(reading, events, filter, wording);
  yield;
  const lines: LogLine[] = [];
  const tell = logTeller(reading, events, at, wording, { titles });
  for (const [i, one] of shown.entries()) {
    lines.push(tell(one));
    if (i % linesPerStep === 0) yield;
  }
  return yield* listingInSteps<LogLine>(
    [
      [out.heads.line, ({ sequence }) => sequence, 'number'],
      [out.heads.day, ({ on }) => on, 'day'],
      [out.heads.event, ({ sentence }) => sentence],
      [
        out.heads.details,
        ({ details, elsewhere }) =>
          [
            ...details.map(([name, text]) => `${name}: ${text}`),
            ...(elsewhere ? [`${elsewhere.name}: ${elsewhere.title}`] : []),
          ].join('\n'),
      ],
      [out.heads.who, ({ who }) => who],
      [out.heads.recordedAt, ({ recordedAt }) => exactMoment(recordedAt)],
      [out.heads.mended, ({ mended }) => mended?.sequence, 'number'],
      [out.heads.seal, ({ hash }) => hash],
    ],
    lines,
  );
}
