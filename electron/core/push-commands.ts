import { words } from '../shared/language/spoken.ts';
import type { PushDraft, PushOutcome, PushTarget, PushTargetEntry, PushTrouble } from '../shared/push.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import type { Clock, MakeId } from './ports.ts';
import { checkedPush } from './push-draft.ts';
import type { PushStore } from './push-ports.ts';
import type { PushSecrets } from './push-secrets.ts';
import type { SendPush } from './push-sending.ts';

export interface PushCommandsDependencies {
  readonly clock: Pick<Clock, 'now'>;
  readonly makeId: MakeId;
  readonly store: Pick<PushStore, 'savePushTarget' | 'removePushTarget'>;
  readonly secrets: PushSecrets;
  readonly send: SendPush;
  readonly targets: () => readonly PushTargetEntry[];
  readonly onChanged: (targetId: string) => void;
}

/** What a user does with targets. Nothing is stored unless all of it can be. */
export interface PushCommands {
  targets(): readonly PushTargetEntry[];
  named(name: string): PushTargetEntry | null;
  /** A null id is a new target. */
  save(targetId: string | null, draft: PushDraft): Promise<Result<PushTarget, PushTrouble>>;
  /** What was entered leaves the keychain, and what was still to be told is dropped. */
  remove(targetId: string): Promise<Result<null, PushTrouble>>;
  /** Sends a message to what the form holds, stored or not, whatever the hour. */
  test(targetId: string | null, draft: PushDraft): Promise<Result<PushOutcome, PushTrouble>>;
}

export const createPushCommands = (dependencies: PushCommandsDependencies): PushCommands => {
  const { clock, store, secrets, targets } = dependencies;

  // One change at a time: while the keyring is asked, another would rest on what this one is about to replace.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(change: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(change);
    last = turn.catch(() => undefined);
    return turn;
  };

  const storedOf = (targetId: string | null): PushTarget | null =>
    targets().find(({ id }) => id === targetId) ?? null;

  const checked = (stored: PushTarget | null, draft: PushDraft): ReturnType<typeof checkedPush> =>
    checkedPush(
      draft,
      stored,
      targets().filter(({ id }) => id !== stored?.id),
    );

  const save = async (
    targetId: string | null,
    draft: PushDraft,
  ): Promise<Result<PushTarget, PushTrouble>> => {
    const stored = storedOf(targetId);
    if (targetId !== null && stored === null) return failed('unknown-target');
    const read = checked(stored, draft);
    if (!read.ok) return read;
    const target: PushTarget = { id: targetId ?? dependencies.makeId(), ...read.value.target };
    const { fields } = read.value;
    const before = stored === null || fields === null ? null : await secrets.read(stored);
    if (fields !== null) {
      const kept = await secrets.keep(target.id, fields);
      if (!kept.ok) return kept;
    }
    try {
      store.savePushTarget(target);
    } catch (error) {
      // What is secret must not be left to a target that is not listed, or elsewhere.
      if (before?.ok === true) await secrets.keep(target.id, before.value);
      else if (fields !== null) await secrets.forget(target.id);
      throw error;
    }
    dependencies.onChanged(target.id);
    return ok(target);
  };

  return {
    targets,
    named: (name) => targets().find((one) => one.name.toLowerCase() === name.trim().toLowerCase()) ?? null,
    save: (targetId, draft) => inTurn(() => save(targetId, draft)),
    remove: (targetId) =>
      inTurn(async () => {
        if (storedOf(targetId) === null) return failed('unknown-target');
        // First, because a target that is still listed can be removed again, and a forgotten entry cannot be found.
        const forgotten = await secrets.forget(targetId);
        if (!forgotten.ok) return forgotten;
        store.removePushTarget(targetId);
        dependencies.onChanged(targetId);
        return ok(null);
      }),
    test: async (targetId, draft) => {
      const stored = storedOf(targetId);
      const read = checked(stored, draft);
      if (!read.ok) return read;
      const { target, fields } = read.value;
      const entered = fields === null && stored !== null ? await secrets.read(stored) : ok(fields);
      if (!entered.ok) return ok({ at: clock.now(), failure: entered.trouble, said: '' });
      if (entered.value === null) return failed('field-missing');
      const { testTitle, testBody } = words().push;
      const message = { title: testTitle, body: testBody, kind: 'message', tasks: [] } as const;
      const { failure, said } = await dependencies.send(target, entered.value, message);
      return ok({ at: clock.now(), failure, said });
    },
  };
};
