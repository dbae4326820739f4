import type { HookName, HookSettingsTrouble } from '../../hooks.ts';

/** Commands of the user's own that run when a task ends. */
export const hooks = {
  means:
    'A program of your own, once for each ending that is news, with your rights. It finds the task in variables such as TASKBELL_TITLE; what it writes stands in the task’s details.',
  names: {
    success: 'Run a command when a video is ready',
    failure: 'Run a command when a task fails, is cancelled or lost',
  } satisfies Record<HookName, string>,
  program: 'Program',
  programMeans: 'A path, or a name that is found in PATH. No shell reads it.',
  args: 'Arguments, one on each line',
  argsMeans: 'Each is handed over as it stands, spaces and quotes too.',
  longest: 'Longest time in seconds',
  longestMeans: 'What takes longer is ended.',
  settingsTroubles: {
    'program-missing': 'Name the program to run, then switch it on.',
    'not-text': 'A program or an argument cannot hold a null character.',
    time: 'The longest time must be at least 1 second and at most 3600.',
  } satisfies Record<HookSettingsTrouble, string>,
  /** The part of a task's details. */
  label: 'Your command',
  ran: (program: string, state: string) => `${program}: ${state}`,
  states: {
    waiting: 'waits for its turn, or for the video to be saved',
    running: 'is running',
    done: 'has run',
    'timed-out': 'took too long and was ended. Settings say how long it may take.',
    'not-started': 'could not be started. Check the program in Settings.',
    ended: 'was ended from outside',
  },
  failedWith: (code: string) => `ended with exit code ${code}`,
  output: 'What it wrote last',
};
