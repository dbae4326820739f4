import type { App } from '../app.ts';
import type { About } from '../shared/about.ts';
import type { Diagnostics, DiagnosticsPart } from '../shared/diagnostics.ts';
import type { RequestChannel, Requests } from '../shared/ipc-contract.ts';
import type { Gateway, GatewayTrouble } from '../shared/gateway.ts';
import { words } from '../shared/language/spoken.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import type { GatewayEntry } from '../shared/watchlist-view.ts';
import { createDataMoves, type MoveFiles } from './data-moves.ts';
import { exportDialect, importDialect } from './dialect-texts.ts';

type Answer<Channel extends RequestChannel> = ReturnType<Requests[Channel]>;

/** What main does for each channel. A channel without a handler, or with another answer, does not compile. */
export type Handlers = {
  readonly [Channel in RequestChannel]: (
    ...args: Readonly<Parameters<Requests[Channel]>>
  ) => Answer<Channel> | Promise<Answer<Channel>>;
};

export interface HandlerDependencies {
  readonly app: App;
  readonly diagnostics: {
    read(): Promise<Diagnostics>;
    test(part: DiagnosticsPart): Promise<Result<string, string>>;
    /** All of it as a text that may be sent around. */
    text(): Promise<string>;
  };
  readonly about: About;
  readonly licences: () => Promise<string | null>;
  readonly copyText: (text: string) => Promise<void>;
  readonly hideWindow: () => void;
  /** The window has said this news. */
  readonly newsSaid: (id: string) => void;
  readonly files: MoveFiles;
  readonly chosenFiles: ChosenFiles;
}

/** Asks the user for a file or a folder; null when the user chooses none. */
export interface ChosenFiles {
  toWrite(suggestedName: string): Promise<string | null>;
  toRead(): Promise<string | null>;
  folder(startsAt: string): Promise<string | null>;
}

export const createHandlers = (dependencies: HandlerDependencies): Handlers => {
  const { app, diagnostics, copyText, hideWindow, newsSaid, files, chosenFiles } = dependencies;
  const moves = createDataMoves(app, files);
  const entry = (saved: Result<Gateway, GatewayTrouble>): Result<GatewayEntry, GatewayTrouble> => {
    if (!saved.ok) return saved;
    const drawn = app.view().gateways.find((gateway) => gateway.id === saved.value.id);
    return drawn === undefined ? failed('unknown-gateway') : ok(drawn);
  };
  return {
    'watchlist:read': () => app.view(),
    'reference:read': (text) => app.tasks.understand(text),
    'tasks:watch': (text, gatewayId) => app.tasks.watch(text, gatewayId, 'window'),
    'tasks:watch-clipboard': (gatewayId) => app.tasks.watchClipboard(gatewayId),
    'tasks:check': (taskIds) => app.tasks.check(taskIds),
    'tasks:remove': (taskIds) => app.tasks.remove(taskIds),
    'tasks:restore': (taskIds) => app.tasks.restore(taskIds),
    'tasks:mark-seen': (taskIds) => app.tasks.markSeen(taskIds),
    'tasks:keep': (taskIds) => app.tasks.keep(taskIds),
    'tasks:set-muted': (taskIds, muted) => app.setMuted(taskIds, muted),
    'tasks:search': (query) => app.tasks.search(query),
    'tasks:history': (taskId) => app.tasks.history(taskId),
    'tasks:open-video': (taskId) => app.results.open(taskId),
    'tasks:stop-saving': (taskId) => app.results.stopSaving(taskId),
    'tasks:save': (taskId) => app.results.save(taskId, null),
    'tasks:save-others': (taskId) => app.results.saveOthers(taskId),
    'tasks:save-all': (taskIds) => app.results.saveAll(taskIds),
    'tasks:show-in-folder': (taskId) => app.results.showInFolder(taskId),
    'tasks:play': (taskId) => app.looking.play(taskId),
    'tasks:copy-file': (taskId) => app.results.copyFile(taskId),
    'tasks:drag-file': (taskId) => app.results.dragFile(taskId),
    'tasks:copy-link': (taskId) => app.tasks.copyLink(taskId),
    'tasks:copy-links': (taskIds) => app.tasks.copyLinks(taskIds),
    'tasks:copy-id': (taskId) => app.tasks.copyId(taskId),
    'tasks:usual-range': (taskId) => app.usualRangeOf(taskId),
    'tasks:answer': (taskId) => app.answers.read(taskId),
    'tasks:copy-answer': (taskId) => app.answers.copy(taskId),
    'tasks:copy-curl': (taskId) => app.answers.copyCurl(taskId),
    'gateways:add': async (draft) => entry(await app.gateways.add(draft)),
    'gateways:add-found': async (text, name, dialect, allowPlainHttp) =>
      entry(await app.gateways.addFound(text, { name, dialect, allowPlainHttp })),
    'gateways:update': async (gatewayId, draft) => entry(await app.gateways.update(gatewayId, draft)),
    'gateways:remove': (gatewayId) => app.gateways.remove(gatewayId),
    'gateways:test': (gatewayId, trial) => app.gateways.test(gatewayId, trial),
    'demo:begin': async () => {
      const begun = await app.demo.begin();
      return begun.ok ? ok(null) : begun;
    },
    'dialects:list': () => app.dialects.list(),
    'dialects:read': (id) => app.dialects.definition(id),
    'dialects:preview': (definition, sample, remoteId) => app.dialects.preview(definition, sample, remoteId),
    'dialects:save': (definition) => app.dialects.save(definition),
    'dialects:remove': (id) => app.dialects.remove(id),
    'dialects:export': async (id) => {
      const text = exportDialect(app.dialects, id);
      if (text === null) return failed('unknown-dialect');
      await copyText(text);
      return ok(null);
    },
    'dialects:import': (text) => importDialect(app.dialects, text),
    'data:export': async (format) => {
      const path = await chosenFiles.toWrite(format === 'csv' ? 'taskbell.csv' : 'taskbell.json');
      // The dialog has asked before it gave the name of a file that is there.
      return path === null ? null : moves.exportTo(path, format, true);
    },
    'data:import': async () => {
      const path = await chosenFiles.toRead();
      return path === null ? null : moves.importFrom(path);
    },
    'data:bin': () => app.data.bin(),
    'data:clear-ended': () => app.data.clearEnded(),
    'checks:pause': () => app.pause(),
    'checks:resume': () => app.resume(),
    'checks:set-promptness': (promptness) => app.setPromptness(promptness),
    'notifications:configure': (settings) => app.configureNotifications(settings),
    'quiet:begin': (choice) => app.quietFor(choice),
    'quiet:end': () => app.endQuiet(),
    'news:said': newsSaid,
    'vault:unlock': (passphrase) => app.keys.unlock(passphrase),
    'vault:move': (to, passphrase, leaving) => app.keys.move(to, passphrase, leaving),
    'vault:change-passphrase': (before, next) => app.keys.changePassphrase(before, next),
    'vault:forget': () => app.keys.forgetAll(),
    'notifications:test': async () => {
      const shown = await app.testNotification();
      return shown.ok ? shown : failed(words().notices.troubles[shown.trouble]);
    },
    'push:save': (targetId, draft) => app.push.save(targetId, draft),
    'push:remove': (targetId) => app.push.remove(targetId),
    'push:test': (targetId, draft) => app.push.test(targetId, draft),
    'diagnostics:read': () => diagnostics.read(),
    'diagnostics:test': (part) => diagnostics.test(part),
    'diagnostics:copy': async () => copyText(await diagnostics.text()),
    'updates:set-on': (on) => app.setLooksForUpdates(on),
    'about:read': () => dependencies.about,
    'about:licences': dependencies.licences,
    'preferences:read': () => app.preferences.read(),
    'preferences:set-start-at-login': (on) => app.preferences.setStartsAtLogin(on),
    'preferences:set-shortcut': (name, keys) => app.preferences.setShortcut(name, keys),
    'preferences:set-language': (choice) => app.preferences.setLanguage(choice),
    'preferences:set-theme': (theme) => app.preferences.setTheme(theme),
    'preferences:set-clipboard-offer': (on) => app.preferences.setOffersClipboard(on),
    'preferences:set-tray-icon': (choice) => app.preferences.setTrayIcon(choice),
    'saving:read': () => app.results.settings(),
    'saving:configure': (settings) => app.results.configure(settings),
    'saving:choose-folder': () => chosenFiles.folder(app.results.settings().folder),
    'pictures:choose': (choice) => app.looking.choosePictures(choice),
    'hooks:read': () => app.hooks.read(),
    'hooks:configure': (settings) => app.hooks.choose(settings),
    'tasks:hook-output': (taskId) => app.hooks.runOf(taskId),
    'clipboard:look': () => app.clipboardOffers.look(),
    'clipboard:refuse': () => app.clipboardOffers.refuse(),
    'window:confirm-hide': hideWindow,
    'app:quit': () => app.quit(),
  };
};
