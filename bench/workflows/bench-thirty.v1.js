// Thirty municipalities and one gate: what the decisions of the bench are taken on.
import { invented } from '../region.mjs';

export default invented('bench-thirty', 'Dertig gemeenten', 30, 1);
