// How a body stands, in JSON Schema: now, as missing, and where an upgrade reads it otherwise.
import type { Missing } from '../domain/refusal.js';
import { standSigns } from '../domain/views/stand-view.js';
import { reasonsOtherwise } from '../domain/views/told-otherwise.js';
import type { ToldOtherwiseView } from '../wording/log/told-otherwise.js';
import type { StandView } from '../wording/gates/views.js';
import {
  bodyId,
  count,
  day,
  flag,
  id,
  instant,
  list,
  nullable,
  object,
  oneOf,
  record,
  ref,
  slug,
  text,
} from './schema-kinds.js';

const why = oneOf(
  'silent',
  'scheduled',
  'deferred',
  'noted',
  'forwarded',
  'not-in-plan',
  'announced',
  'condition-open',
  'condition-rejected',
  'subject-to',
  'unconfirmed',
  'disputed',
  'stale',
  'other-text',
);

export const missing = object<Missing>({ body: bodyId, why, until: nullable(day) });

const side = oneOf('for', 'against', 'abstained', 'undecided', 'silent');
const counted = { side, why: nullable(why) };
const shown = { sign: oneOf(...standSigns), word: text };

export const stand = object<StandView>({
  body: bodyId,
  ...counted,
  until: nullable(day),
  act: nullable(id),
  shadow: flag,
  answers: record(side),
  beside: list(id),
  ...shown,
});

/** To be deleted with `domain/stand/former.ts`. */
export const toldOtherwise = object<ToldOtherwiseView>({
  gate: slug,
  round: count,
  body: bodyId,
  was: object<ToldOtherwiseView['was']>({ ...counted, ...shown }),
  is: object<ToldOtherwiseView['is']>({ ...counted, ...shown }),
  because: oneOf(...reasonsOtherwise),
  reason: text,
  seen: nullable(object<NonNullable<ToldOtherwiseView['seen']>>({ at: instant, by: ref('PersonRef') })),
});
