// The text of the stylesheet: components of NL Design System, our own beside them, and of the design tokens only those that
// some rule uses. The build puts the text in the place of this file, so that none of what makes it is needed to run.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import postcss from 'postcss';
import { diagramStyles } from '../../diagrams/styles.js';

const require = createRequire(import.meta.url);

const candidates = ['button', 'heading', 'link', 'paragraph', 'skip-link'];
const utrecht = [
  ...['alert', 'breadcrumb-nav', 'checkbox', 'data-list', 'form-field', 'form-field-description'],
  ...['form-field-error-message', 'form-fieldset', 'form-label', 'radio-button', 'select', 'table', 'textarea'],
  'textbox',
];
const own = [
  'theme',
  'frame',
  'top',
  'verdict',
  'dossier',
  'table',
  'timeline',
  'forms',
  'reference',
  'help',
  'print',
  'briefing',
];
const tokens = '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css';

export const composed: string = compose();

function compose(): string {
  const theirs = [
    ...candidates.map((name) => packaged(`@nl-design-system-candidate/${name}-css/${name}.css`)),
    ...utrecht.map((name) => packaged(`@utrecht/${name}-css/dist/index.min.css`)),
  ];
  const ours = own.map((name) => readFileSync(new URL(`./${name}.css`, import.meta.url), 'utf8'));
  const rules = [...theirs, ...ours, diagramStyles].join('\n');
  return minified(`${tokensUsedIn(rules, packaged(tokens))}\n${rules}`);
}

function packaged(path: string): string {
  return readFileSync(require.resolve(path), 'utf8');
}

/** The tokens that the rules use, and those that these are made of. */
function tokensUsedIn(rules: string, theme: string): string {
  const values = new Map<string, string>();
  postcss.parse(theme).walkDecls(/^--/, ({ prop, value }) => {
    values.set(prop, value);
  });
  const used = new Set<string>();
  const use = (text: string): void => {
    for (const [, name = ''] of text.matchAll(/var\(\s*(--[\w-]+)/g)) {
      const value = values.get(name);
      if (value === undefined || used.has(name)) continue;
      used.add(name);
      use(value);
    }
  };
  use(rules);
  return `:root{${[...used].map((name) => `${name}:${values.get(name) ?? ''}`).join(';')}}`;
}

/** Without comments, and without the space between declarations. What is wrong is shown once something was filled in. */
function minified(css: string): string {
  const root = postcss.parse(css);
  root.walkComments((comment) => void comment.remove());
  root.walkRules((rule) => {
    rule.selector = rule.selector.replaceAll(/:invalid\b/g, ':user-invalid');
  });
  root.walk((node) => {
    node.raws.before = '';
    if ('after' in node.raws) node.raws.after = '';
    if (node.type === 'decl') node.raws.between = ':';
    else if ('between' in node.raws) node.raws.between = '';
  });
  return root.toString();
}
