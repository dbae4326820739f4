import { speakAsCommand } from './command-language.ts';
import { runCommandLine } from './command-line.ts';
import type { CommandIo } from './command-io.ts';

/** Runs one command as the whole work of this process, which then ends through `end`. Never rejects. */
export const runCommandProcess = async (
  words: readonly string[],
  io: CommandIo,
  end: (exitCode: number) => void,
): Promise<void> => {
  // A reader that has seen enough, such as "head", closes the pipe.
  process.stdout.on('error', () => process.exit());
  try {
    await speakAsCommand(io);
    end(await runCommandLine(words, io));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    end(1);
  }
};
