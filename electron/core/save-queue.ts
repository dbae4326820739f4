import type { Result } from '../shared/result.ts';
import type { SavedKind, SaveTrouble } from '../shared/saving.ts';
import type { ResultLink } from '../shared/task.ts';
import { backOffDelayMs } from './back-off.ts';
import { partNameOf } from './file-name.ts';
import type { Clock, Random } from './ports.ts';
import type { ResultFiles, SavedFile } from './saving-ports.ts';
import type { StoredSave } from './store-ports.ts';
import type { FetchFreshLinks } from './fresh-links.ts';
import type { SaveGateway } from './save-address.ts';
import type { SaveFailure } from './save-answer.ts';
import type { TrackedSave } from './save-entry.ts';
import type { SaveParts } from './save-parts.ts';
import { isOfLink, isOfNetwork, isRetried } from './save-retries.ts';

/** Where a result is to be had, once its turn has come. */
export interface SaveSource {
  readonly link: ResultLink;
  readonly gateway: SaveGateway;
  readonly keyHeaders: Readonly<Record<string, string>>;
}

export interface SaveQueueDependencies {
  readonly clock: Clock;
  readonly random: Random;
  readonly files: Pick<ResultFiles, 'save'>;
  readonly parts: SaveParts;
  readonly largestBytes: () => number;
  readonly sourceOf: (taskId: string, kind: SavedKind) => Promise<Result<SaveSource, SaveTrouble>>;
  readonly freshLinks: FetchFreshLinks;
  /** What has changed of it is to be kept. */
  readonly keep: (save: TrackedSave, change: Partial<StoredSave>) => void;
  readonly draw: (save: TrackedSave) => void;
  readonly onEnded: (save: TrackedSave) => void;
}

/** Gives saves their turn, a few at a time, and tries again what can still succeed. */
export interface SaveQueue {
  put(save: TrackedSave): void;
  /** Ends its turn and its waiting; what is on the disk stays. */
  take(save: TrackedSave): void;
  /** Gives it up for good, without telling of it. */
  end(save: TrackedSave, trouble: SaveTrouble): void;
  /** Tries again now what waits for the network. A wait that a server asked for is kept. */
  hasten(): void;
  /** Tries again now what waits for a folder and has another. */
  folderChanged(): void;
  stop(): void;
}

/** Apart, so that a picture never holds up a video. */
const mostVideosAtOnce = 2;
const mostOthersAtOnce = 1;
const drawEveryMs = 500;

export const createSaveQueue = (dependencies: SaveQueueDependencies): SaveQueue => {
  const { clock, random, files, parts, keep, draw } = dependencies;
  const waiting = new Set<TrackedSave>();
  const turns = new Set<TrackedSave>();
  let stopped = false;

  const next = (): void => {
    for (const save of waiting) {
      if (stopped || turns.size >= mostVideosAtOnce + mostOthersAtOnce) return;
      if (save.retryAt !== null || !hasRoomFor(save)) continue;
      waiting.delete(save);
      turns.add(save);
      void give(save);
    }
  };

  const hasRoomFor = (save: TrackedSave): boolean => {
    const alike = [...turns].filter((other) => isVideo(other) === isVideo(save));
    return alike.length < (isVideo(save) ? mostVideosAtOnce : mostOthersAtOnce);
  };

  const give = async (save: TrackedSave): Promise<void> => {
    parts.toBetterFolder(save);
    save.underway = true;
    draw(save);
    const before = save.bytes;
    const source = await dependencies.sourceOf(save.stored.taskId, save.stored.kind);
    if (!turns.has(save)) return;
    const done = source.ok ? await fetched(save, source.value) : failure(source.trouble);
    if (done?.ok === false && (await renewed(save, done.trouble.trouble))) return give(save);
    if (!turns.delete(save)) return;
    save.underway = false;
    save.run = null;
    if (done === null) return;
    if (done.ok) end(save, { state: 'saved', trouble: null, ...done.value, totalBytes: done.value.bytes });
    else failedWith(save, done.trouble, save.bytes > before);
    next();
  };

  /** Whether the gateway has given another link for one that does not lead to the file any more. */
  const renewed = async (save: TrackedSave, trouble: SaveTrouble): Promise<boolean> => {
    if (!turns.has(save) || save.renewed || !isOfLink(trouble)) return false;
    save.renewed = true;
    return (await dependencies.freshLinks(save.stored.taskId)) && turns.has(save);
  };

  const fetched = (save: TrackedSave, source: SaveSource): Promise<Result<SavedFile, SaveFailure> | null> => {
    const { taskId, kind, folder, name, validator, totalBytes } = save.stored;
    const run = files.save({
      ...source,
      folder,
      name,
      partName: partNameOf(name, taskId, kind),
      validator,
      totalBytes,
      largestBytes: dependencies.largestBytes(),
      onBegun: (begun) => {
        if (turns.has(save)) keep(save, begun);
      },
      onBytes: (bytes) => {
        if (!turns.has(save)) return;
        save.bytes = bytes;
        const now = clock.steady();
        if (now - save.drawnAt < drawEveryMs) return;
        save.drawnAt = now;
        draw(save);
      },
    });
    save.run = run;
    return run.done;
  };

  const giveUp = (save: TrackedSave, trouble: SaveTrouble): void =>
    parts.discard(save, { state: 'failed', trouble });

  const take = (save: TrackedSave): void => {
    waiting.delete(save);
    save.cancelRetry();
    save.retryAt = null;
    const hadTurn = turns.delete(save);
    save.underway = false;
    save.run?.stop();
    save.run = null;
    if (hadTurn) next();
  };

  const end = (save: TrackedSave, change: Partial<StoredSave>): void => {
    save.bytes = change.bytes ?? 0;
    keep(save, change);
    draw(save);
    dependencies.onEnded(save);
  };

  const failedWith = (save: TrackedSave, { trouble, retryAfterMs }: SaveFailure, gotOn: boolean): void => {
    save.failures = gotOn ? 1 : save.failures + 1;
    if (!isRetried(trouble, save.failures, save.named)) {
      giveUp(save, trouble);
      draw(save);
      return dependencies.onEnded(save);
    }
    keep(save, { trouble });
    waiting.add(save);
    if (!parts.hasBetterFolder(save)) {
      const delayMs = Math.max(retryAfterMs ?? 0, backOffDelayMs(save.failures, random));
      save.retryAt = clock.now() + delayMs;
      save.cancelRetry = clock.after(delayMs, () => ready(save));
    }
    draw(save);
  };

  const ready = (save: TrackedSave): void => {
    save.cancelRetry();
    save.retryAt = null;
    next();
  };

  return {
    put: (save) => {
      waiting.add(save);
      next();
    },
    take,
    end: (save, trouble) => {
      take(save);
      giveUp(save, trouble);
    },
    hasten: () => {
      for (const save of waiting) if (save.retryAt !== null && isOfNetwork(save.stored.trouble)) ready(save);
    },
    folderChanged: () => {
      for (const save of waiting) if (parts.hasBetterFolder(save)) ready(save);
    },
    stop: () => {
      stopped = true;
      for (const save of waiting) save.cancelRetry();
      for (const save of turns) save.run?.stop();
      turns.clear();
      waiting.clear();
    },
  };
};

const isVideo = ({ stored }: TrackedSave): boolean => stored.kind === 'video';

const failure = (trouble: SaveTrouble) => ({ ok: false, trouble: { trouble, retryAfterMs: null } }) as const;
