import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRequestWindow } from '../../electron/core/request-window.ts';

/** Requests that are wanted at these moments, each sent when the window allows it. */
const sentAt = (wanted: readonly number[], requestsPerSecond: number): number[] => {
  const window = createRequestWindow();
  const sent: number[] = [];
  for (const at of wanted) {
    const moment = window.nextAt(Math.max(at, sent.at(-1) ?? 0), requestsPerSecond);
    window.note(moment);
    window.sent(moment);
    sent.push(moment);
  }
  return sent;
};

const rate = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.double({ min: 0.1, max: 20, noNaN: true }));
const wantedMoments = fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 80 }).map((gaps) =>
  gaps.map(
    (
      (at) => (gap: number) =>
        (at += gap)
    )(0),
  ),
);

describe('the requests to a gateway', () => {
  it('are in no second more than the rate, and below one a second lie that far apart', () => {
    fc.assert(
      fc.property(wantedMoments, rate, (wanted, requestsPerSecond) => {
        const sent = sentAt(wanted, requestsPerSecond);
        const most = Math.max(1, Math.floor(requestsPerSecond));
        const windowMs = requestsPerSecond < 1 ? 1_000 / requestsPerSecond : 1_000;
        for (const at of sent) {
          const within = sent.filter((other) => other >= at && other < at + windowMs - 1e-6);
          expect(within.length).toBeLessThanOrEqual(most);
        }
      }),
    );
  });

  it('keep to the rate as they are sent, however long that takes after they may be', () => {
    const delays = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(delays, fc.integer({ min: 1, max: 6 }), (delayMs, requestsPerSecond) => {
        const window = createRequestWindow();
        const toSend = [...delayMs];
        const underway: number[] = [];
        const sent: number[] = [];
        // Ten milliseconds are enough of a step: every delay and every wait is looked at when it is over.
        for (let now = 0; toSend.length + underway.length > 0 && now < 200_000; now += 10) {
          while ((underway[0] ?? Infinity) <= now) {
            underway.shift();
            window.sent(now);
            sent.push(now);
          }
          while (toSend.length > 0 && window.nextAt(now, requestsPerSecond) <= now) {
            window.note(now);
            underway.push(Math.max(underway.at(-1) ?? 0, now + (toSend.shift() ?? 0)));
          }
        }
        expect(sent).toHaveLength(delayMs.length);
        for (const at of sent) {
          const within = sent.filter((other) => other >= at && other < at + 1_000);
          expect(within.length).toBeLessThanOrEqual(requestsPerSecond);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('that were allowed and never sent cost the others nothing', () => {
    const window = createRequestWindow();
    window.note(0);
    for (const at of [1_000, 1_200]) {
      window.note(at);
      window.sent(at);
    }
    expect(window.nextAt(1_300, 2)).toBe(2_000);
  });

  it('reach the rate when they are wanted faster', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (requestsPerSecond) => {
        const sent = sentAt(new Array<number>(requestsPerSecond * 10 + 1).fill(0), requestsPerSecond);
        expect(sent.at(-1)).toBe(10_000);
      }),
    );
  });

  it('are not held up when they are wanted more slowly', () => {
    expect(sentAt([0, 500, 1_000, 1_500], 2)).toEqual([0, 500, 1_000, 1_500]);
  });

  it('keep to a rate that is lowered in between', () => {
    const window = createRequestWindow();
    for (const at of [0, 10, 20, 30]) {
      window.note(at);
      window.sent(at);
    }
    expect(window.nextAt(40, 4)).toBe(1_000);
    expect(window.nextAt(40, 2)).toBe(1_020);
    expect(window.nextAt(40, 0.5)).toBe(2_030);
  });

  it('that wait in a row are foreseen', () => {
    const window = createRequestWindow();
    for (const at of [0, 400]) {
      window.note(at);
      window.sent(at);
    }
    expect([0, 1, 2, 3].map((before) => window.nextAt(500, 2, before))).toEqual([1_000, 1_400, 2_000, 2_400]);
  });
});
