import { describe, expect, it } from 'vitest';
import { failureReasonOf } from '../../electron/dialects/failure-reason.ts';

describe('the reason of a failure', () => {
  it.each([
    ['moderation_blocked', 'Request blocked by moderation.', 'moderation'],
    ['OutputVideoSensitiveContentDetected', 'The output may contain sensitive content', 'moderation'],
    ['SAFETY.INPUT.TEXT', 'The input was rejected.', 'moderation'],
    ['sora_content_violation', 'This content may violate our guardrails', 'moderation'],
    ['failed', 'Failure to pass the risk control system', 'moderation'],
    ['failure', 'Banned prompt detected', 'moderation'],
    ['fail', '审核不通过', 'moderation'],
    ['insufficient_user_quota', 'Insufficient balance', 'billing'],
    ['insufficient_quota', '', 'billing'],
    ['failed', '余额不足', 'billing'],
    ['quota_exceeded', '', 'quota'],
    ['failed', 'Too many tasks at once: rate limit', 'quota'],
    ['expired', '', 'expired'],
    ['failure', '任务超时（60分钟）', 'expired'],
    ['timeout', '', 'expired'],
    ['invalid_argument', 'Image could not be read', 'invalid-input'],
    ['bad_request', 'Input could not be processed', 'invalid-input'],
    ['upstream_error', 'The upstream service gave up.', 'upstream'],
    ['failed', 'Prediction failed: out of memory', 'upstream'],
    ['INTERNAL.BAD_OUTPUT.CODE01', '', 'upstream'],
    ['failed', 'prompt rejected', 'unknown'],
    ['fail', '', 'unknown'],
    ['', '', 'unknown'],
  ])('%j, %j is %s', (code, message, reason) => {
    expect(failureReasonOf(code, message)).toBe(reason);
  });

  it('is moderation first, whoever speaks of it', () => {
    expect(failureReasonOf('upstream_error', 'upstream says: content policy')).toBe('moderation');
  });
});
