import { describe, expect, it } from 'vitest';
import { createMessageRates } from '../../electron/ipc/message-rates.ts';
import type { RequestChannel } from '../../electron/shared/ipc-contract.ts';
import { createManualClock } from '../fakes/manual-clock.ts';

const start = () => {
  const clock = createManualClock();
  const rates = createMessageRates(clock);
  const admittedOf = (channel: RequestChannel, sent: number): number =>
    Array.from({ length: sent }, () => rates.admits(channel)).filter(Boolean).length;
  return { clock, admittedOf };
};

describe('messages of the window', () => {
  it('are taken up to 200 at once, and 50 more each second', async () => {
    const { clock, admittedOf } = start();
    expect(admittedOf('tasks:search', 1000)).toBe(200);
    await clock.advance(1000);
    expect(admittedOf('tasks:search', 1000)).toBe(50);
  });

  it('are taken up to 20 at once where they open something or send something out', async () => {
    const { clock, admittedOf } = start();
    expect(admittedOf('tasks:open-video', 1000)).toBe(20);
    await clock.advance(1000);
    expect(admittedOf('tasks:open-video', 1000)).toBe(2);
  });

  it('of one channel do not hold up those of another', () => {
    const { admittedOf } = start();
    admittedOf('tasks:check', 1000);
    expect(admittedOf('tasks:remove', 1)).toBe(1);
  });

  it('are taken again after a pause, and no more at once than at first', async () => {
    const { clock, admittedOf } = start();
    admittedOf('tasks:check', 1000);
    await clock.advance(3_600_000);
    expect(admittedOf('tasks:check', 1000)).toBe(200);
  });

  it('are all taken from somebody who leans on a key for a minute', async () => {
    const { clock, admittedOf } = start();
    let admitted = 0;
    for (let press = 0; press < 30 * 60; press += 1) {
      admitted += admittedOf('tasks:history', 1);
      await clock.advance(1000 / 30);
    }
    expect(admitted).toBe(30 * 60);
  });
});
