// Where every process begins: a server and every other command. Nothing is loaded where it could not run.
import { stopAsked } from './store/process/stop-asked.js';
import { keepCompiled, refuseUnfit } from './store/runtime.mjs';

if (/^(serve|demonstration)$/.test(process.argv[2] ?? '')) stopAsked.listen();
refuseUnfit();
process.umask(0o077); // whatever is written is for this account alone
process.env.NODE_ENV ??= 'production'; // React reads it when it is loaded, and is seven times as slow otherwise
keepCompiled();
const { runShell } = await import('./cli/sluis.js');
await runShell(process.argv.slice(2));
