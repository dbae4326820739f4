import type { Phase } from '../shared/task.ts';

type Meaning = Exclude<Phase, 'lost'> | 'gone';

const meanings: ReadonlyMap<string, Meaning> = new Map([
  ...words(
    'queued',
    'queued',
    'queueing',
    'queuing',
    'in_queue',
    'pending',
    'submitted',
    'created',
    'waiting',
    'wait',
  ),
  ...words('queued', 'not_start', 'preparing', 'initializing', 'starting', 'throttled', 'unknown'),
  ...words('succeeded', 'completed', 'complete', 'succeeded', 'succeed', 'success', 'done'),
  // `expired` is a task that ran out of time; there will be no video, which is what the user must hear.
  ...words('failed', 'failed', 'fail', 'failure', 'error', 'timeout', 'expired'),
  ...words('cancelled', 'cancelled', 'canceled', 'cancel', 'aborted'),
  ...words('gone', 'not_found', 'not_exist', 'task_not_exist'),
]);

function words(meaning: Meaning, ...list: readonly string[]): (readonly [string, Meaning])[] {
  return list.map((word) => [word, meaning] as const);
}

/**
 * What a gateway's status word means. Every word that is not known to end a task means that it runs: a task that
 * is watched too long costs some requests, a task that is given up too early costs the user the result. That
 * covers the stage words of Veo, of which `video_generation_completed` and `video_upsampling_completed` are
 * followed by more work, and `*_failed` by a retry of the gateway's own; the plain word comes when it is over.
 */
export const meaningOf = (statusWord: string): Meaning =>
  meanings.get(
    statusWord
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  ) ?? 'running';
