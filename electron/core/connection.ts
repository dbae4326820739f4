import type { CheckTrouble } from '../shared/task.ts';
import { backOffDelayMs } from './back-off.ts';
import type { Cancel, Clock, Machine, Random } from './ports.ts';
import { answered, nobodyReached } from './trouble-kinds.ts';

export interface ConnectionDependencies {
  readonly clock: Clock;
  readonly random: Random;
  readonly machine: Pick<Machine, 'isOffline' | 'onChange'>;
  readonly onState: (online: boolean) => void;
  /** The limits below have changed. */
  readonly onLimits: () => void;
}

/** Whether there is a network: one state of the app, and not a failure of every task. */
export interface Connection {
  isOnline(): boolean;
  /** A gateway has answered, whatever it said; of `isLocal` ones that says nothing of the network. */
  noteAnswer(isLocal: boolean): void;
  /** Whether this trouble is the missing network's and not the gateway's; `isLocal` gateways need no network. */
  noteTrouble(trouble: CheckTrouble, isLocal: boolean): boolean;
  /** The user asks for another try. */
  lift(): void;
  /** From when on a check may start that needs the network (steady ms). */
  opensAt(): number;
  /** While there is no network one check at a time tries whether it is back, of those that need it. */
  mostInAll(): number;
  /** After a sleep: no check before this wait is over, so that the network can come up first. */
  settle(waitMs: number): void;
  stop(): void;
}

/** A missing network is looked for at least this often. */
const longestProbeMs = 30_000;

/** Longer than a probe and its answer can take: nothing that needs the network is asked about any more. */
const nobodyProbesAfterMs = 90_000;

export const createConnection = (dependencies: ConnectionDependencies): Connection => {
  const { clock, random, machine, onState, onLimits } = dependencies;
  let online = true;
  let opensAt = 0;
  let missingAt = 0;
  let failures = 0;

  const setOnline = (now: boolean): void => {
    if (online === now) return;
    online = now;
    failures = 0;
    opensAt = 0;
    onState(online);
    onLimits();
  };

  // Of the checks that were under way when the network went only the first counts: the others tell the same.
  const noteMissing = (): void => {
    missingAt = clock.steady();
    const isTold = !online && opensAt > missingAt;
    setOnline(false);
    if (isTold) return;
    failures += 1;
    opensAt = missingAt + Math.min(longestProbeMs, backOffDelayMs(failures, random));
    onLimits();
  };

  const lift = (): void => {
    if (online) return;
    opensAt = 0;
    onLimits();
  };

  const noteAnswer: Connection['noteAnswer'] = (isLocal) => {
    if (!isLocal || clock.steady() - missingAt > nobodyProbesAfterMs) setOnline(true);
  };

  // The machine can only say for certain that there is none; that there is one, an answer says.
  const cancelWatch: Cancel = machine.onChange(() => {
    if (!machine.isOffline()) lift();
  });

  return {
    isOnline: () => online,
    noteAnswer,
    noteTrouble: (trouble, isLocal) => {
      if (answered.has(trouble)) noteAnswer(isLocal);
      const isMissing =
        !isLocal && (trouble === 'no-network' || (nobodyReached.has(trouble) && machine.isOffline()));
      if (isMissing) noteMissing();
      return isMissing;
    },
    lift,
    opensAt: () => opensAt,
    mostInAll: () => (online ? Infinity : 1),
    settle: (waitMs) => {
      opensAt = Math.max(opensAt, clock.steady() + waitMs);
      onLimits();
    },
    stop: () => cancelWatch(),
  };
};
