// Starts a server: `main.js demonstration` or `main.js serve`. Nothing is loaded where it could not run.
import { keepCompiled, refuseUnfit } from './store/runtime.mjs';

refuseUnfit();
process.umask(0o077); // whatever is written is for this account alone
keepCompiled();
await import('./start.js');
