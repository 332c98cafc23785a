// What was wrongly recorded of the start of a dossier: its title, its day, or that there ever was one.
import type { Dossier } from '../dossier/state.js';
import { keep } from '../facts/keeping.js';
import { startedFacts } from '../facts/of-phases.js';
import type { FieldError } from '../refusal.js';
import { defineCommand } from './command.js';
import { notBefore } from './dates.js';

export const correctStart = defineCommand<object, Dossier, typeof startedFacts, never>({
  says: startedFacts,
  locate: (dossier) => dossier,
  asks: () => [{ right: 'start-dossier' }],
  fields: ({ plan, migrations }, { startedOn }, { today }): FieldError[] => {
    const earliest = (migrations[0]?.from ?? plan).workflow.notBefore ?? startedOn;
    if (startedOn > today) return [{ pointer: '/startedOn', code: 'date-in-future', limit: today }];
    return notBefore('/startedOn', startedOn, earliest);
  },
  ready: () => undefined,
  decide: (_, asked, { former }) => {
    const started = former?.readings[0];
    if (started?.type !== 'DossierStarted') throw new Error('a start is recorded before it is corrected');
    const { texts } = keep(startedFacts, asked);
    return [{ type: 'DossierStarted', on: asked.startedOn, facts: started.facts, texts }];
  },
  fact: { type: 'DossierStarted' },
  folds: {},
});
