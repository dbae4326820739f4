import type { Bridge } from '../../electron/shared/bridge.ts';
import type { CustomDialect, ListedDialect } from '../../electron/shared/custom-dialect.ts';
import { demoId } from '../../electron/shared/demo.ts';
import type { GatewayDraft } from '../../electron/shared/gateway.ts';
import type { EventChannel, Events, RequestChannel, Requests } from '../../electron/shared/ipc-contract.ts';
import type { ClipboardOffer } from '../../electron/shared/watching.ts';
import { defaultHookSettings, type HookRun, type HookSettings } from '../../electron/shared/hooks.ts';
import type { SavingSettings } from '../../electron/shared/saving.ts';
import type { Preferences } from '../../electron/shared/preferences.ts';
import { failed, ok } from '../../electron/shared/result.ts';
import { isFinalPhase, type TaskEvent } from '../../electron/shared/task.ts';
import type { VaultState } from '../../electron/shared/vault.ts';
import {
  applyPatch,
  type GatewayEntry,
  type TaskEntry,
  type WatchlistPatch,
  type WatchlistView,
} from '../../electron/shared/watchlist-view.ts';
import { gatewayEntry, taskEntry, understandingOf, viewOf } from '../renderer/view-samples.ts';

type Reactions = { readonly [Channel in EventChannel]: Set<(payload: Events[Channel]) => void> };

type Change = Partial<Omit<WatchlistPatch, 'from' | 'to'>>;

const idsIn = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word.length > 3);

/** The main process as the window sees it, over a view in memory. Tests replace single answers. */
export class FakeBridge implements Bridge {
  view: WatchlistView;
  readonly asked: { readonly channel: RequestChannel; readonly args: readonly unknown[] }[] = [];
  readonly answers: Requests = this.#answers();
  readonly definitions = new Map<string, CustomDialect>();
  dialects: readonly ListedDialect[] = [
    { id: 'relay', label: 'OpenAI-style relay', isCustom: false, requestsPerSecond: 4 },
  ];
  clipboardOffer: ClipboardOffer | null = null;
  preferences: Preferences = {
    startsAtLogin: false,
    shortcuts: { window: { keys: null, works: false }, clipboard: { keys: null, works: false } },
    shortcutRemark: null,
    offersClipboard: false,
    trayIcon: 'automatic',
    hasTrayIconChoice: true,
    language: 'system',
    theme: 'system',
  };
  saving: SavingSettings = {
    on: false,
    folder: '/home/ada/Downloads/Taskbell',
    kinds: ['video'],
    nameTemplate: '{date} {title}',
    largestBytes: 4 * 1024 ** 3,
  };
  hooks: HookSettings = defaultHookSettings;
  readonly hookRuns = new Map<string, HookRun>();
  readonly histories = new Map<string, readonly TaskEvent[]>();
  readonly #removed = new Map<string, TaskEntry>();
  readonly #reactions: Reactions = {
    'watchlist:patched': new Set(),
    'news:say': new Set(),
    'window:navigate': new Set(),
    'window:explain-hide': new Set(),
  };

  constructor(view: WatchlistView = viewOf()) {
    this.view = view;
  }

  request<Channel extends RequestChannel>(
    channel: Channel,
    ...args: Parameters<Requests[Channel]>
  ): Promise<ReturnType<Requests[Channel]>> {
    this.asked.push({ channel, args });
    const answer = this.answers[channel] as (...given: typeof args) => ReturnType<Requests[Channel]>;
    return Promise.resolve(answer(...args));
  }

  on<Channel extends EventChannel>(channel: Channel, react: (payload: Events[Channel]) => void): () => void {
    const reactions: Set<(payload: Events[Channel]) => void> = this.#reactions[channel];
    reactions.add(react);
    return () => reactions.delete(react);
  }

  /** Sends an event to the window. */
  send<Channel extends EventChannel>(channel: Channel, payload: Events[Channel]): void {
    const reactions: Set<(payload: Events[Channel]) => void> = this.#reactions[channel];
    for (const react of reactions) react(payload);
  }

  /** Changes the view without telling the window; the returned patch can be sent, kept back or lost. */
  change(change: Change): WatchlistPatch {
    const from = this.view.revision;
    const unchanged = {
      changedTasks: [],
      removedTasks: [],
      changedGateways: [],
      removedGateways: [],
      status: null,
    };
    const patch: WatchlistPatch = { ...unchanged, ...change, from, to: from + 1 };
    const next = applyPatch(this.view, patch);
    if (next.ok) this.view = next.value;
    return patch;
  }

  /** Changes the view and tells the window. */
  push(change: Change): void {
    this.send('watchlist:patched', this.change(change));
  }

  #answers(): Requests {
    return {
      'watchlist:read': () => this.view,
      'reference:read': (text) => understandingOf({ remoteIds: idsIn(text) }),
      'tasks:watch': (text, gatewayId) => this.#watch(text, gatewayId),
      'tasks:watch-clipboard': () => failed('nothing-found'),
      'tasks:check': () => undefined,
      'tasks:remove': (ids) => {
        for (const task of this.view.tasks) if (ids.includes(task.id)) this.#removed.set(task.id, task);
        this.push({ removedTasks: ids });
      },
      'tasks:restore': (ids) => this.push({ changedTasks: ids.flatMap((id) => this.#removed.get(id) ?? []) }),
      'tasks:mark-seen': (ids) =>
        this.push({
          changedTasks: this.view.tasks
            .filter(({ id }) => ids.includes(id))
            .map((task) => ({ ...task, seen: true })),
        }),
      'tasks:keep': (ids) =>
        this.push({
          changedTasks: this.view.tasks
            .filter(({ id }) => ids.includes(id))
            .map((task) => ({ ...task, silentSince: null })),
        }),
      'tasks:set-muted': (ids, muted) =>
        this.push({
          changedTasks: this.view.tasks
            .filter(({ id }) => ids.includes(id))
            .map((task) => ({ ...task, muted })),
        }),
      'tasks:search': () => undefined,
      'tasks:history': (id) => this.histories.get(id) ?? [],
      'tasks:open-video': () => ok(null),
      'tasks:save': () => ok(null),
      'tasks:save-others': () => undefined,
      'tasks:save-all': (ids) => ids.length,
      'tasks:stop-saving': () => true,
      'tasks:show-in-folder': () => ok(null),
      'saving:read': () => this.saving,
      'saving:configure': (settings) => {
        this.saving = settings;
        return ok(settings);
      },
      'pictures:choose': (pictures) => this.push({ status: { ...this.view.status, pictures } }),
      'hooks:read': () => this.hooks,
      'hooks:configure': (settings) => {
        this.hooks = settings;
        return ok(settings);
      },
      'tasks:hook-output': (id) => this.hookRuns.get(id) ?? null,
      'saving:choose-folder': () => null,
      'tasks:play': () => ok('video'),
      'tasks:copy-file': () => ok(null),
      'tasks:drag-file': () => ok(null),
      'tasks:copy-link': () => ok(null),
      'tasks:copy-links': (ids) => {
        const linked = this.view.tasks.filter(({ id, links }) => ids.includes(id) && links.length > 0);
        const ended = linked.filter(({ links }) => links[0]?.expiresAt === 0).length;
        return { copied: linked.length - ended, ended };
      },
      'tasks:copy-id': () => undefined,
      'tasks:usual-range': () => null,
      'tasks:answer': () => null,
      'tasks:copy-answer': () => undefined,
      'tasks:copy-curl': () => undefined,
      'gateways:add': (draft) => this.#saveGateway(`gateway-${draft.name}`, draft),
      'gateways:add-found': (text, name, dialect, allowPlainHttp) => {
        const { newGateway } = this.answers['reference:read'](text);
        const baseUrl = newGateway?.baseUrl ?? '';
        return this.#saveGateway(`gateway-${name}`, {
          name,
          baseUrl,
          dialect,
          allowPlainHttp,
          requestsPerSecond: null,
          saving: 'as-set',
          key: 'found',
        });
      },
      'gateways:update': (id, draft) => this.#saveGateway(id, draft),
      'gateways:remove': (id) => {
        const removedTasks = this.view.tasks.filter((task) => task.gatewayId === id).map((task) => task.id);
        this.push({ removedGateways: [id], removedTasks });
        return ok(null);
      },
      'gateways:test': () => ok({ reached: true, dialect: null }),
      'demo:begin': () => {
        this.push({ changedGateways: [gatewayEntry({ id: demoId, name: 'Demo' })] });
        return ok(null);
      },
      'dialects:list': () => this.dialects,
      'dialects:read': (id) => this.definitions.get(id) ?? null,
      'dialects:preview': () => ({ troubles: {}, reading: null, found: {} }),
      'dialects:save': (definition) => this.#saveDialect(definition),
      'dialects:remove': (id) => {
        this.dialects = this.dialects.filter((dialect) => dialect.id !== id);
        return this.definitions.delete(id) ? ok(null) : failed('unknown-dialect');
      },
      'dialects:export': (id) => (this.definitions.has(id) ? ok(null) : failed('unknown-dialect')),
      'dialects:import': () => failed({ kind: 'not-json' }),
      'data:export': () => ok('Exported.'),
      'data:import': () => ok('1 task imported.'),
      'data:bin': () => [],
      'data:clear-ended': () => {
        const ended = this.view.tasks.filter(({ phase }) => isFinalPhase[phase]);
        for (const task of ended) this.#removed.set(task.id, task);
        this.push({ removedTasks: ended.map(({ id }) => id) });
        return ended.map(({ id }) => id);
      },
      'updates:set-on': (on) =>
        this.push({ status: { ...this.view.status, updates: { ...this.view.status.updates, on } } }),
      'checks:pause': () => this.push({ status: { ...this.view.status, paused: true } }),
      'checks:resume': () => this.push({ status: { ...this.view.status, paused: false } }),
      'checks:set-promptness': (promptness) => this.push({ status: { ...this.view.status, promptness } }),
      'notifications:configure': (notifications) =>
        this.push({ status: { ...this.view.status, notifications } }),
      'quiet:begin': () =>
        this.push({
          status: { ...this.view.status, quiet: { reason: 'asked', until: Date.now() + 1_800_000 } },
        }),
      'quiet:end': () => this.push({ status: { ...this.view.status, quiet: null } }),
      'news:said': () => undefined,
      'vault:unlock': (passphrase) =>
        passphrase === 'correct horse'
          ? this.#keep({ locked: false, trouble: null })
          : failed('wrong-passphrase'),
      'vault:move': (kind) => this.#keep({ kind, locked: false, trouble: null }),
      'vault:change-passphrase': () => ok(null),
      'vault:forget': () => this.#keep({ kind: 'keyring', locked: false, trouble: null }),
      'notifications:test': () => ok(null),
      'push:save': (id, { fields, ...chosen }) => {
        if (chosen.name === '') return failed('name-missing');
        const origin = new URL(fields?.address ?? 'https://ntfy.sh').origin;
        const target = { ...chosen, id: id ?? `target-${chosen.name}`, origin, hint: null };
        const others = this.view.status.push.filter((one) => one.id !== target.id);
        const push = [...others, { ...target, last: null, waiting: 0, undelivered: 0 }];
        this.push({ status: { ...this.view.status, push } });
        return ok(target);
      },
      'push:remove': (id) => {
        const push = this.view.status.push.filter((one) => one.id !== id);
        this.push({ status: { ...this.view.status, push } });
        return ok(null);
      },
      'push:test': () => ok({ at: Date.now(), failure: null, said: '' }),
      'diagnostics:read': () => ({
        version: '0.1.0',
        electron: '45.4.1',
        dataFolder: '/home/ada/.config/Taskbell',
        keyring: 'The keyring answers.',
        notifications: 'A notification service is running.',
        tray: 'A panel shows the tray icon.',
        power: 'The system tells of sleep and of waking.',
        network: 'There is a network. winfull: direct.',
        storage: 'The data folder can be written to and takes 1.2 MB; 84 GB free.',
      }),
      'diagnostics:test': (part) =>
        part === 'network' ? failed('winfull: host not found.') : ok('It works.'),
      'diagnostics:copy': () => undefined,
      'about:licences': () => 'boats 1.0.0 (MIT)\n\nMIT License',
      'about:read': () => ({
        versions: { taskbell: '0.1.0', electron: '45.4.1', chromium: '150.0', node: '24.1.0' },
      }),
      'preferences:read': () => this.preferences,
      'preferences:set-start-at-login': (startsAtLogin) => ok(this.#prefer({ startsAtLogin })),
      'preferences:set-shortcut': (name, keys) =>
        keys === 'Control+Alt+X'
          ? failed('taken')
          : ok(
              this.#prefer({
                shortcuts: { ...this.preferences.shortcuts, [name]: { keys, works: keys !== null } },
              }),
            ),
      'preferences:set-language': (language) => {
        const spoken = language === 'system' ? 'en' : language;
        this.push({ status: { ...this.view.status, language: spoken } });
        return this.#prefer({ language });
      },
      'preferences:set-theme': (theme) => this.#prefer({ theme }),
      'preferences:set-clipboard-offer': (offersClipboard) => this.#prefer({ offersClipboard }),
      'preferences:set-tray-icon': (trayIcon) => this.#prefer({ trayIcon }),
      'clipboard:look': () => this.clipboardOffer,
      'clipboard:refuse': () => undefined,
      'window:confirm-hide': () => undefined,
      'app:quit': () => undefined,
    };
  }

  #keep(change: Partial<VaultState>): ReturnType<Requests['vault:unlock']> {
    this.push({ status: { ...this.view.status, vault: { ...this.view.status.vault, ...change } } });
    return ok(null);
  }

  #prefer(change: Partial<Preferences>): Preferences {
    this.preferences = { ...this.preferences, ...change };
    return this.preferences;
  }

  #watch(text: string, gatewayId: string | null): ReturnType<Requests['tasks:watch']> {
    const remoteIds = idsIn(text);
    if (remoteIds.length === 0) return failed('nothing-found');
    const gateway = this.view.gateways.find(({ id }) => id === gatewayId) ?? this.view.gateways[0];
    if (!gateway) return failed('no-gateway');
    if (gatewayId === null && this.view.gateways.length > 1) return failed('which-gateway');
    const known = new Map(this.view.tasks.map((task) => [task.remoteId, task.id]));
    const fresh = remoteIds.filter((remoteId) => !known.has(remoteId));
    const changedTasks = fresh.map((remoteId) =>
      taskEntry({
        id: `task-${remoteId}`,
        remoteId,
        title: remoteId,
        model: null,
        gatewayId: gateway.id,
        gatewayName: gateway.name,
        phase: 'queued',
        progress: null,
        addedAt: Date.now(),
      }),
    );
    this.push({ changedTasks });
    return ok({
      added: changedTasks.map(({ id }) => id),
      alreadyWatched: remoteIds.flatMap((remoteId) => known.get(remoteId) ?? []),
    });
  }

  #saveDialect(definition: CustomDialect): ReturnType<Requests['dialects:save']> {
    if (definition.label === '') return failed({ label: 'label-missing' });
    const { id, label } = definition;
    const replaced = this.definitions.has(id);
    this.definitions.set(id, definition);
    const entry: ListedDialect = { id, label, isCustom: true, requestsPerSecond: 4 };
    this.dialects = [...this.dialects.filter((dialect) => dialect.id !== id), entry];
    return ok({ ...entry, replaced });
  }

  #saveGateway(id: string, draft: GatewayDraft): ReturnType<Requests['gateways:add']> {
    if (draft.name === '') return failed('name-missing');
    if (!URL.canParse(draft.baseUrl)) return failed('not-a-url');
    if (draft.requestsPerSecond === 0) return failed('rate-out-of-range');
    if (draft.key === '') return failed('key-missing');
    const { key, ...shown } = draft;
    const before = this.view.gateways.find((gateway) => gateway.id === id);
    const keyHint = key?.slice(-4) ?? before?.keyHint ?? null;
    const saved: GatewayEntry = gatewayEntry({ ...shown, id, keyHint });
    this.push({ changedGateways: [saved] });
    return ok(saved);
  }
}
