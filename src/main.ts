// Starts a server: `main.js demonstration` or `main.js serve`. Nothing is loaded where it could not run.
import { refuseUnfit } from './store/runtime.mjs';

refuseUnfit();
await import('./start.js');
