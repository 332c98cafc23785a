// The words of the design on screen.
import type { DecisionKind, MissingWhy, RulingKind } from '../domain/vocabulary.js';
import type { PhaseStatus } from '../domain/workflow/machine.js';
import type { GateView } from '../domain/views/gate-view.js';

export const phaseWords: Record<PhaseStatus, string> = {
  dormant: 'slaapt',
  skipped: 'overgeslagen',
  planned: 'gepland',
  underway: 'bezig',
  'at-gate': 'ligt voor',
  refused: 'no-go',
  passed: 'afgerond',
};

export const gateStatusWords: Record<GateView['status'], string> = {
  planned: 'Nog niet voorgelegd',
  open: 'Ligt voor',
  passed: 'Go',
  refused: 'No-go',
};

export const decisionWords: Record<DecisionKind, string> = {
  agree: 'akkoord',
  'agree-with-remarks': 'akkoord met aandachtspunten',
  'agree-with-conditions': 'akkoord onder voorwaarden',
  'agree-subject-to': 'akkoord onder voorbehoud',
  disagree: 'niet akkoord',
  deferred: 'aangehouden',
  noted: 'voor kennisgeving aangenomen',
  'agree-in-principle': 'in beginsel akkoord',
  'no-view': 'geen zienswijze',
  view: 'zienswijze',
  consent: 'toestemming verleend',
  'consent-withheld': 'toestemming onthouden',
  adopt: 'vastgesteld',
  'adopt-amended': 'gewijzigd vastgesteld',
  signed: 'ondertekend',
  'not-signed': 'niet ondertekend',
};

export const rulingWords: Record<RulingKind, string> = {
  go: 'go',
  'go-with-conditions': 'go onder voorwaarden',
  'no-go': 'no-go',
  hold: 'aangehouden tot een volgend overleg',
};

export const missingWords: Record<MissingWhy, string> = {
  silent: 'nog geen besluit',
  scheduled: 'op de agenda',
  deferred: 'aangehouden',
  noted: 'telt niet als akkoord',
  announced: 'aangekondigd',
  'condition-open': 'voorwaarde nog open',
  'condition-rejected': 'voorwaarde afgewezen',
  'subject-to': 'onder voorbehoud',
  unconfirmed: 'vastgelegd door de regio, nog niet bevestigd',
  disputed: 'betwist',
  stale: 'besloten op een eerdere versie',
};
