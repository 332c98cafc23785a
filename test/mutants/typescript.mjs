// Lets Node load the sources as they are, with the settings of the suite.
import { readFile } from 'node:fs/promises';
import { transform } from '@swc/core';
import suite from '../../jest.config.mjs';

const [[, settings]] = Object.values(suite.transform);

export const resolve = (specifier, context, next) =>
  specifier.startsWith('.') && context.parentURL?.endsWith('.ts')
    ? next(specifier.replace(/\.js$/, '.ts'), context)
    : next(specifier, context);

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const source = await readFile(new URL(url), 'utf8');
  const { code } = await transform(source, { ...settings, configFile: false, swcrc: false });
  return { format: 'module', source: code, shortCircuit: true };
}
