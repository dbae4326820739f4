import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parsers } from '../../electron/ipc/parsers.ts';
import { draft, wellFormed } from './well-formed.ts';
import type { RequestChannel } from '../../electron/shared/ipc-contract.ts';

const takes = (channel: RequestChannel, ...args: unknown[]): boolean =>
  v.safeParse(parsers[channel], args).success;

const channels = Object.keys(wellFormed) as RequestChannel[];

describe('each channel', () => {
  it.each(channels)('%s takes what the contract says', (channel) => {
    expect(takes(channel, ...wellFormed[channel])).toBe(true);
  });

  it.each(channels)('%s takes no further argument', (channel) => {
    expect(takes(channel, ...wellFormed[channel], 'more')).toBe(false);
  });

  it.each(channels.filter((channel) => wellFormed[channel].length > 0))(
    '%s takes no missing or odd one',
    (channel) => {
      expect(takes(channel)).toBe(false);
      for (const odd of [undefined, 7, {}, { length: 1 }, true, [7], [['task-1']]]) {
        if (typeof odd === typeof wellFormed[channel][0] && typeof odd === 'boolean') continue;
        expect(takes(channel, odd, ...wellFormed[channel].slice(1)), JSON.stringify(odd)).toBe(false);
      }
    },
  );
});

describe('the size', () => {
  it('of ids and texts is bounded', () => {
    expect(takes('tasks:history', '')).toBe(false);
    expect(takes('tasks:history', 'x'.repeat(101))).toBe(false);
    const long = v.safeParse(parsers['tasks:watch'], ['x'.repeat(3_000_000), null]);
    expect(long.success && long.output[0]).toHaveLength(1_000_000);
    expect(takes('tasks:remove', Array.from({ length: 100_001 }, String))).toBe(false);
    expect(takes('gateways:add', { ...draft, name: 'x'.repeat(10_001) })).toBe(false);
  });
});

describe('a gateway draft', () => {
  it('has these fields and no others', () => {
    for (const field of Object.keys(draft)) {
      expect(takes('gateways:add', { ...draft, [field]: undefined }), field).toBe(false);
      expect(takes('gateways:add', { ...draft, [field]: ['of another type'] }), field).toBe(false);
    }
    expect(takes('gateways:add', { ...draft, id: 'gateway-1' })).toBe(false);
  });
});
