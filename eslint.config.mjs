// Types are checked by the linter too: what is awaited, what cannot happen, what is any.
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'data', 'coverage', 'mutants'] },
  { ignores: ['test/client/roadmap.ts'] }, // compiled by its own test, against types that exist nowhere else
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-extraneous-class': 'off', // Nest modules and request shapes are classes without members
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowNullish: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }] }], // lengths are in code points
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off', // shapes of requests are structural
      '@typescript-eslint/no-non-null-assertion': 'off', // allowed with a reason beside it
      '@typescript-eslint/require-await': 'off', // async also turns what is thrown into a rejection
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 60, skipComments: true }],
      complexity: ['error', { max: 15, variant: 'modified' }],
      'no-console': 'error',
    },
  },
  { files: ['src/cli/**', 'test/**'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off', // matchers of Jest are any
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
