import { expect, it } from 'vitest';
import type { TaskEvent } from '../../electron/shared/task.ts';
import { plotOf } from '../../renderer/progress-plot.ts';

const event = (at: number, given: Partial<TaskEvent>): TaskEvent => ({
  at,
  kind: 'phase',
  phase: null,
  progress: null,
  note: null,
  ...given,
});

const running = [
  event(0, { kind: 'added', note: 'clipboard' }),
  event(20, { phase: 'running', progress: 0 }),
  event(40, { kind: 'progress', phase: 'running', progress: 0.5 }),
];
const ended = [...running, event(60, { phase: 'succeeded' }), event(61, { kind: 'told' })];
const box = { width: 105, height: 55 };

it('draws progress from the first report of it to the end', () => {
  expect(plotOf(ended, box)).toEqual({
    line: 'M0 52.5L50 27.5L100 2.5',
    area: 'M0 52.5L50 27.5L100 2.5V55H0Z',
    usual: null,
    end: { x: 100, y: 2.5 },
  });
});

it('draws nothing from a single point', () => {
  expect(plotOf(running.slice(0, 2), box)).toBeNull();
});

it('has room beside a running task for as long as nine of ten take, and shows where they would be', () => {
  expect(plotOf(running, box, { fromMs: 50, toMs: 120 })).toEqual({
    line: 'M0 52.5L20 27.5',
    area: 'M0 52.5L20 27.5V55H0Z',
    usual: 'M-20 55L30 2.5H100Z',
    end: { x: 20, y: 27.5 },
  });
});

it('keeps the whole width for a task that has ended, however long others take', () => {
  const plot = plotOf(ended, box, { fromMs: 50, toMs: 200 });
  expect(plot?.end.x).toBe(100);
  expect(plot?.usual).toBe('M-50 55L75 2.5H450Z');
});
