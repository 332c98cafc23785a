// Twelve municipalities and eight gates: a board as a region has it.
import { invented } from '../region.mjs';

export default invented('bench-twelve', 'Twaalf gemeenten', 12, 8);
