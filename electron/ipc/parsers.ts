import * as v from 'valibot';
import { picturesChoices } from '../shared/looking.ts';
import { gatewaySavings, savedKinds } from '../shared/saving.ts';
import { languageChoices } from '../shared/language/languages.ts';
import { vaultKinds } from '../shared/vault.ts';
import { customDialect } from './custom-dialect-parser.ts';
import { pushDraft } from './push-parser.ts';
import type { RequestChannel, Requests } from '../shared/ipc-contract.ts';
import { themes } from '../shared/preferences.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const ids = v.pipe(v.array(id), v.maxLength(100_000));
/** A paste of any length gets an answer in words, so a longer one is cut: ids take far less. */
const text = v.pipe(
  v.string(),
  v.transform((whole) => whole.slice(0, 1_000_000)),
);
const field = v.pipe(v.string(), v.maxLength(10_000));

const trial = v.strictObject({
  baseUrl: field,
  dialect: field,
  allowPlainHttp: v.boolean(),
  key: v.nullable(field),
  requestsPerSecond: v.nullable(v.number()),
});

const draft = v.strictObject({ ...trial.entries, name: field, saving: v.picklist(gatewaySavings) });

/** As much as is ever read of an answer. */
const sample = v.pipe(v.string(), v.maxLength(2 * 1024 * 1024));

const minutesOfDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60 - 1));

const notificationSettings = v.strictObject({
  kinds: v.strictObject({
    ready: v.boolean(),
    failed: v.boolean(),
    cancelled: v.boolean(),
    lost: v.boolean(),
    'link-ends': v.boolean(),
    'no-answer': v.boolean(),
  }),
  sound: v.picklist(['desktop', 'none']),
  quietHours: v.strictObject({ on: v.boolean(), from: minutesOfDay, to: minutesOfDay }),
  followsDesktop: v.boolean(),
  failuresBreakThrough: v.boolean(),
});

const savingSettings = v.strictObject({
  on: v.boolean(),
  kinds: v.pipe(v.array(v.picklist(savedKinds)), v.maxLength(savedKinds.length)),
  folder: field,
  nameTemplate: field,
  largestBytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

const hook = v.strictObject({
  on: v.boolean(),
  program: field,
  args: v.pipe(v.array(field), v.maxLength(100)),
});

const hookSettings = v.strictObject({
  hooks: v.strictObject({ success: hook, failure: hook }),
  longestMs: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

const nothing = v.strictTuple([]);
const oneId = v.strictTuple([id]);
const someIds = v.strictTuple([ids]);

type Parsers = {
  readonly [Channel in RequestChannel]: v.GenericSchema<unknown, Readonly<Parameters<Requests[Channel]>>>;
};

/** What each channel takes. A channel without a parser, or with one of another shape, does not compile. */
export const parsers: Parsers = {
  'watchlist:read': nothing,
  'reference:read': v.strictTuple([text]),
  'tasks:watch': v.strictTuple([text, v.nullable(id)]),
  'tasks:watch-clipboard': v.strictTuple([v.nullable(id)]),
  'tasks:check': someIds,
  'tasks:remove': someIds,
  'tasks:restore': someIds,
  'tasks:mark-seen': someIds,
  'tasks:keep': someIds,
  'tasks:set-muted': v.strictTuple([ids, v.boolean()]),
  'tasks:search': v.strictTuple([field]),
  'tasks:history': oneId,
  'tasks:open-video': oneId,
  'tasks:save': oneId,
  'tasks:save-others': oneId,
  'tasks:save-all': someIds,
  'tasks:stop-saving': oneId,
  'tasks:show-in-folder': oneId,
  'tasks:play': oneId,
  'tasks:copy-file': oneId,
  'tasks:drag-file': oneId,
  'tasks:copy-link': oneId,
  'tasks:copy-links': someIds,
  'tasks:copy-id': oneId,
  'tasks:usual-range': oneId,
  'tasks:answer': oneId,
  'tasks:copy-answer': oneId,
  'tasks:copy-curl': oneId,
  'gateways:add': v.strictTuple([draft]),
  'gateways:add-found': v.strictTuple([text, field, field, v.boolean()]),
  'gateways:update': v.strictTuple([id, draft]),
  'gateways:remove': oneId,
  'gateways:test': v.strictTuple([v.nullable(id), trial]),
  'demo:begin': nothing,
  'dialects:list': nothing,
  'dialects:read': oneId,
  'dialects:preview': v.strictTuple([customDialect, sample, field]),
  'dialects:save': v.strictTuple([customDialect]),
  'dialects:remove': oneId,
  'dialects:export': oneId,
  'dialects:import': v.strictTuple([text]),
  'data:export': v.strictTuple([v.picklist(['json', 'csv'])]),
  'data:import': nothing,
  'data:bin': nothing,
  'data:clear-ended': nothing,
  'checks:pause': nothing,
  'checks:resume': nothing,
  'checks:set-promptness': v.strictTuple([v.picklist(['fewer-requests', 'balanced', 'told-sooner'])]),
  'notifications:configure': v.strictTuple([notificationSettings]),
  'quiet:begin': v.strictTuple([v.picklist(['30-minutes', '2-hours', 'tomorrow'])]),
  'quiet:end': nothing,
  'news:said': oneId,
  'vault:unlock': v.strictTuple([field]),
  'vault:move': v.strictTuple([v.picklist(vaultKinds), v.nullable(field), v.boolean()]),
  'vault:change-passphrase': v.strictTuple([field, field]),
  'vault:forget': nothing,
  'notifications:test': nothing,
  'push:save': v.strictTuple([v.nullable(id), pushDraft]),
  'push:remove': oneId,
  'push:test': v.strictTuple([v.nullable(id), pushDraft]),
  'diagnostics:read': nothing,
  'diagnostics:test': v.strictTuple([
    v.picklist(['keyring', 'notifications', 'tray', 'power', 'network', 'storage']),
  ]),
  'diagnostics:copy': nothing,
  'updates:set-on': v.strictTuple([v.boolean()]),
  'about:read': nothing,
  'about:licences': nothing,
  'preferences:read': nothing,
  'preferences:set-start-at-login': v.strictTuple([v.boolean()]),
  'preferences:set-shortcut': v.strictTuple([
    v.picklist(['window', 'clipboard']),
    v.nullable(v.pipe(v.string(), v.maxLength(100))),
  ]),
  'preferences:set-language': v.strictTuple([v.picklist(languageChoices)]),
  'preferences:set-theme': v.strictTuple([v.picklist(themes)]),
  'preferences:set-clipboard-offer': v.strictTuple([v.boolean()]),
  'preferences:set-tray-icon': v.strictTuple([v.picklist(['automatic', 'coloured', 'light', 'dark'])]),
  'saving:read': nothing,
  'saving:configure': v.strictTuple([savingSettings]),
  'saving:choose-folder': nothing,
  'pictures:choose': v.strictTuple([v.picklist(picturesChoices)]),
  'hooks:read': nothing,
  'hooks:configure': v.strictTuple([hookSettings]),
  'tasks:hook-output': oneId,
  'clipboard:look': nothing,
  'clipboard:refuse': nothing,
  'window:confirm-hide': nothing,
  'app:quit': nothing,
};
