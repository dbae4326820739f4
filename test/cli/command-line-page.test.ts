import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commandNames, commandShapes } from '../../electron/cli/command-shapes.ts';
import { promptnesses } from '../../electron/shared/timing.ts';
import { aReport, aTask } from './fake-app.ts';

const page = readFileSync(new URL('../../docs/guide/command-line.md', import.meta.url), 'utf8');

it.each(commandNames)('the page on the command line shows how "%s" is used', (name) => {
  expect(page).toContain(`\`${commandShapes[name].usage.replaceAll('|', '\\|')}\``);
});

it.each([...Object.keys(aTask()), ...Object.keys(aReport()), ...promptnesses])(
  'the page on the command line explains %s',
  (word) => {
    expect(page).toContain(`\`${word}\``);
  },
);
