import fc from 'fast-check';
import type { TaskSave } from '../../electron/shared/saving.ts';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../electron/core/display-width.ts';
import { menuColumns, reasonColumns } from '../../electron/core/tray-task-items.ts';
import { trayViewOf, type TrayItem } from '../../electron/core/tray-view.ts';
import { words } from '../../electron/shared/language/spoken.ts';
import { defaultNotificationSettings } from '../../electron/shared/quiet.ts';
import type { CheckTrouble, Phase, ResultLink } from '../../electron/shared/task.ts';
import type { Estimate } from '../../electron/shared/timing.ts';
import type {
  AppStatus,
  GatewayEntry,
  TaskEntry,
  WatchlistView,
} from '../../electron/shared/watchlist-view.ts';

const now = 1_800_000_000_000;
const day = 24 * 60 * 60 * 1000;

const task = (some: Partial<TaskEntry> = {}): TaskEntry => ({
  id: 'task-1',
  gatewayId: 'gateway-1',
  gatewayName: 'studio',
  remoteId: 'sora-2:task_01',
  title: 'Paper boat',
  model: null,
  phase: 'running',
  stage: null,
  progress: null,
  queuePosition: null,
  health: 'fresh',
  trouble: null,
  links: [],
  linksPending: false,
  failure: null,
  addedAt: now,
  startedAt: null,
  finishedAt: null,
  checkedAt: null,
  nextCheckAt: null,
  waitReason: null,
  estimate: null,
  silentSince: null,
  muted: false,
  save: null,
  otherSaves: [],
  seen: true,
  ...some,
});

const ended = (phase: Phase, some: Partial<TaskEntry> = {}): TaskEntry =>
  task({ phase, finishedAt: now, seen: false, ...some });

const gateway = (some: Partial<GatewayEntry> = {}): GatewayEntry => ({
  id: 'gateway-1',
  name: 'studio',
  baseUrl: 'https://studio.example',
  dialect: 'relay',
  allowPlainHttp: false,
  keyHint: null,
  trouble: null,
  waitingUntil: null,
  waitReason: null,
  requestsPerSecond: null,
  saving: 'as-set',
  budget: { requestsPerSecond: 4, concurrency: 4 },
  requestsLastMinute: 0,
  asked: false,
  ...some,
});

const viewOf = (
  tasks: readonly TaskEntry[],
  status: Partial<AppStatus> = {},
  gateways: readonly GatewayEntry[] = [gateway()],
): WatchlistView => ({
  revision: 1,
  tasks,
  gateways,
  status: {
    push: [],
    paused: false,
    pausedUntil: null,
    online: true,
    nextCheckAt: null,
    requestsLastMinute: 0,
    promptness: 'balanced',
    slowedBy: null,
    notifications: defaultNotificationSettings,
    quiet: null,
    trayVisible: true,
    trayAdvice: null,
    language: 'en',
    notificationsWork: true,
    storeTrouble: null,
    storeNotice: null,
    pictures: 'saved',
    updates: { way: 'nowhere', on: true, version: null },
    olderTasks: 0,
    vault: { kind: 'keyring', locked: false, trouble: null, leftovers: [] },
    ...status,
  },
});

const estimate: Estimate = {
  endsAt: now + 118_000,
  longFrom: now + 600_000,
  usualMs: 170_000,
  stalledSince: null,
};

const textOf = (item: TrayItem): string => (item.kind === 'separator' ? '---' : item.text);
const allTexts = (items: readonly TrayItem[]): readonly string[] =>
  items.flatMap((item) => [textOf(item), ...(item.kind === 'submenu' ? allTexts(item.items) : [])]);
const menuTexts = (view: WatchlistView): readonly string[] => trayViewOf(view, now).menu.map(textOf);
const iconOf = (view: WatchlistView): string => trayViewOf(view, now).icon;
const tooltipOf = (view: WatchlistView): string => trayViewOf(view, now).tooltip;

describe('the tray menu', () => {
  it('offers everything the app can do when nothing is watched, without doubled separators', () => {
    expect(menuTexts(viewOf([]))).toEqual([
      'Open Taskbell',
      '---',
      'Watch what is on the clipboard',
      'Pause checking',
      'Be quiet',
      '---',
      'Settings…',
      'Quit Taskbell',
    ]);
  });

  it('lists running before queued tasks, then the latest ended ones', () => {
    const tasks = [
      task({ id: 'a', phase: 'queued', title: 'Kite' }),
      task({ id: 'b', progress: 0.9302, title: 'Boat' }),
      ended('failed', { id: 'c', title: 'Crowd', finishedAt: now - 2 }),
      ended('succeeded', { id: 'd', title: 'Pier', finishedAt: now - 1 }),
    ];
    expect(menuTexts(viewOf(tasks)).slice(1, -7)).toEqual([
      '1 running, 1 queued, 1 ready, 1 failed',
      '---',
      '90% · Boat',
      'Queued · Kite',
      '---',
      'Ready · Pier',
      'Failed · Crowd',
    ]);
  });

  it('leads each task to itself', () => {
    const { menu } = trayViewOf(viewOf([task({ id: 'the-one' })]), now);
    expect(menu).toContainEqual({
      kind: 'action',
      text: 'Running · Paper boat',
      action: { do: 'open-task', taskId: 'the-one' },
    });
  });

  it('shows eight unfinished tasks, the newest first, and says how many more there are', () => {
    const tasks = Array.from({ length: 22 }, (_, at) =>
      task({ id: String(at), title: `Task ${String(at)}`, addedAt: now + at }),
    );
    const texts = menuTexts(viewOf(tasks));
    expect(texts.filter((text) => text.startsWith('Running'))).toHaveLength(8);
    expect(texts[3]).toBe('Running · Task 21');
    expect(texts).toContain('and 14 more');
  });

  it('shows the five that ended last', () => {
    const tasks = Array.from({ length: 7 }, (_, at) =>
      ended('succeeded', { id: String(at), title: String(at), finishedAt: now - 7 + at }),
    );
    expect(menuTexts(viewOf(tasks)).slice(3, 9)).toEqual([
      ...['6', '5', '4', '3', '2'].map((title) => `Ready · ${title}`),
      'and 2 more',
    ]);
  });

  it('drops an ended task a day after it was seen, and never before it was seen', () => {
    const old = [
      ended('succeeded', { id: 'seen', title: 'seen', seen: true, finishedAt: now - day }),
      ended('succeeded', { id: 'unseen', title: 'unseen', seen: false, finishedAt: now - 30 * day }),
    ];
    expect(menuTexts(viewOf(old))).toContain('Ready · unseen');
    expect(menuTexts(viewOf(old))).not.toContain('Ready · seen');
  });

  it('says why a task is not fresh, and cuts the title rather than the reason', () => {
    const title = 'Snow leopard on a ridge at dawn, slow dolly, long lens';
    const texts = menuTexts(viewOf([task({ title, progress: 0.38, trouble: 'timed-out', estimate })]));
    expect(texts[3]).toBe('35% · Snow leopard on a ridge at da… · no answer');
  });

  it('says roughly how much longer a task takes', () => {
    const tasks = [
      task({ id: 'a', progress: 0.43, estimate }),
      task({ id: 'b', progress: 0.99, estimate: { ...estimate, stalledSince: now }, addedAt: now - 1 }),
      task({ id: 'c', estimate: { ...estimate, longFrom: now }, addedAt: now - 2 }),
      task({ id: 'd', phase: 'queued', estimate }),
    ];
    expect(menuTexts(viewOf(tasks)).slice(3, 7)).toEqual([
      '40% · about 2 min · Paper boat',
      'Stalled at 99% · Paper boat',
      'Running long · Paper boat',
      'Queued · usually 3 min · Paper boat',
    ]);
  });

  it('says nothing of an end that nobody would notice', () => {
    const tasks = [task({ progress: 0.43, estimate })];
    expect(menuTexts(viewOf(tasks, { paused: true }))[4]).toBe('40% · Paper boat');
    expect(menuTexts(viewOf(tasks, { online: false }))[4]).toBe('40% · Paper boat');
  });

  it('says what its gateway waits for, also when another task found that out', () => {
    const tasks = [task({ estimate, waitReason: 'key' })];
    const texts = menuTexts(viewOf(tasks, {}, [gateway({ trouble: 'refused' })]));
    expect(texts[3]).toBe('Running · Paper boat · key refused');
  });

  it('does not change for a small step of progress', () => {
    const at = (progress: number): WatchlistView => viewOf([task({ progress })]);
    expect(trayViewOf(at(0.41), now)).toEqual(trayViewOf(at(0.44), now));
    expect(trayViewOf(at(0.44), now)).not.toEqual(trayViewOf(at(0.45), now));
  });

  it('offers to resume while checking is paused, and says until when it is', () => {
    expect(menuTexts(viewOf([], { paused: true }))).toContain('Resume checking');
    expect(menuTexts(viewOf([], { paused: true }))[1]).toBe('Paused');
    const until = new Date(now).setHours(23, 59);
    expect(menuTexts(viewOf([task()], { paused: true, pausedUntil: until })).slice(1, 3)).toEqual([
      'Paused until 23:59',
      '1 running',
    ]);
  });

  it('offers four lengths of a pause', () => {
    const { menu } = trayViewOf(viewOf([]), now);
    expect(menu.find((item) => item.kind === 'submenu')).toEqual({
      kind: 'submenu',
      text: 'Pause checking',
      items: (
        [
          ['For 30 minutes', 'half-hour'],
          ['For 2 hours', 'two-hours'],
          ['Until tomorrow morning', 'tomorrow'],
          ['Until I resume', 'until-resumed'],
        ] as const
      ).map(([text, choice]) => ({ kind: 'action', text, action: { do: 'pause', choice } })),
    });
  });

  it('offers three lengths of quiet, and to end what was asked for', () => {
    const quietItem = (quiet: AppStatus['quiet']) =>
      trayViewOf(viewOf([], { quiet }), now).menu.find((item) => /quiet|Notify/i.test(textOf(item)));
    expect(quietItem(null)).toEqual({
      kind: 'submenu',
      text: 'Be quiet',
      items: (
        [
          ['For 30 minutes', '30-minutes'],
          ['For 2 hours', '2-hours'],
          ['Until tomorrow morning', 'tomorrow'],
        ] as const
      ).map(([text, choice]) => ({ kind: 'action', text, action: { do: 'quiet', choice } })),
    });
    const asked = trayViewOf(viewOf([], { quiet: { reason: 'asked', until: now + 60_000 } }), now);
    expect(asked.icon).toBe('quiet');
    expect(asked.menu.map(textOf)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Quiet until \d\d:\d\d$/), 'Notify again']),
    );
    const desktop = trayViewOf(viewOf([], { quiet: { reason: 'desktop', until: null } }), now);
    expect(desktop.menu.map(textOf)).not.toContain('Notify again');
  });

  const inside = (view: WatchlistView): readonly string[] =>
    trayViewOf(view, now).menu.flatMap((item) =>
      item.kind === 'submenu' && !['Pause checking', 'Be quiet'].includes(item.text)
        ? item.items.map(textOf)
        : [],
    );
  const video = (some: Partial<ResultLink> = {}): readonly ResultLink[] => [
    { kind: 'video', url: 'https://cdn.example/1.mp4', needsKey: false, expiresAt: null, ...some },
  ];

  it.each([
    ['https', video(), ['Open video', 'Copy link', 'Save']],
    ['plain http', video({ url: 'http://cdn.example/1.mp4' }), ['Copy link', 'Save']],
    ['a link that needs the key', video({ needsKey: true }), ['Copy link', 'Save']],
    ['no link', [], []],
  ])('offers with %s of a ready video what can be done with it', (_name, links, offers) => {
    expect(inside(viewOf([ended('succeeded', { links })]))).toEqual([
      ...offers,
      'Show details',
      'Remove from this menu',
    ]);
  });

  it('says how far a video has been saved, why it was not, and leads to its file', () => {
    const save = {
      state: 'saving',
      trouble: null,
      bytes: 47,
      totalBytes: 100,
      path: null,
      retryAt: null,
    } as const;
    const ready = (some: Partial<TaskSave>) =>
      viewOf([ended('succeeded', { links: video(), save: { ...save, ...some } })]);
    expect(menuTexts(ready({})).join()).toContain('Ready, saving 45%');
    expect(inside(ready({}))).toContain('Stop saving');
    expect(inside(ready({ state: 'waiting', trouble: 'unreachable' }))).toEqual(
      expect.arrayContaining(['Save again', 'Stop saving']),
    );
    expect(inside(ready({ state: 'failed', trouble: 'gone' }))).toEqual([
      'Open video',
      'Copy link',
      'The server no longer has this file.',
      'Save again',
      'Show details',
      'Remove from this menu',
    ]);
    expect(inside(ready({ state: 'saved', path: '/videos/1.mp4' }))).toEqual([
      'Open video',
      'Show in folder',
      'Show details',
      'Remove from this menu',
    ]);
  });

  it('says that a link has yet to come', () => {
    const [first] = inside(viewOf([ended('succeeded', { linksPending: true })]));
    expect(first).toBe('The link is on its way');
  });

  it('says why a task failed, and offers to ask again but for one that was cancelled', () => {
    const failure = { code: 'oom', message: 'Out of memory', reason: 'unknown' } as const;
    expect(inside(viewOf([ended('failed', { failure })]))).toEqual([
      'Out of memory',
      'Check again',
      'Show details',
      'Remove from this menu',
    ]);
    expect(inside(viewOf([ended('lost')]))[0]).toBe('The gateway no longer knows this task');
    expect(inside(viewOf([ended('cancelled')]))).toEqual(['Show details', 'Remove from this menu']);
  });

  it('names what is known to be on the clipboard', () => {
    const last = (remoteIds: readonly string[]): string | undefined =>
      trayViewOf(viewOf([]), now, new Set(), { remoteIds, gateway: 'studio' })
        .menu.map(textOf)
        .find((text) => text.startsWith('Watch'));
    expect(last(['task_01'])).toBe('Watch task_01 from the clipboard');
    expect(last(['task_01', 'task_02'])).toBe('Watch 2 tasks from the clipboard');
  });

  it('leaves out what was put away, until there is news of it', () => {
    const putAway = new Set(['task-1']);
    const texts = (seen: boolean): readonly string[] =>
      trayViewOf(viewOf([ended('succeeded', { seen })]), now, putAway).menu.map(textOf);
    expect(texts(true)).not.toContain('Ready · Paper boat');
    expect(texts(false)).toContain('Ready · Paper boat');
  });

  it('isolates a title that runs from right to left, and nothing else', () => {
    expect(menuTexts(viewOf([task({ title: 'سفينة ورق', progress: 0.4 })]))[3]).toBe(
      '40% · \u2068سفينة ورق\u2069',
    );
    expect(menuTexts(viewOf([task({ title: '纸船' })]))[3]).toBe('Running · 纸船');
  });

  it('names a task by its id when the title is nothing but invisible characters', () => {
    expect(menuTexts(viewOf([task({ title: '\u202E\u200B\n' })]))).toContain('Running · sora-2:task_01');
  });
});

describe('the tray icon', () => {
  it('is idle with nothing to do', () => {
    expect(iconOf(viewOf([ended('succeeded', { seen: true })]))).toBe('idle');
  });

  it.each([
    ['running', [task()]],
    ['attention', [task(), ended('succeeded')]],
    ['failed', [ended('succeeded'), ended('cancelled')]],
    ['failed', [ended('lost')]],
  ] as const)('is %s for the worst that has not been seen', (icon, tasks) => {
    expect(iconOf(viewOf(tasks))).toBe(icon);
  });

  it.each([
    [0, 0],
    [0.124, 0],
    [0.5, 4],
    [1, 7],
    [null, 0],
  ])('has a ring that follows the task that is furthest: %s makes %i eighths', (progress, ring) => {
    const tasks = [task({ progress: 0 }), task({ id: 'b', progress })];
    expect(trayViewOf(viewOf(tasks), now).ring).toBe(ring);
  });

  it('has no ring while anything else is to be said', () => {
    expect(trayViewOf(viewOf([task({ progress: 0.5 })], { paused: true }), now).ring).toBeNull();
    expect(trayViewOf(viewOf([]), now).ring).toBeNull();
  });

  it('is offline without a network, and paused before anything else', () => {
    expect(iconOf(viewOf([ended('failed')], { online: false }))).toBe('offline');
    expect(iconOf(viewOf([ended('failed')], { online: false, paused: true }))).toBe('paused');
  });

  it('is offline only when every gateway with unfinished tasks brings nothing', () => {
    const tasks = [
      task({ gatewayId: 'a' }),
      task({ id: 'task-2', gatewayId: 'b' }),
      ended('succeeded', { gatewayId: 'c', seen: true }),
    ];
    const troubles = (a: GatewayEntry['trouble'], b: GatewayEntry['trouble']): readonly GatewayEntry[] => [
      gateway({ id: 'a', trouble: a }),
      gateway({ id: 'b', trouble: b }),
      gateway({ id: 'c' }),
    ];
    expect(iconOf(viewOf(tasks, {}, troubles('unreachable', 'no-key')))).toBe('offline');
    expect(iconOf(viewOf(tasks, {}, troubles('unreachable', null)))).toBe('running');
    expect(iconOf(viewOf(tasks, {}, troubles('unreachable', 'rate-limited')))).toBe('running');
  });
});

describe('the tooltip', () => {
  it('counts what is unfinished and what ended unseen', () => {
    const tasks = [
      task(),
      task({ phase: 'queued' }),
      task(),
      ended('succeeded'),
      ended('failed'),
      ended('succeeded', { seen: true }),
    ];
    expect(tooltipOf(viewOf(tasks))).toBe('Taskbell: 2 running, 1 queued, 1 ready, 1 failed');
  });

  it('says that nothing runs, that it is paused, that it is offline', () => {
    expect(tooltipOf(viewOf([]))).toBe('Taskbell: nothing running');
    expect(tooltipOf(viewOf([task()], { paused: true }))).toBe('Taskbell (paused): 1 running');
    expect(tooltipOf(viewOf([task()], { online: false }))).toBe('Taskbell (offline): 1 running');
  });
});

describe('the tooltip while there is a network', () => {
  const view = (...troubles: readonly GatewayEntry['trouble'][]): WatchlistView =>
    viewOf(
      troubles.map((_trouble, at) =>
        task({ id: `task-${String(at)}`, gatewayId: `g${String(at)}`, phase: 'queued' }),
      ),
      {},
      troubles.map((trouble, at) => gateway({ id: `g${String(at)}`, name: `Studio ${String(at)}`, trouble })),
    );

  it.each([
    ['refused', 'key refused'],
    ['no-key', 'key missing'],
    ['unreachable', 'no answer'],
    ['server-error', 'gateway error'],
  ] as const)(
    'says of a gateway that brings nothing (%s) what is true, and nothing of offline',
    (trouble, said) => {
      expect(tooltipOf(view(trouble))).toBe(`Taskbell: 1 queued · ${said} (Studio 0)`);
      expect(tooltipOf(view(null, trouble))).toBe(`Taskbell: 2 queued · ${said} (Studio 1)`);
    },
  );

  it('names two gateways at most, and none that only asks to wait or that nothing is awaited from', () => {
    expect(tooltipOf(view('refused', 'unreachable', 'no-key'))).toBe(
      'Taskbell: 3 queued · key refused (Studio 0) · no answer (Studio 1)',
    );
    expect(tooltipOf(view('rate-limited'))).toBe('Taskbell: 1 queued');
    expect(tooltipOf(viewOf([], {}, [gateway({ trouble: 'refused' })]))).toBe('Taskbell: nothing running');
  });

  it('says nothing of single gateways while everything is paused or offline', () => {
    const gateways = [gateway({ trouble: 'refused' })];
    expect(tooltipOf(viewOf([task()], { paused: true }, gateways))).toBe('Taskbell (paused): 1 running');
    expect(tooltipOf(viewOf([task()], { online: false }, gateways))).toBe('Taskbell (offline): 1 running');
  });
});

describe('whatever the gateways say', () => {
  const anyTask = fc
    .record({
      id: fc.uuid(),
      title: fc.string({ unit: 'binary', maxLength: 300 }),
      remoteId: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
      phase: fc.constantFrom<Phase>('queued', 'running', 'succeeded', 'failed', 'cancelled', 'lost'),
      progress: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      trouble: fc.option(fc.constantFrom(...(Object.keys(words().tasks.troubles) as CheckTrouble[]))),
      estimate: fc.option(
        fc.record({
          endsAt: fc.integer({ min: now - day, max: now + 40 * day }),
          longFrom: fc.integer({ min: now - day, max: now + 40 * day }),
          usualMs: fc.option(fc.integer({ min: 0, max: 40 * day })),
          stalledSince: fc.option(fc.constant(now)),
        }),
      ),
      failure: fc.option(
        fc.record({
          code: fc.constant(''),
          message: fc.string({ unit: 'binary', maxLength: 300 }),
          reason: fc.constant('unknown' as const),
        }),
      ),
      seen: fc.boolean(),
    })
    .map(task);

  it('keeps every line within its width, in one line, free of control and direction characters', () => {
    fc.assert(
      fc.property(fc.array(anyTask, { maxLength: 30 }), (tasks) => {
        const { menu, tooltip } = trayViewOf(viewOf(tasks), now);
        for (const text of [...allTexts(menu), tooltip]) {
          // A title that runs from right to left stands between the two isolates that we put there, and once.
          const outside = text.replace(/\u2068([^\u2068\u2069]*)\u2069/u, '$1');
          expect(outside).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u);
          expect(text.isWellFormed()).toBe(true);
        }
        const lines = menu.filter(({ kind }) => kind !== 'note').map(textOf);
        for (const text of lines) expect(displayWidth(text)).toBeLessThanOrEqual(menuColumns);
        for (const text of allTexts(menu)) expect(displayWidth(text)).toBeLessThanOrEqual(reasonColumns);
      }),
    );
  });

  it('draws the same for the tasks in any order, but for ties', () => {
    const distinct = fc.uniqueArray(anyTask, { maxLength: 30, selector: (one) => one.id });
    fc.assert(
      fc.property(distinct, (tasks) => {
        const timed = tasks.map((one, at) => ({ ...one, addedAt: now + at }));
        expect(trayViewOf(viewOf(timed), now)).toEqual(trayViewOf(viewOf(timed.toReversed()), now));
      }),
    );
  });
});
