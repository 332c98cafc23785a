// Makes the long dossier anew: `node test/stand/telling/make.mjs`. Needed when what it asks is refused by what is built now.
import { writeFileSync } from 'node:fs';
import { register } from 'node:module';

register('../../runner/typescript.mjs', import.meta.url);
const { longDossier } = await import('./story.ts');

const seed = Number(process.argv[2] ?? 8);
const asked = await longDossier(seed);
writeFileSync(new URL('facts.json', import.meta.url), `${JSON.stringify(asked, null, 2)}\n`);
console.log(`${asked.length} facts of seed ${seed}`);
