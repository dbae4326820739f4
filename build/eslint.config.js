import { fileURLToPath } from 'node:url';
import svelte from 'eslint-plugin-svelte';
import svelteParser from 'svelte-eslint-parser';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Which folder may import what. A pattern is matched against the import as it is written. */
const forbid = (files, ...rules) => ({
  files,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns: rules.map(([regex, message]) => ({ regex, message })) },
    ],
  },
});

const packages = '^[^.]';
const purePackages = '^(?!\\.)(?!fast-check$).*';

export default tseslint.config(
  { ignores: ['node_modules/**', 'out/**', 'dist/**', 'demo-output/**'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['build/*.js'] },
        tsconfigRootDir: root,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Name the export, so that a search for the name finds every use.',
        },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parser: svelteParser, parserOptions: { parser: tseslint.parser } },
  },
  { files: ['build/**'], rules: { 'no-restricted-syntax': 'off', 'no-console': 'off' } },
  { files: ['**/*.js', '**/*.mjs'], ...tseslint.configs.disableTypeChecked },

  forbid(
    ['electron/shared/**'],
    [packages, 'shared/ imports nothing: every process uses it.'],
    ['^\\.\\./', 'shared/ imports nothing outside itself.'],
  ),
  forbid(
    ['electron/shared/language/*.ts'],
    [packages, 'shared/ imports nothing: every process uses it.'],
    ['^\\.\\./\\.\\./', 'shared/ imports nothing outside itself.'],
  ),
  forbid(
    ['electron/shared/language/*/*.ts'],
    [packages, 'shared/ imports nothing: every process uses it.'],
    ['^\\.\\./\\.\\./\\.\\./', 'shared/ imports nothing outside itself.'],
  ),
  forbid(
    ['electron/core/**'],
    [purePackages, 'core/ decides and does nothing else: no packages, no node:, no electron.'],
    ['/(platform|ipc|cli|dialects)/', 'core/ knows ports, not adapters.'],
  ),
  forbid(
    ['electron/dialects/**'],
    [purePackages, 'A dialect is pure: it reads answers and sends nothing.'],
    ['/(platform|ipc|cli)/', 'A dialect is pure: it reads answers and sends nothing.'],
  ),
  forbid(
    ['electron/dialects/custom*.ts'],
    ['^(?!\\.)(?!json-p3$).*', 'Only the selectors of described APIs need a package: json-p3.'],
    ['/(platform|ipc|cli)/', 'A dialect is pure: it reads answers and sends nothing.'],
  ),
  forbid(
    ['electron/app.ts'],
    [packages, 'createApp runs without Electron: hand it an adapter through its dependencies.'],
    ['/(platform|ipc|cli)/', 'createApp knows ports, not adapters: main.ts builds those.'],
  ),
  forbid(
    ['electron/ipc/**', 'electron/cli/**'],
    ['^(axios|keytar|node:sqlite|@homebridge/)', 'Only platform/ talks to the outside world.'],
    ['/platform/', 'Go through the app, not around it.'],
  ),
  forbid(
    ['electron/preload.ts'],
    ['^(?!electron$)[^.]', 'The preload is one sandboxed file: electron and shared/ only.'],
    ['/(core|platform|ipc|cli|dialects)/', 'The preload is one sandboxed file: electron and shared/ only.'],
  ),
  forbid(
    ['renderer/**'],
    ['^(electron|axios|keytar|node:)', 'The window draws; ask the main process through the bridge.'],
    ['electron/(?!shared/)', 'The window may import shared/ only.'],
  ),
);
