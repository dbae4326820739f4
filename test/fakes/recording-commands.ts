import type { Command, CommandEnd, Commands } from '../../electron/core/command-ports.ts';
import { failed, ok, type Result } from '../../electron/shared/result.ts';

/** Commands that are not run, and end when the test says so. */
export interface RecordingCommands {
  readonly port: Commands;
  readonly started: Command[];
  /** Which were asked to end, and which were ended, by their place among the started ones. */
  readonly asked: number[];
  readonly killed: number[];
  finish(index: number, end: CommandEnd | null): void;
}

export const createRecordingCommands = (): RecordingCommands => {
  const ends: ((end: Result<CommandEnd, 'not-started'>) => void)[] = [];
  const recording: RecordingCommands = {
    started: [],
    asked: [],
    killed: [],
    finish: (index, end) => ends[index]?.(end === null ? failed('not-started') : ok(end)),
    port: {
      start: (command) => {
        const index = recording.started.push(command) - 1;
        return {
          done: new Promise((resolve) => void ends.push(resolve)),
          end: () => void recording.asked.push(index),
          kill: () => void recording.killed.push(index),
        };
      },
    },
  };
  return recording;
};
