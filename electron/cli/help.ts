import { commandNames, commandShapes, type CommandName, type CommandShape } from './command-shapes.ts';

/** What goes wrong and how the exit code says so, for scripts. A contract. */
export const exitCodes = { done: 0, failed: 1, usage: 2, timedOut: 3 } as const;

export const usageLine = (name: CommandName): string => `Usage: taskbell ${commandShapes[name].usage}`;

export const overview = (): string => {
  const width = Math.max(...commandNames.map((name) => name.length));
  return [
    'Usage: taskbell COMMAND',
    '',
    'Taskbell watches AI video tasks on HTTP gateways and says when one is ready, failed or lost.',
    'A command starts the app in the tray if it is not running.',
    '',
    'Commands:',
    ...commandNames.map((name) => `  ${name.padEnd(width)}  ${commandShapes[name].does}`),
    '',
    'An ID is Taskbell’s own, the start of it, or the gateway’s.',
    'Exit codes: 0 done, 1 failed, 2 wrong usage, 3 time-out of wait.',
    'TASKBELL_HOME moves the data folder. "taskbell help COMMAND" says more of one command.',
  ].join('\n');
};

export const helpOf = (name: CommandName): string => {
  const shape: CommandShape = commandShapes[name];
  const options = Object.entries(shape.options).map(
    ([option, { takes, means }]) => [`--${option}${takes === 'text' ? ' …' : ''}`, means] as const,
  );
  const width = Math.max(0, ...options.map(([option]) => option.length));
  const lines = options.map(([option, means]) => `  ${option.padEnd(width)}  ${means}`);
  return [usageLine(name), '', shape.does, ...(lines.length > 0 ? ['', ...lines] : [])].join('\n');
};
