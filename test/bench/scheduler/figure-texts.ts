import type { measureReal } from './real.ts';
import type { simulate } from './simulated.ts';

type Rows = readonly (readonly [name: string, value: string])[];

/** Two columns, a title over them. */
export const tableText = (title: string, rows: Rows): string => {
  const width = Math.max(...rows.map(([name]) => name.length));
  return [title, ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`), ''].join('\n');
};

const row = (name: string, value: number, unit: string, target = ''): Rows[number] => [
  name,
  `${String(value)} ${unit}${target === '' ? '' : `  (${target})`}`,
];

export const simulatedRows = (figures: Awaited<ReturnType<typeof simulate>>): Rows => [
  row('checks', figures.checks, `in ${String(figures.options.minutes)} min`),
  row('checks a second', figures.checksPerSecond, '', `budgets allow ${String(figures.budgetPerSecond)}`),
  row(
    'most to one gateway within a second',
    figures.mostToOneGatewayInASecond,
    '',
    `at most ${String(figures.budgetOfOneGateway)}`,
  ),
  row('CPU a check', figures.cpuMsPerCheck, 'ms'),
  row('CPU in all', figures.cpuSharePercent, '% of a core'),
  row('a check starts late by, median', figures.lateMs.median, 'ms'),
  row('… p95', figures.lateMs.p95, 'ms'),
  row('… at most', figures.lateMs.largest, 'ms'),
  row('heap, 10,000 tasks', figures.memoryMb.heapUsed, 'MB'),
  row('heap growth meanwhile', figures.memoryMb.heapGrowth, 'MB'),
  row('longest turn, CPU', figures.turnMs.longest, 'ms'),
  row('… at the start', figures.turnMs.longestAtStart, 'ms'),
  row('… when a gateway asks to wait', figures.turnMs.longestWhenAGatewayAsksToWait, 'ms'),
  row('… after a sleep', figures.turnMs.longestAfterASleep, 'ms'),
  row('… when the clock is set', figures.turnMs.longestWhenTheClockIsSet, 'ms'),
  row('… when all are checked', figures.turnMs.longestWhenAllAreChecked, 'ms'),
];

export const realRows = (figures: Awaited<ReturnType<typeof measureReal>>): Rows => [
  row('arrived at the gateway', figures.arrivedPerSecond, 'a second'),
  row(
    'of the budget',
    figures.shareOfBudget,
    '',
    figures.wasBehind ? 'at least 0.95' : 'fewer checks fell due',
  ),
  row('one more than the budget was sent in', figures.oneTooManyInMs, 'ms', 'at least 1000'),
  row('most arrived within a second', figures.mostArrivedInASecond, ''),
  row('CPU of the main process', figures.cpuPercent, '% of a core'),
  row('CPU a check', figures.cpuMsPerCheck, 'ms'),
  row('longest stall of the event loop', figures.stallMs.longest, 'ms', 'at most 20'),
  row('… p99.9', figures.stallMs.p999, 'ms'),
  row('… what of it was computing', figures.stallMs.computed, 'ms', 'at most 20'),
  row('… with nothing to do, on this machine', figures.idleStallMs.longest, 'ms'),
  ...Object.entries(figures.spans).map(([name, span]): Rows[number] => [
    `longest: ${name}`,
    `${String(span.longestMs)} ms, ${String(span.itsCpuMs)} of them CPU; most CPU ${String(span.mostCpuMs)} ms` +
      `  (${String(span.count)} times, ${String(span.totalMs)} ms in all)`,
  ]),
  row('memory of the main process', figures.rssMb, 'MB'),
];
