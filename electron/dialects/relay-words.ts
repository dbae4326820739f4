import type { Words } from './words.ts';

/**
 * The words of all relays together: behind one gateway, channels of many makers answer. The stage words of Veo are
 * left out on purpose: `video_generation_completed` and `video_upsampling_completed` are followed by more work, and
 * `*_failed` by a retry of the gateway's own; the plain word comes when it is over.
 */
export const relayWords: Words = {
  queued: [
    ...['queued', 'queueing', 'queuing', 'in_queue', 'pending', 'submitted', 'created', 'waiting', 'wait'],
    ...['not_start', 'preparing', 'initializing', 'starting', 'throttled', 'unknown'],
  ],
  succeeded: ['completed', 'complete', 'succeeded', 'succeed', 'success', 'done'],
  // `expired` is a task that ran out of time; there will be no video, which is what the user must hear.
  failed: ['failed', 'fail', 'failure', 'error', 'timeout', 'expired'],
  cancelled: ['cancelled', 'canceled', 'cancel', 'aborted'],
  gone: ['not_found', 'not_exist', 'task_not_exist'],
};
