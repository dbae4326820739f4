import { homedir } from 'node:os';
import type { Result } from '../shared/result.ts';
import { failed, ok } from '../shared/result.ts';
import { isResult } from '../core/media-signature.ts';
import type { ResultFiles, SavedFile, SaveJob } from '../core/saving-ports.ts';
import { planFor, rangeHeaders, type SaveFailure } from '../core/save-answer.ts';
import type { SaveTrouble } from '../shared/saving.ts';
import { createDownload, saveTroubleOf, type DownloadDependencies } from './download.ts';
import { received } from './received-body.ts';
import { withinSilence } from './silence.ts';
import {
  diskTroubleOf,
  discardPart,
  folderTroubleOf,
  hasRoom,
  isFile,
  isSameFolder,
  openPartFile,
} from './part-file.ts';
import type { PartFile } from './part-file.ts';

export interface ResultFilesDependencies extends DownloadDependencies {
  readonly defaultFolder: string;
  /** Both are false when there is no program for it. */
  readonly openFile: (path: string) => Promise<boolean>;
  readonly showFile: (path: string) => Promise<boolean>;
  /** How long a server may send nothing. */
  readonly silenceMs?: number;
}

type Outcome = Result<SavedFile, SaveFailure>;

export const createResultFiles = (dependencies: ResultFilesDependencies): ResultFiles => {
  const { defaultFolder, silenceMs = 30_000 } = dependencies;
  const download = createDownload(dependencies);

  /** One answer, written as far as it comes; null when the file has to be asked for from its start. */
  const fetchInto = async (
    part: PartFile,
    job: SaveJob,
    offset: number,
    signal: AbortSignal,
  ): Promise<Result<null, SaveFailure> | null> => {
    const answering = new AbortController();
    const aborted = AbortSignal.any([signal, answering.signal]);
    try {
      const known = { offset, validator: job.validator, totalBytes: job.totalBytes };
      const answer = await withinSilence(download(job, rangeHeaders(known), aborted), silenceMs, aborted);
      if (answer === null) return giveUp('timed-out');
      if (!answer.ok) return giveUp(answer.trouble);
      const { status, headers, body } = answer.value;
      const plan = planFor(status, headers, known, Date.now());
      if (plan.do === 'give-up') return failed(plan.failure);
      if (plan.do === 'complete') return ok(null);
      if (plan.do === 'restart') return null;
      const { from, totalBytes, validator } = plan;
      if (totalBytes === 0) return giveUp('empty');
      if ((totalBytes ?? 0) > job.largestBytes) return giveUp('too-large');
      if (!(await hasRoom(job.folder, (totalBytes ?? 0) - from))) return giveUp('disk-full');
      await part.cut(from);
      job.onBegun({ validator, totalBytes });
      const trouble = await received({ part, job, body, from, totalBytes, silenceMs, signal: aborted });
      return trouble === null ? ok(null) : giveUp(trouble);
    } finally {
      // Whatever is still to come of the answer is not wanted.
      answering.abort();
    }
  };

  const checked = async (part: PartFile, job: SaveJob): Promise<Outcome> => {
    const bytes = await part.size();
    if (bytes === 0) return giveUp('empty');
    const media = await part.media();
    if (media === null || !isResult(media, job.link.kind)) return giveUp('not-a-video');
    if (!(await part.isWhole(media))) {
      await part.cut(0);
      return giveUp('incomplete');
    }
    return ok({ path: await part.place(job.name, media.ending), bytes });
  };

  const save = async (job: SaveJob, signal: AbortSignal): Promise<Outcome> => {
    let part: PartFile | null = null;
    try {
      part = await openPartFile(job.folder, job.partName, isSameFolder(job.folder, defaultFolder));
      const offset = job.validator === null ? 0 : await part.size();
      job.onBytes(offset);
      const fetched =
        (await fetchInto(part, job, offset, signal)) ??
        (await fetchInto(part, { ...job, validator: null, totalBytes: null }, 0, signal)) ??
        giveUp('incomplete');
      return fetched.ok ? await checked(part, job) : fetched;
    } catch (error) {
      return giveUp(diskTroubleOf(error) ?? saveTroubleOf(error));
    } finally {
      await part?.close().catch(() => undefined);
    }
  };

  const ifThere = async (
    path: string,
    use: (path: string) => Promise<boolean>,
  ): ReturnType<ResultFiles['open']> => {
    if (!(await isFile(path))) return failed('file-gone');
    return (await use(path)) ? ok(null) : failed('no-program');
  };

  return {
    defaultFolder,
    homeFolder: homedir(),
    folderTrouble: (folder) => folderTroubleOf(folder, isSameFolder(folder, defaultFolder)),
    save: (job) => {
      const stopping = new AbortController();
      const done = save(job, stopping.signal).then((outcome) => (stopping.signal.aborted ? null : outcome));
      return { done, stop: () => stopping.abort() };
    },
    discard: discardPart,
    isThere: isFile,
    open: (path) => ifThere(path, dependencies.openFile),
    show: (path) => ifThere(path, dependencies.showFile),
  };
};

const giveUp = (trouble: SaveTrouble): Result<never, SaveFailure> => failed({ trouble, retryAfterMs: null });
