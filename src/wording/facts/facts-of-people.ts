// What the facts are called that are said of people and their roles.
import { roleWords } from '../language/words.js';

export const personFactWords = {
  email: { name: 'E-mailadres' },
  password: { name: 'Wachtwoord' },
  code: {
    name: 'Code',
    means: 'De code van zes cijfers uit de app, of een herstelcode, voor wie zich in twee stappen aanmeldt.',
  },
  name: { name: 'Naam', means: 'Hoe iemand of iets heet.' },
  role: { name: 'Rol', among: roleWords, means: 'De rol waarin iemand iets mag.' },
};
