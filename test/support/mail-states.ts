// The pages about what Sluis tells people by mail and in their calendars, in every state.
import type { State } from './page-states.js';
import type { Demonstration } from './visitor.js';

export const mailStates = (place: () => Demonstration): State[] => [
  {
    name: 'herinneren',
    narrow: true,
    who: 'kwartiermaker',
    at: () => `${place().dossier}/momenten/instemming/herinneren`,
  },
  { name: 'herinneringen', who: 'kwartiermaker', at: () => `${place().base}/herinneringen/jeugdhulpregio-drenthe` },
  { name: 'mail', who: 'beheerder', at: () => `${place().base}/mail` },
  { name: 'agenda-adressen', who: 'kwartiermaker', at: () => `${place().base}/agenda` },
  { name: 'link-werkt-niet', narrow: true, at: () => `${place().base}/antwoord/nergens` },
];
