// Every municipality of a country: 342 bodies at each of three gates.
import { invented } from '../region.mjs';

export default invented('bench-country', 'Alle gemeenten', 342, 3);
