import { availableParallelism, loadavg } from 'node:os';
import { simulateDays } from './simulated-day.ts';
import { useApp } from './used-app.ts';

/** Whether the app holds more and more: a day of tasks on fakes, and the built app with its window used many times. */
const quick = process.argv.includes('--quick');
const tasksAnHour = quick ? 100 : 1000;
const hours = quick ? 4 : 24;
const windows = quick ? 20 : 500;
const restarts = quick ? 2 : 5;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const figure = (value: number): string => value.toFixed(1).padStart(9);

const held = await simulateDays(tasksAnHour, hours);
say(
  `${String(hours)} hours with ${tasksAnHour.toLocaleString('en')} tasks each, and again 32 days later, on fakes`,
);
say('  hour      heap MB   timers  handles  database MB');
for (const [at, { hour, heapMb, timers, handles, databaseMb }] of held.entries()) {
  if ((at + 1) % Math.ceil(hours / 4) !== 0 && at !== 0) continue;
  say(
    `  ${String(hour).padStart(4)}${figure(heapMb)} ${String(timers).padStart(8)} ${String(handles).padStart(8)} ${figure(databaseMb)}`,
  );
}

const used = await useApp(windows, 5, restarts);
say(
  `The built app, its window opened and closed ${String(windows)} times; then keyring and notification service killed ${String(restarts)} times`,
);
say('  windows   heap MB  PSS MB  descriptors  handles  listeners');
for (const { windows: opened, heapMb, memoryMb, descriptors, handles, listeners } of used) {
  say(
    `  ${String(opened).padStart(7)} ${figure(heapMb)} ${figure(memoryMb)} ${String(descriptors).padStart(9)} ${String(handles).padStart(8)} ${String(listeners).padStart(8)}`,
  );
}
say(`Load ${(loadavg()[0] ?? 0).toFixed(1)} on ${String(availableParallelism())} processors.`);
