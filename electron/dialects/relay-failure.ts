import { textAt, tokenAt, type JsonObject } from './json-fields.ts';
import type { TaskFields } from './task-fields.ts';
import { webAddress } from './web-address.ts';

/** Where these relays say why a task failed. */
export const failureOf = (body: JsonObject): NonNullable<TaskFields['failure']> => ({
  code: codeOf(body),
  message: messageOf(body),
});

// The order in which public clients of these relays read them.
const messageOf = (body: JsonObject): string | null => {
  const reasons = [
    textAt(body, 'error', 'message'),
    textAt(body, 'error'),
    textAt(body, 'detail', 'draft_info', 'reason_str'),
    textAt(body, 'detail', 'pending_info', 'failure_reason'),
    textAt(body, 'detail', 'failure_reason'),
    textAt(body, 'error_message'),
    textAt(body, 'fail_reason'),
    textAt(body, 'message'),
    tokenAt(body, 'error', 'code'),
  ];
  // `fail_reason` holds the result's link in some versions of the relay software.
  return reasons.find((reason) => reason !== null && webAddress(reason) === null) ?? null;
};

const codeOf = (body: JsonObject): string | null =>
  tokenAt(body, 'error', 'code') ??
  tokenAt(body, 'error', 'type') ??
  textAt(body, 'detail', 'draft_info', 'kind') ??
  tokenAt(body, 'error_code');
