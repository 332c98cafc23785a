// Starts a server: `main.js demonstration` or `main.js serve`. Nothing is loaded where it could not run.
import { keepCompiled, refuseUnfit } from './store/runtime.mjs';

refuseUnfit();
keepCompiled();
await import('./start.js');
