import type { DataCommands } from './data-commands.ts';
import type { Cancel, Clock } from './ports.ts';
import { StoreFailure } from './store-failure.ts';

const everyMs = 24 * 3_600_000;

/** Once a day, what has been in the bin for long enough goes. A disk that takes nothing is tried again the next day. */
export const createDailyTidying = (
  clock: Clock,
  data: Pick<DataCommands, 'tidy'>,
): { start(): void; stop(): void } => {
  let cancel: Cancel = () => undefined;
  const wait = (): void => {
    cancel = clock.after(everyMs, () => {
      try {
        data.tidy();
      } catch (error) {
        if (!(error instanceof StoreFailure)) throw error;
      }
      wait();
    });
  };
  return { start: wait, stop: () => cancel() };
};
