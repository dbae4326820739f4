import type { PushTargetEntry } from '../shared/push.ts';
import type { MakeId } from './ports.ts';
import type { CredentialVault } from './vault-ports.ts';
import { createPushAnnouncer, type PushAnnouncer, type PushAnnouncerDependencies } from './push-announcer.ts';
import { createPushCommands, type PushCommands } from './push-commands.ts';
import type { PushStore } from './push-ports.ts';
import { createPushSecrets } from './push-secrets.ts';
import { createPushSending, type PushSendingDependencies } from './push-sending.ts';

export interface PushDependencies
  extends
    Omit<PushSendingDependencies, 'clock'>,
    Pick<PushAnnouncerDependencies, 'clock' | 'random' | 'entry' | 'verdictOf'> {
  readonly store: PushStore;
  readonly vault: CredentialVault;
  readonly makeId: MakeId;
  readonly onShown: (targets: readonly PushTargetEntry[]) => void;
}

export interface Push {
  readonly announcer: PushAnnouncer;
  readonly commands: PushCommands;
  /** What was entered lies elsewhere or can be read again: it is read anew, and what waited for it is told. */
  keysChanged(): void;
}

const undeliveredShownMs = 7 * 24 * 3_600_000;

/** Telling the user away from the desk: what tells, and what the user does with the targets. */
export const createPush = (dependencies: PushDependencies): Push => {
  const { clock, store } = dependencies;
  const secrets = createPushSecrets(dependencies.vault);
  const send = createPushSending(dependencies);
  const targets = (): readonly PushTargetEntry[] => store.pushTargets(clock.now() - undeliveredShownMs);
  const show = (): void => dependencies.onShown(targets());
  const announcer = createPushAnnouncer({ ...dependencies, secrets, send, onChanged: show });
  const commands = createPushCommands({
    ...dependencies,
    secrets,
    send,
    targets,
    onChanged: (targetId) => announcer.targetChanged(targetId),
  });
  const keysChanged = (): void => {
    secrets.drop();
    for (const { id } of targets()) announcer.targetChanged(id);
  };
  return { announcer, commands, keysChanged };
};
