// What the facts are called that are said of people and their roles.
import { roleWords } from './words.js';

export const personFactWords = {
  email: { name: 'E-mailadres' },
  password: { name: 'Wachtwoord' },
  name: { name: 'Naam', means: 'Hoe iemand of iets heet.' },
  role: { name: 'Rol', among: roleWords, means: 'De rol waarin iemand iets mag.' },
};
