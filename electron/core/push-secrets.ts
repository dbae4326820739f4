import { pushFieldNames, type PushFields, type PushTarget } from '../shared/push.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import type { CredentialVault, VaultTrouble } from './vault-ports.ts';

/** What was entered for each target: one entry of the keychain, read once and only when something is sent. */
export interface PushSecrets {
  /** `no-secret` also when what is kept is for another address than the target's. */
  read(target: PushTarget): Promise<Result<PushFields, VaultTrouble | 'no-secret'>>;
  keep(targetId: string, fields: PushFields): Promise<Result<null, VaultTrouble>>;
  forget(targetId: string): Promise<Result<null, VaultTrouble>>;
  /** Holds none in memory any more: the vault is asked again. */
  drop(): void;
}

/** The name of a target's entry. Gateways have entries of their own, under their ids. */
export const pushAccountOf = (targetId: string): string => `push:${targetId}`;

export const createPushSecrets = (vault: CredentialVault): PushSecrets => {
  const known = new Map<string, PushFields>();
  return {
    read: async ({ id, origin }) => {
      let fields = known.get(id) ?? null;
      if (fields === null) {
        const answer = await vault.read(pushAccountOf(id));
        if (!answer.ok) return answer;
        fields = known.get(id) ?? fieldsIn(answer.value);
      }
      if (fields === null || !URL.canParse(fields.address)) return failed('no-secret');
      known.set(id, fields);
      return new URL(fields.address).origin === origin ? ok(fields) : failed('no-secret');
    },
    keep: async (targetId, fields) => {
      const kept = await vault.keep(pushAccountOf(targetId), JSON.stringify(fields));
      if (kept.ok) known.set(targetId, fields);
      return kept;
    },
    forget: async (targetId) => {
      const forgotten = await vault.forget(pushAccountOf(targetId));
      known.delete(targetId);
      return forgotten;
    },
    drop: () => known.clear(),
  };
};

/** Other programs may write to a keychain too. */
const fieldsIn = (text: string | null): PushFields | null => {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '');
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const given = value as Readonly<Record<string, unknown>>;
  if (pushFieldNames.some((name) => typeof given[name] !== 'string')) return null;
  const { address, channel, token, secret } = given;
  return {
    address: String(address),
    channel: String(channel),
    token: String(token),
    secret: String(secret),
  };
};
