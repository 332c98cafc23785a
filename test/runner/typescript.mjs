// Lets Node load the sources and the tests as they are: TypeScript and TSX are compiled when they are imported.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { transform } from '@swc/core';
import { compilerSettings } from './compiler-settings.mjs';

const isTyped = (url) => /\.tsx?$/.test(url ?? '');

/** Imports name what a file is compiled to: `./kinds.js` is kinds.ts or kinds.tsx. */
export function resolve(specifier, context, next) {
  if (!specifier.startsWith('.') || !specifier.endsWith('.js') || !isTyped(context.parentURL))
    return next(specifier, context);
  const named = new URL(specifier, context.parentURL).href.replace(/\.js$/, '');
  const url = [`${named}.ts`, `${named}.tsx`].find((one) => existsSync(new URL(one)));
  return url === undefined ? next(specifier, context) : { url, format: 'module', shortCircuit: true };
}

export async function load(url, context, next) {
  if (!isTyped(url)) return next(url, context);
  const source = await readFile(new URL(url), 'utf8');
  const { code } = await transform(source, { ...compilerSettings, filename: new URL(url).pathname });
  return { format: 'module', source: code, shortCircuit: true };
}
