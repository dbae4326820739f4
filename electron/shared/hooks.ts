/** When a command of the user's own runs: a task became ready, or it failed, was cancelled or lost. */
export const hookNames = ['success', 'failure'] as const;

export type HookName = (typeof hookNames)[number];

/** A program and what it is given, each argument as it is: no shell reads them. */
export interface Hook {
  readonly on: boolean;
  /** A path, or a name that is looked for in PATH. */
  readonly program: string;
  readonly args: readonly string[];
}

export interface HookSettings {
  readonly hooks: Readonly<Record<HookName, Hook>>;
  /** How long a command may take. */
  readonly longestMs: number;
}

export type HookSettingsTrouble = 'program-missing' | 'not-text' | 'time';

/** `waiting`: its turn comes, or the video is being saved first. */
export type HookState = 'waiting' | 'running' | 'ended' | 'timed-out' | 'not-started';

/** What became of the command that ran for a task. */
export interface HookRun {
  readonly name: HookName;
  readonly program: string;
  readonly state: HookState;
  /** Null while it has none, and when a signal ended it. */
  readonly exitCode: number | null;
  /** The last 4 KB of what it wrote, in the order in which it came. */
  readonly output: string;
}

export const defaultHookSettings: HookSettings = {
  hooks: {
    success: { on: false, program: '', args: [] },
    failure: { on: false, program: '', args: [] },
  },
  longestMs: 60_000,
};

export const isHookOver = ({ state }: HookRun): boolean => state !== 'waiting' && state !== 'running';
