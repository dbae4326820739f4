import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { it } from 'vitest';

it('keeps the pictures of the app, and the icons of packages, as their SVG sources draw them', async () => {
  const script = fileURLToPath(new URL('../../build/icons/make-icons.mjs', import.meta.url));
  await promisify(execFile)(process.execPath, [script, '--check']);
});
