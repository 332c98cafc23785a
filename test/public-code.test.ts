// What stands around the code for who finds it in public: one version everywhere, a licence for every file, links that lead
// somewhere, what a catalogue of public code asks, and examples for who runs it that would work.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { configure } from '../src/store/process/configuration.js';
import parsers from '@stoplight/spectral-parsers';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface PublicCode {
  publiccodeYmlVersion: string;
  url: string;
  softwareVersion: string;
  releaseDate: string;
  description: Record<string, { shortDescription: string; longDescription: string; features: string[] }>;
  legal: { license: string };
  maintenance: { type: string; contacts: { name: string }[] };
  localisation: { availableLanguages: string[] };
}
const catalogued = parsers.Yaml.parse(read('publiccode.yml')).data as PublicCode; // each of its fields is looked at below
const { version, license } = JSON.parse(read('package.json')) as { version: string; license: string };

it('has one version, which is the newest of the list of changes', () => {
  const lock = JSON.parse(read('package-lock.json')) as {
    version: string;
    packages: Record<string, { version: string }>;
  };
  const [, newest, date] = /^## \[(\S+)\] - (\S+)$/m.exec(read('CHANGELOG.md')) ?? [];
  expect([lock.version, lock.packages['']?.version, newest]).toEqual([version, version, version]);
  expect([catalogued.softwareVersion, catalogued.releaseDate]).toEqual([version, date]);
});

it('tells a catalogue of public code what it asks', () => {
  const { publiccodeYmlVersion, url, description, legal, maintenance, localisation } = catalogued;
  expect([publiccodeYmlVersion, legal.license]).toEqual(['0.5', license]);
  expect(new URL(url).pathname).toMatch(/\.git$/);
  expect(Object.keys(description)).toContain('nl');
  for (const { shortDescription, longDescription, features } of Object.values(description)) {
    expect(shortDescription.length).toBeLessThanOrEqual(150);
    expect(longDescription.length).toBeGreaterThanOrEqual(150);
    expect(features).not.toEqual([]);
  }
  expect([maintenance.type, maintenance.contacts.length > 0]).toEqual(['community', true]);
  expect(localisation.availableLanguages).toEqual(['nl-NL']);
});

/** Licences themselves need none; of the rest git keeps nothing. */
const leftOut =
  /^(LICENSE\.md|LICENSES|\.git|node_modules|dist|data|coverage|mutants|release|npm-shrinkwrap\.json|.*\.log)$/;

function filesOf(folder: string): string[] {
  const inside = readdirSync(join(root, folder), { withFileTypes: true });
  return inside.flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (leftOut.test(path)) return [];
    return entry.isDirectory() ? filesOf(path) : [path];
  });
}

describe('the licences', () => {
  const annotations = read('REUSE.toml')
    .split('[[annotations]]')
    .slice(1)
    .map((text) => {
      const [, paths = ''] = /^path = (\[[^\]]*\]|".*")/m.exec(text) ?? [];
      return {
        paths: [...paths.matchAll(/"([^"]+)"/g)].map(([, path = '']) => path),
        license: /^SPDX-License-Identifier = "(.+)"$/m.exec(text)?.[1] ?? '',
      };
    });
  const covers = (pattern: string, path: string): boolean =>
    pattern.endsWith('/**') ? path.startsWith(pattern.slice(0, -2)) : path === pattern;
  const files = filesOf('');

  it('name one for each file, and no file that is not there', () => {
    const patterns = annotations.flatMap(({ paths }) => paths);
    const counts = files.map((path) => [path, patterns.filter((pattern) => covers(pattern, path)).length] as const);
    expect(files.length).toBeGreaterThan(900);
    expect(counts.filter(([, count]) => count !== 1)).toEqual([]);
    expect(patterns.filter((pattern) => !files.some((path) => covers(pattern, path)))).toEqual([]);
  });

  it('are there as texts, and no others', () => {
    const named = annotations.map((one) => `${one.license}.txt`).sort();
    expect(readdirSync(join(root, 'LICENSES')).sort()).toEqual(named);
    expect(read('LICENSES/EUPL-1.2.txt')).toBe(read('LICENSE.md').replaceAll(/^#+ /gm, ''));
  });
});

describe('the links of', () => {
  const inFolder = (folder: string): string[] =>
    readdirSync(join(root, folder)).flatMap((name) => (name.endsWith('.md') ? [join(folder, name)] : []));
  const pages = ['.', 'docs', 'docs/decisions', 'docs/handboek', 'registers'].flatMap(inFolder);

  it.each(pages)('%s lead to files that are there', (page) => {
    const links = [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
    const own = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(own.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
  });
});

describe('the examples for who runs it', () => {
  const settings = read('ops/sluis.env');
  const named = [...settings.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name);

  it('name every setting that is read, and no other', () => {
    const sources = filesOf('src/store/process').map(read).join('\n');
    const asked = [...sources.matchAll(/(?:'|{ )([A-Z_]{4,})\b/g)].map(([, name]) => name);
    const refused = ['DATABASE_URL']; // kept for a database that is still to come
    const signals = ['SIGINT', 'SIGTERM'];
    expect(named.filter((name) => refused.includes(name ?? ''))).toEqual([]);
    expect([...named, ...refused, ...signals].sort()).toEqual([...new Set(asked)].sort());
  });

  it('name what the page about running it explains, and so does that page', () => {
    const rows = read('docs/operations.md')
      .split('\n')
      .filter((line) => /^\| `[A-Z_]+`/.test(line));
    const told = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name));
    expect(told.sort()).toEqual([...named].sort());
  });

  it('are settings that are right once there is a secret, and until then say so', () => {
    const given = Object.fromEntries(
      [...settings.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value]) => [name, value]),
    );
    expect(() => configure('serve', given)).toThrow(/^SESSION_SECRET:[^\n]*$/);
    expect(configure('serve', { ...given, SESSION_SECRET: 'f3'.repeat(7) + 'a secret for this test' }).port).toBe(3000);
  });

  it('give a stop the time that it takes, and nothing a right that it does not need', () => {
    const [, most = ''] = /const \w+ = (\d+)_000/.exec(read('src/http/stopping.ts')) ?? [];
    const unit = read('ops/sluis.service');
    expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1])).toBeGreaterThan(Number(most) + 5);
    for (const line of ['NoNewPrivileges=yes', 'ProtectSystem=strict', 'CapabilityBoundingSet=', 'UMask=0077'])
      expect(unit.split('\n')).toContain(line);
    const image = read('ops/Containerfile');
    expect(image).toMatch(/^USER node$/m);
    expect([...image.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base)).toEqual(['node:24-slim', 'node:24-slim']);
    expect(read('.nvmrc')).toBe('24\n');
  });

  it('let no visitor say from where it comes', () => {
    const proxy = read('ops/nginx.conf');
    expect(proxy).toContain('proxy_set_header X-Forwarded-For $remote_addr;');
    expect(proxy).not.toContain('proxy_add_x_forwarded_for');
  });
});
