import type { Clock } from '../core/ports.ts';
import type { RequestChannel } from '../shared/ipc-contract.ts';

/** `atOnce` messages, and `aSecond` more of them each second. */
interface Rate {
  readonly atOnce: number;
  readonly aSecond: number;
}

/** Far above what somebody does who types, or leans on a key. */
const usual: Rate = { atOnce: 200, aSecond: 50 };

/** What opens another program or a dialog, sends something out, or tries a secret. */
const careful: Rate = { atOnce: 20, aSecond: 2 };

const carefulChannels: ReadonlySet<RequestChannel> = new Set<RequestChannel>([
  'tasks:open-video',
  'tasks:show-in-folder',
  'tasks:play',
  'tasks:copy-file',
  'tasks:drag-file',
  'gateways:test',
  'demo:begin',
  'push:test',
  'notifications:test',
  'diagnostics:test',
  'data:export',
  'data:import',
  'saving:choose-folder',
  'vault:unlock',
  'vault:move',
  'vault:change-passphrase',
  'vault:forget',
]);

export interface MessageRates {
  /** Counts a message of the channel, unless there were too many. */
  admits(channel: RequestChannel): boolean;
}

/** How often the page may ask, a token bucket for each channel, so that a page gone wrong keeps nobody waiting. */
export const createMessageRates = (clock: Pick<Clock, 'steady'>): MessageRates => {
  const buckets = new Map<RequestChannel, { left: number; at: number }>();
  return {
    admits: (channel) => {
      const { atOnce, aSecond } = carefulChannels.has(channel) ? careful : usual;
      const now = clock.steady();
      const { left, at } = buckets.get(channel) ?? { left: atOnce, at: now };
      const tokens = Math.min(atOnce, left + ((now - at) / 1000) * aSecond);
      const admitted = tokens >= 1;
      buckets.set(channel, { left: admitted ? tokens - 1 : tokens, at: now });
      return admitted;
    },
  };
};
