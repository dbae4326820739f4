// npm run bench -- policy [--json] [--write]
import { cases, resultOf } from './cases.ts';
import { targetsOf } from './targets.ts';
import { caseTable, targetTable } from './tables.ts';
import { writeGuide } from './guide.ts';
import { curves } from './curves.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const options = new Set(process.argv.slice(2));

const results = cases.map((one) => {
  const result = resultOf(one);
  if (!options.has('--json')) say(caseTable(result));
  return result;
});
if (options.has('--json')) {
  say(JSON.stringify(results.map((result) => ({ ...result, targets: targetsOf(result) }))));
} else {
  say(targetTable(results));
}
if (options.has('--write')) await writeGuide(results, curves());
