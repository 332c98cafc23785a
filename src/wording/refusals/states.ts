// How something stands that a refusal is about, as the end of a sentence.
import type { StandsAs } from '../../domain/refusal.js';

/** What a phase, a gate, a condition or a decision is, after its name. */
export const states: Record<StandsAs, string> = {
  running: 'loopt',
  completed: 'is afgerond',
  stopped: 'is gestopt',
  never: 'was geen traject',
  dormant: 'wacht op een keuze',
  skipped: 'is overgeslagen',
  planned: 'is nog niet begonnen',
  underway: 'is bezig',
  'at-gate': 'ligt voor',
  refused: 'kreeg een no-go',
  passed: 'is afgerond',
  unconfirmed: 'is door de regio vastgelegd en door het orgaan nog niet bevestigd',
  'by-body': 'is door het orgaan zelf vastgelegd',
  confirmed: 'is al bevestigd',
  disputed: 'is betwist',
  open: 'is nog open',
  adopted: 'is overgenomen',
  carried: 'is meegenomen',
  rejected: 'is afgewezen',
  met: 'is vervuld',
  waived: 'is vervallen verklaard',
  lapsed: 'is vervallen, want het besluit is vervangen',
  withdrawn: 'is ingetrokken',
  'no-decision': 'is er volgens een correctie niet geweest',
  ruled: 'kreeg al een conclusie',
  erased: 'is iemand van wie de gegevens zijn gewist',
  ended: 'eindigt al op die dag',
};

/** Why nothing can be said at a gate now, and what has to come first. */
export const notOpen: Partial<Record<StandsAs, string>> = {
  passed: 'is al geconcludeerd; heropen het eerst, of leg vast wat daarna nog kan',
  refused: 'kreeg een no-go; neem eerst de fase opnieuw op en leg het opnieuw voor',
  skipped: 'is overgeslagen: dit traject ging een andere weg',
};
