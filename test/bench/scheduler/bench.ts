import { parseArgs } from 'node:util';
import { realRows, simulatedRows, tableText } from './figure-texts.ts';
import { buildMeasured, measureReal } from './real.ts';
import { simulate } from './simulated.ts';

// Ten thousand tasks in simulated time, and one thousand in real time in a real main process.
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    /** Of simulated time. */
    minutes: { type: 'string', default: '60' },
    /** Of real time. */
    seconds: { type: 'string', default: '60' },
    /** A file for the CPU profile of the real main process; the last run counts. */
    profile: { type: 'string' },
  },
});
const minutes = Number(values.minutes);
const measuredMs = Number(values.seconds) * 1000;
const many = { gateways: 20, tasks: 10_000, minutes };
const figures: Record<string, unknown> = {};

const tell = (name: string, measured: unknown, text: string): void => {
  figures[name] = measured;
  if (!values.json) process.stdout.write(`${text}\n`);
};

if (values.only !== 'real') {
  for (const [name, requestsPerSecond] of [
    ['the usual budget', null],
    ['a budget that is no limit', 50],
  ] as const) {
    const measured = await simulate({ ...many, requestsPerSecond });
    tell(`simulated, ${name}`, measured, tableText(`Simulated, ${name}`, simulatedRows(measured)));
  }
}
if (values.only !== 'simulated') {
  await buildMeasured();
  for (const requestsPerSecond of [50, 20]) {
    const options = { tasks: 1000, requestsPerSecond, measuredMs, profileFile: values.profile ?? null };
    const measured = await measureReal(options);
    const name = `real, ${String(requestsPerSecond)} requests a second`;
    tell(
      name,
      measured,
      tableText(`In real time, a budget of ${String(requestsPerSecond)}/s`, realRows(measured)),
    );
  }
}
if (values.json) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
