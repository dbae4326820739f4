import type { Failure } from '../shared/task.ts';
import { textAt, tokenAt, type JsonObject } from './json-fields.ts';
import { safeText } from './plain-text.ts';
import { webAddress } from './relay-links.ts';

const longestMessage = 500;
const longestCode = 80;

/** Why a failed task failed, in the gateway's words where it has any. Never empty. */
export const failureOf = (body: JsonObject, word: string): Failure => {
  const message = messageOf(body);
  const code = codeOf(body) ?? (message !== null && isCodeLike(message) ? message : word.toLowerCase());
  return {
    code: safeText(code, longestCode),
    message: message === null ? withoutReason(word) : safeText(message, longestMessage),
  };
};

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

const isCodeLike = (text: string): boolean =>
  /^[a-z0-9]+(?:[_.-][a-z0-9]+)+$/i.test(text) && text.length <= longestCode;

const withoutReason = (word: string): string =>
  /^expired$/i.test(word)
    ? 'The task ran out of time at the gateway. It gave no further reason.'
    : 'The gateway gave no reason.';
