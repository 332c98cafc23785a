#!/usr/bin/env node
// The commands of the shell: `npx sluis …`. In a checkout it first builds what changed, without a word.
import { existsSync } from 'node:fs';

if (existsSync(new URL('../src/', import.meta.url))) {
  const { buildWhenNewer } = await import('../scripts/build.mjs');
  await buildWhenNewer();
}
await import('../dist/src/main.js');
