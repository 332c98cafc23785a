// The twelve municipalities of Drenthe with their CBS codes, for every plan in which they take part.
import { municipality } from '../../src/domain/workflow/define.js';
import type { Party } from '../../src/domain/workflow/workflow.js';

export const drentheMunicipalities: Party[] = [
  municipality('aa-en-hunze', 'Aa en Hunze', 'GM1680'),
  municipality('assen', 'Assen', 'GM0106'),
  municipality('borger-odoorn', 'Borger-Odoorn', 'GM1681'),
  municipality('coevorden', 'Coevorden', 'GM0109'),
  municipality('de-wolden', 'De Wolden', 'GM1690'),
  municipality('emmen', 'Emmen', 'GM0114'),
  municipality('hoogeveen', 'Hoogeveen', 'GM0118'),
  municipality('meppel', 'Meppel', 'GM0119'),
  municipality('midden-drenthe', 'Midden-Drenthe', 'GM1731'),
  municipality('noordenveld', 'Noordenveld', 'GM1699'),
  municipality('tynaarlo', 'Tynaarlo', 'GM1730'),
  municipality('westerveld', 'Westerveld', 'GM1701'),
];
