// The shape of the source: who may import whom, how long a file is, and that nothing lies about unused.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const within = (folder: string, rooms: string): string[] => rooms.split(' ').map((room) => `${folder}/${room}`);

/** From the ground up: a file imports only from its own folder or from a folder that stands before it. */
const ranks = [
  'src/domain',
  ...within('src/domain', 'facts rules workflow calendars dossier roles sheets security stand commands fold'),
  ...within('src/domain', 'turns forecast views'),
  ...within('src/wording', 'language facts gates log forms refusals shell api out pages'),
  'src/wording',
  ...within('src/store', 'files process dialect migrations folder'),
  'src/store',
  ...within('src/store', 'security watch backup read-models'),
  'src/app',
  'src/diagrams',
  'src/http',
  ...within('src/http', 'in out page'),
  'src/api',
  'src/web/pages',
  ...within('src/web/pages', 'log plans gate dossier forecast sheets people lists'),
  ...within('src/web', 'forms visit log dossier giving letters people lists in out start'),
  'src/web',
  'src/replay',
  'src',
  'src/cli',
];
/** None of them imports from another. */
const siblings = ['src/api', 'src/web', 'src/cli'];
const siblingOf = (folder: string): string | undefined =>
  siblings.find((one) => folder === one || folder.startsWith(`${one}/`));
/** Where Node starts reading: it stands above everything. */
const workers = ['app/chance-worker', 'store/watch/soundness-worker', 'store/backup/backup-process'];
const entries = ['src/main.ts', ...workers.map((path) => `src/${path}.ts`)];
const allowedInDomain = ['xstate', 'temporal-polyfill'];
const typeormFolders = [
  'src/store/dialect',
  'src/store/migrations',
  'src/store',
  'src/store/read-models',
  'src/identity',
];
const [linesMax, argumentsMax] = [300, 5];
/** From one room of the core to another; the domain, the wording, the store, HTTP and the pages are one room each, whatever they are divided into. */
const arrowsMax = 36;
/** What a capability may import: a folder of its own beside those of the core. */
const offered = ['src/domain', 'src/store', 'src/wording', 'src/http'];

interface Source {
  path: string;
  folder: string;
  text: string;
  imports: { from: string; path: string | null }[];
}

const root = resolve(import.meta.dirname, '..');
const sources = ['src', 'workflows'].flatMap((folder) => filesIn(folder)).map(read);
const byPath = new Map(sources.map((source) => [source.path, source]));
const tests = filesIn('test').map(read);
function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

function read(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const specifiers = [
    ...text.matchAll(/^(?:import|export)[^'"]*?from '([^']+)'|^import '([^']+)'|await import\('([^']+)'\)/gms),
  ];
  const imports = specifiers.map(([, named, bare, late]) => {
    const from = named ?? bare ?? late ?? '';
    return { from, path: from.startsWith('.') ? resolveImport(path, from) : null };
  });
  return { path, folder: dirname(path), text, imports };
}

function resolveImport(path: string, from: string): string {
  const target = relative(root, resolve(root, dirname(path), from));
  const typed = target.replace(/\.js$/, '.ts');
  return existsSync(join(root, typed)) ? typed : `${typed}x`;
}

/** Texts and labels that stand in the markup itself. */
function wordsOnPages({ path, text }: Source): string[] {
  if (!path.endsWith('.tsx')) return [];
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    const spoken =
      ts.isJsxText(node) || (ts.isJsxAttribute(node) && /^(aria-label|title|label|alt)$/.test(node.name.getText()));
    const literal = ts.isJsxAttribute(node)
      ? node.initializer && ts.isStringLiteral(node.initializer)
        ? node.initializer.text
        : ''
      : node.getText();
    if (spoken && /\p{L}{2}/u.test(literal)) found.push(`${path}: ${literal.trim()}`);
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

describe('the sources', () => {
  it('import only from their own folder or from a lower rank', () => {
    const wrong = sources.flatMap(({ path, folder, imports }) =>
      imports.flatMap(({ path: target }) => {
        if (target === null || entries.includes(path)) return [];
        if (!ranks.includes(folder) || dirname(target) === folder) return [];
        if (folder === 'src' && !ranks.includes(dirname(target))) return []; // it puts capabilities beside the core
        const [from, to] = [ranks.indexOf(folder), ranks.indexOf(dirname(target))];
        const [own, other] = [siblingOf(folder), siblingOf(dirname(target))];
        const beside = own !== undefined && other !== undefined && own !== other;
        return from >= 0 && to >= 0 && to < from && !beside ? [] : [`${path} imports ${target}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('have few arrows between the rooms of the core', () => {
    const room = (folder: string): string => folder.replace(/^src\/(domain|wording|store|http|web)\/.*/, 'src/$1');
    const core = sources.filter(({ folder }) => ranks.includes(folder) && folder !== 'src'); // where all is put together
    const arrows = core.flatMap(({ folder, imports }) =>
      imports.flatMap(({ path: target }) =>
        target?.startsWith('src/') ? [`${room(folder)} → ${room(dirname(target))}`] : [],
      ),
    );
    const between = [...new Set(arrows)].filter((arrow) => new Set(arrow.split(' → ')).size === 2).sort();
    expect(between.slice(arrowsMax)).toEqual([]);
  });

  it('keep a capability to what the core offers, and the core from knowing one', () => {
    const wrong = sources.flatMap(({ path, folder, imports }) =>
      imports.flatMap(({ path: target }) => {
        if (target === null) return [];
        const [from, to] = [folder, dirname(target)];
        const isOffered = from === to || offered.some((one) => to === one || to.startsWith(`${one}/`));
        const isAdded = from === 'src' || to.startsWith('workflows'); // where all is put together
        const isWrong = ranks.includes(from) ? !ranks.includes(to) && !isAdded : !isOffered;
        return isWrong && !from.startsWith('workflows') ? [`${path} imports ${target}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('have everything constructed by Nest, from at most five arguments, and but two values', () => {
    const values = sources.flatMap(({ path, text }) => [...text.matchAll(/useValue/g)].map(() => path));
    expect(values).toEqual(Array(2).fill('src/store/process/configuration.module.ts'));
    const long = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/^ {2,4}(?:private )?constructor\(([^)]*)\)/gm)].flatMap(([, list = '']) =>
        (list.match(/\w+\??: /g) ?? []).length > argumentsMax ? [path] : [],
      ),
    );
    expect(long).toEqual([]);
  });

  it('answer by what a route returns, and decorate nothing by hand', () => {
    const routes = sources.filter(({ path }) => /\.controller\.tsx?$/.test(path));
    expect(routes.length).toBeGreaterThan(10);
    const byHand = routes.filter(({ text }) => /@Res\b|FastifyReply|\.prototype\b|defineProperty/.test(text));
    expect(byHand.map(({ path }) => path)).toEqual([]);
  });

  it('keep the domain pure: no clock, no random, no I/O, no promise, and two packages', () => {
    const domain = sources.filter(({ folder }) => folder.startsWith('src/domain'));
    const foreign = domain.flatMap(({ path, imports }) =>
      imports.flatMap(({ from, path: target }) =>
        target || allowedInDomain.includes(from) ? [] : [`${path}: ${from}`],
      ),
    );
    const impure = domain.filter(({ text }) =>
      /\bnew Date\b|\bDate\.now\b|\bMath\.random\b|\bPromise\b|\basync\b|\bprocess\./.test(text),
    );
    expect(foreign).toEqual([]);
    expect(impure.map(({ path }) => path)).toEqual([]);
  });

  it('name xstate in one file and TypeORM only where the database is', () => {
    const using = (name: string) => sources.filter(({ imports }) => imports.some(({ from }) => from === name));
    expect(using('xstate').map(({ path }) => path)).toEqual(['src/domain/workflow/machine.ts']);
    const outside = [...using('typeorm'), ...using('better-sqlite3')].filter(
      ({ folder }) => !typeormFolders.includes(folder),
    );
    expect(outside.map(({ path }) => path)).toEqual([]);
  });

  it('say in its dialect what SQLite alone knows, but for the lock and the choice of the module', () => {
    const foreign = /PRAGMA|\.pragma\(|SQLITE_|BEGIN (IMMEDIATE|EXCLUSIVE)|lastInsertRowid|sqlite_|RAISE\(|ROWID\b/;
    const found = sources.filter(({ text }) => foreign.test(text)).map(({ path }) => path);
    expect(found.length).toBeGreaterThan(3);
    expect(found.filter((path) => !path.startsWith('src/store/dialect/'))).toEqual(['src/store/lock.ts']);
  });

  it('contain no dead file: each is imported, found by being there, or an entry', () => {
    const imported = new Set(sources.flatMap(({ imports }) => imports.map(({ path }) => path)));
    const found = (path: string) => /^(?:workflows|src\/domain\/rules)\/|\.d\.ts$/.test(path);
    const dead = sources.filter(({ path }) => !imported.has(path) && !entries.includes(path) && !found(path));
    expect(dead.map(({ path }) => path)).toEqual([]);
  });

  it('give a type or a class that others import a name of its own', () => {
    const declared = /^export (?:abstract )?(?:class|interface|type) (\w+)(?! = \w+\.\1;)/gm;
    const places = new Map<string, string[]>();
    for (const { path, text } of sources.filter((source) => !source.path.endsWith('.tsx')))
      for (const [, name = ''] of text.matchAll(declared)) places.set(name, [...(places.get(name) ?? []), path]);
    expect(places.size).toBeGreaterThan(300);
    expect([...places].filter(([, paths]) => paths.length > 1)).toEqual([]);
  });

  it('contain no export that nobody imports', () => {
    const everything = [...sources, ...tests];
    const unused = sources.flatMap(({ path, text }) => {
      const names = [...text.matchAll(/^export (?:const|function|class|type|interface|async function) (\w+)/gm)];
      return names.flatMap(([, name = '']) => {
        const word = new RegExp(`\\b${name}\\b`);
        const elsewhere = everything.some((other) => other.path !== path && word.test(other.text));
        const usedHere = [...text.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length > 1;
        return elsewhere || usedHere ? [] : [`${path}: ${name}`];
      });
    });
    expect(unused).toEqual([]);
  });

  it('say nothing on a page that is not in the dictionary of src/wording', () => {
    const said = sources.flatMap(wordsOnPages);
    expect(said).toEqual([]);
  });

  it('have no dictionary with words that nobody says', () => {
    const everything = sources.map(({ text }) => text).join('\n');
    const silent = sources
      .filter(({ path }) => /wording\/(pages|workflow-pages|diagram|forms|decision-form)\.ts$/.test(path))
      .flatMap(({ text }) =>
        [...text.matchAll(/^ {2}(\w+):/gm)].flatMap(([, name = '']) =>
          new RegExp(`\\.${name}\\b`).test(everything) ? [] : [name],
        ),
      );
    expect(silent).toEqual([]);
  });

  it('have no circles among their imports', () => {
    const settled = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, trail: string[]): void => {
      if (settled.has(path)) return;
      if (trail.includes(path)) {
        circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
        return;
      }
      for (const { path: target } of byPath.get(path)?.imports ?? []) if (target) visit(target, [...trail, path]);
      settled.add(path);
    };
    for (const { path } of sources) visit(path, []);
    expect(circles).toEqual([]);
  });

  it('fold a dossier from its events and its plan alone: what that can reach is domain, and has no register', () => {
    const typesOnly = (path: string) =>
      new Set(
        [...(byPath.get(path)?.text ?? '').matchAll(/^import type [^;]*? from '([^']+)'/gm)].map(([, from]) => from),
      );
    const reached = new Set(sources.filter(({ folder }) => folder === 'src/domain/views').map(({ path }) => path));
    for (const path of reached.add('src/domain/fold/history.ts'))
      for (const { from, path: target } of byPath.get(path)?.imports ?? [])
        if (target && !typesOnly(path).has(from)) reached.add(target);
    expect(reached.has('src/domain/workflow/plan.ts')).toBe(true);
    const foreign = [...reached].filter(
      (path) => !path.startsWith('src/domain/') || /municipalities|registers/.test(path),
    );
    expect(foreign).toEqual([]);
  });

  it('have no barrels, no utils, no helpers, and no file beyond its length', () => {
    const barrels = sources.filter(({ text }) => /^export \* from|^export \{[^}]*\} from/m.test(text));
    const vague = sources.filter(({ path }) => /(^|\/)(utils?|helpers?|common|misc|index)(\/|\.)/.test(path));
    const long = sources.filter(({ text }) => text.split('\n').length > linesMax);
    expect([...barrels, ...vague, ...long].map(({ path }) => path)).toEqual([]);
  });

  it('begin with a header that says what they are for', () => {
    const bare = [...sources, ...tests].filter(({ text }) => !/^(#!.*\n)?\/\/ \S/.test(text)).map(({ path }) => path);
    expect(bare).toEqual([]);
  });
});
