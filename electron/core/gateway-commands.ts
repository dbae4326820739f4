import { isDemo } from '../shared/demo.ts';
import type {
  AskedGateway,
  Gateway,
  GatewayDraft,
  GatewayTestOutcome,
  GatewayTrial,
  GatewayTrouble,
} from '../shared/gateway.ts';
import type { Understanding } from '../shared/watching.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import type { Checker } from './checker.ts';
import type { Credentials } from './credentials.ts';
import type { DialectNamed } from './dialect.ts';
import { checkedDraft, checkedTrial, keyHintOf, type DraftContext } from './gateway-draft.ts';
import { originOf } from './origin.ts';
import type { MakeId } from './ports.ts';
import type { TaskStore } from './store-ports.ts';
import type { VaultTrouble } from './vault-ports.ts';
import { keyInReference } from './reference.ts';
import type { Watchlist } from './watchlist.ts';

export interface GatewayCommandsDependencies {
  readonly makeId: MakeId;
  readonly store: Pick<TaskStore, 'saveGateway' | 'removeGateway'>;
  readonly watchlist: Watchlist;
  readonly credentials: Credentials;
  readonly checker: Checker;
  readonly dialectNamed: DialectNamed;
  readonly understand: (text: string) => Understanding;
  /** It is asked otherwise than before: whatever held it back may be over. */
  readonly onChanged: (gatewayId: string) => void;
  readonly onRemoved: (gatewayId: string) => void;
}

/** What the user decides of a gateway that was found in a text. */
export type FoundGatewayDraft = Pick<GatewayDraft, 'name' | 'dialect' | 'allowPlainHttp'>;

/** What a user does with gateways. Nothing is stored unless all of it can be. */
export interface GatewayCommands {
  add(draft: GatewayDraft): Promise<Result<Gateway, GatewayTrouble>>;
  /** Adds the gateway that a text speaks of; its address and its key are taken from the text. */
  addFound(text: string, given: FoundGatewayDraft): Promise<Result<Gateway, GatewayTrouble>>;
  update(gatewayId: string, draft: GatewayDraft): Promise<Result<Gateway, GatewayTrouble>>;
  /** Its watched tasks go with it, and its key leaves the keychain. */
  remove(gatewayId: string): Promise<Result<null, GatewayTrouble>>;
  /** Tests what the form holds, stored or not. */
  test(gatewayId: string | null, trial: GatewayTrial): Promise<Result<GatewayTestOutcome, GatewayTrouble>>;
  named(name: string): Gateway | null;
}

export const createGatewayCommands = (dependencies: GatewayCommandsDependencies): GatewayCommands => {
  const { makeId, store, watchlist, credentials, checker, dialectNamed, onChanged, onRemoved } = dependencies;

  // One change at a time: while the keyring is asked, another would rest on what this one is about to replace.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(change: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(change);
    last = turn.catch(() => undefined);
    return turn;
  };

  const contextOf = (stored: Gateway | null): DraftContext => ({
    others: watchlist.gateways().filter((gateway) => gateway.id !== stored?.id),
    dialectNamed,
    keyOrigin: stored === null ? null : originOf(stored.baseUrl),
  });

  const save = async (
    stored: Gateway | null,
    draft: GatewayDraft,
  ): Promise<Result<Gateway, GatewayTrouble>> => {
    const fields = checkedDraft(draft, contextOf(stored));
    if (!fields.ok) return fields;
    const key = draft.key?.trim() ?? null;
    const keyHint = key === null ? (stored?.keyHint ?? null) : keyHintOf(key);
    const gateway: Gateway = { id: stored?.id ?? makeId(), ...fields.value, keyHint };
    const kept = key === null ? ok(() => Promise.resolve()) : await keepKey(stored, gateway, key);
    if (!kept.ok) return kept;
    try {
      store.saveGateway(gateway);
    } catch (error) {
      await kept.value();
      throw error;
    }
    watchlist.putGateway(gateway);
    if (key !== null || stored === null || asksOtherwise(stored, gateway)) onChanged(gateway.id);
    return ok(gateway);
  };

  /** The value puts back what was there: a key must not be left to a gateway that is not listed, or elsewhere. */
  const keepKey = async (
    stored: Gateway | null,
    gateway: Gateway,
    key: string,
  ): Promise<Result<() => Promise<void>, VaultTrouble>> => {
    const before = stored === null ? null : await credentials.read(stored);
    const kept = await credentials.keep(gateway, key);
    if (!kept.ok) return kept;
    return ok(async () => {
      if (stored !== null && before?.ok === true) await credentials.keep(stored, before.value);
      else await credentials.forget(gateway.id);
    });
  };

  const remove = async (gatewayId: string): Promise<Result<null, GatewayTrouble>> => {
    if (watchlist.gateway(gatewayId) === null) return failed('unknown-gateway');
    // The key goes first: a gateway that is still listed can be removed again, a forgotten key cannot be found.
    const forgotten = await credentials.forget(gatewayId);
    if (!forgotten.ok) return forgotten;
    store.removeGateway(gatewayId);
    onRemoved(gatewayId);
    return ok(null);
  };

  return {
    add: (draft) => inTurn(() => save(null, draft)),
    addFound: (text, given) => {
      const { newGateway, keyFound } = dependencies.understand(text);
      const key = keyFound ? keyInReference(text) : null;
      return inTurn(() =>
        save(null, {
          ...given,
          baseUrl: newGateway?.baseUrl ?? '',
          key,
          requestsPerSecond: null,
          saving: 'as-set',
        }),
      );
    },
    update: (gatewayId, draft) =>
      inTurn(async () => {
        const stored = watchlist.gateway(gatewayId);
        if (stored === null) return failed('unknown-gateway');
        return isDemo(stored) ? failed('is-demo') : save(stored, draft);
      }),
    remove: (gatewayId) => inTurn(() => remove(gatewayId)),
    test: async (gatewayId, trial) => {
      const stored = gatewayId === null ? null : watchlist.gateway(gatewayId);
      const fields = checkedTrial(trial, contextOf(stored));
      if (!fields.ok) return fields;
      const gateway: AskedGateway = { id: gatewayId ?? '', ...fields.value };
      const typed = trial.key?.trim() ?? null;
      const key = typed === null ? await credentials.read(gateway) : ok(typed);
      if (!key.ok) return key.trouble === 'no-key' ? failed('key-missing') : failed(key.trouble);
      return ok(await checker.test(gateway, key.value));
    },
    named: (name) =>
      watchlist.gateways().find((gateway) => gateway.name.toLowerCase() === name.trim().toLowerCase()) ??
      null,
  };
};

/** Whether anything but the name is another. */
const asksOtherwise = (before: Gateway, after: Gateway): boolean =>
  (Object.keys(after) as (keyof Gateway)[]).some(
    (field) => field !== 'name' && field !== 'saving' && before[field] !== after[field],
  );
