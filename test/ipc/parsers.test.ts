import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parsers } from '../../electron/ipc/parsers.ts';
import { lumen } from '../fakes/described-apis.ts';
import { defaultNotificationSettings } from '../../electron/shared/quiet.ts';
import type { RequestChannel } from '../../electron/shared/ipc-contract.ts';

const draft = {
  name: 'Studio',
  baseUrl: 'https://api.example.com',
  dialect: 'relay',
  allowPlainHttp: false,
  requestsPerSecond: null,
  key: null,
};

const takes = (channel: RequestChannel, ...args: unknown[]): boolean =>
  v.safeParse(parsers[channel], args).success;

const wellFormed: Record<RequestChannel, unknown[]> = {
  'watchlist:read': [],
  'reference:read': ['task_1'],
  'tasks:watch': ['task_1', null],
  'tasks:watch-clipboard': ['gateway-1'],
  'tasks:check': [['task-1']],
  'tasks:remove': [['task-1', 'task-2']],
  'tasks:restore': [[]],
  'tasks:mark-seen': [['task-1']],
  'tasks:keep': [['task-1']],
  'tasks:set-muted': [['task-1'], true],
  'tasks:search': ['boat'],
  'tasks:history': ['task-1'],
  'tasks:open-video': ['task-1'],
  'tasks:save': ['task-1'],
  'tasks:show-in-folder': ['task-1'],
  'tasks:copy-link': ['task-1'],
  'tasks:copy-id': ['task-1'],
  'gateways:add': [{ ...draft, key: 'sk-0123456789' }],
  'gateways:add-found': ['curl https://api.example.com', 'Studio', 'relay', false],
  'gateways:update': ['gateway-1', draft],
  'gateways:remove': ['gateway-1'],
  'gateways:test': [null, draft],
  'dialects:list': [],
  'dialects:read': ['custom:lumen'],
  'dialects:preview': [lumen, '{}', ''],
  'dialects:save': [lumen],
  'dialects:remove': ['custom:lumen'],
  'dialects:export': ['custom:lumen'],
  'dialects:import': ['{}'],
  'data:export': ['csv'],
  'data:import': [],
  'data:bin': [],
  'data:clear-ended': [],
  'checks:pause': [],
  'checks:resume': [],
  'checks:set-promptness': ['told-sooner'],
  'notifications:configure': [defaultNotificationSettings],
  'quiet:begin': ['30-minutes'],
  'quiet:end': [],
  'news:said': ['1'],
  'notifications:test': [],
  'diagnostics:read': [],
  'diagnostics:test': ['keyring'],
  'diagnostics:copy': [],
  'preferences:read': [],
  'preferences:set-start-at-login': [true],
  'preferences:set-shortcut': ['window', null],
  'preferences:set-clipboard-offer': [false],
  'preferences:set-tray-icon': ['light'],
  'saving:read': [],
  'saving:configure': [
    { on: true, folder: '/home/ada/Videos', nameTemplate: '{title}', largestBytes: 4 * 1024 ** 3 },
  ],
  'saving:choose-folder': [],
  'clipboard:look': [],
  'clipboard:refuse': [],
  'window:confirm-hide': [],
  'app:quit': [],
};

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
