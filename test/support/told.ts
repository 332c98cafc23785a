// What a change of who decides cannot do without: where it was decided, on which ground, and when every body was told.
import type { Day } from '../../src/domain/vocabulary.js';

export const told = (notifiedOn: Day) => ({
  meeting: { form: 'session' as const },
  ground: 'Verzonnen: artikel 12 van de regeling',
  notifiedOn,
});

/** The same as it is filled in. */
export const inForm = {
  on: '2024-01-10',
  ground: 'Verzonnen: artikel 12 van de regeling',
  notifiedOn: '2024-01-10',
  'meeting/form': 'session',
};
