import * as v from 'valibot';
import type { FailureReason, Phase, ResultLink, TaskEvent, TaskOrigin } from '../shared/task.ts';

/** A record, so that a new word must be listed here before anything compiles: what is exported can be imported. */
const oneOf = <Word extends string>(all: Readonly<Record<Word, true>>) =>
  v.picklist(Object.keys(all) as Word[]);
export const phase = oneOf<Phase>({
  queued: true,
  running: true,
  succeeded: true,
  failed: true,
  cancelled: true,
  lost: true,
});
export const reason = oneOf<FailureReason>({
  moderation: true,
  quota: true,
  billing: true,
  'invalid-input': true,
  upstream: true,
  expired: true,
  'not-found': true,
  unknown: true,
});
export const linkKind = oneOf<ResultLink['kind']>({
  video: true,
  thumbnail: true,
  gif: true,
  watermarked: true,
  audio: true,
});
export const origin = oneOf<TaskOrigin>({ window: true, clipboard: true, 'command-line': true });
export const eventKind = oneOf<TaskEvent['kind']>({
  added: true,
  phase: true,
  progress: true,
  told: true,
  taken: true,
});
