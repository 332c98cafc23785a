// Every municipality of a country in a long plan: 342 bodies at each of nineteen gates.
import { invented } from '../region.mjs';

export default invented('bench-wide', 'Alle gemeenten, negentien fasen', 342, 19);
