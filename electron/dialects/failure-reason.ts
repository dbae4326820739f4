import type { FailureReason } from '../shared/task.ts';

/**
 * Told from the words that gateways use, in this order: a moderation message that also speaks of an upstream is
 * about moderation. Collected from the documented codes of the dialects here and from what their users report.
 */
const signs: readonly (readonly [FailureReason, RegExp])[] = [
  [
    'moderation',
    /moderat|content[\s_-]*(policy|violation|filter|safety)|polic(y|ies)|safety|sensitive|guardrail|violat|nsfw|inappropriate|prohibited|banned|flagged|risk control|not pass|data ?inspection|copyright|likeness|违规|敏感|审核/i,
  ],
  ['billing', /billing|insufficient|balance|payment|arrear|overdue|credit|余额|欠费/i],
  ['quota', /quota|rate.?limit|too many|limit exceeded|concurren|额度|频率/i],
  ['expired', /expired|time.?out|timed out|超时|deadline/i],
  [
    'invalid-input',
    /invalid|malformed|unsupported|bad.?request|could not be read|parameter|argument|missing|too (large|long|small|short)|参数/i,
  ],
  [
    'upstream',
    /upstream|internal|server.?error|overload|unavailable|busy|bad gateway|out of memory|5\d\d|network|繁忙/i,
  ],
];

/** What kind of failure a code and a message speak of; 'unknown' when they name nothing known. */
export const failureReasonOf = (code: string, message: string): FailureReason => {
  const text = `${code} ${message}`.replaceAll('_', ' ');
  return signs.find(([, pattern]) => pattern.test(text) || pattern.test(code))?.[0] ?? 'unknown';
};
