// The mandates that bodies gave, as the record keeps them: who decides in whose name, for what, from when and until when.
import { earliest } from '../calendar.js';
import type { Day, Id, Slug } from '../vocabulary.js';
import type { MandateRecord } from './decided.js';
import type { Dossier } from './state.js';

export const mandateOf = ({ mandates }: Pick<Dossier, 'mandates'>, id: Id): MandateRecord | undefined =>
  mandates.find((one) => one.id === id);

/** The last day on which it holds; null while none is known. */
export const lastDayOf = ({ until, ended }: Pick<MandateRecord, 'until' | 'ended'>): Day | null =>
  earliest(until, ended?.until);

export const withMandate = (dossier: Dossier, id: Id, change: (mandate: MandateRecord) => MandateRecord): Dossier => ({
  ...dossier,
  mandates: dossier.mandates.map((one) => (one.id === id ? change(one) : one)),
});

/** The same under the names that the phases have in another plan. */
export const renamedMandate = (mandate: MandateRecord, renamed: (gate: Slug) => Slug): MandateRecord =>
  mandate.gates === null ? mandate : { ...mandate, gates: mandate.gates.map(renamed) };
