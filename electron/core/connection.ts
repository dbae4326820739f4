import type { CheckTrouble } from '../shared/task.ts';
import { backOffDelayMs } from './check-policy.ts';
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
  /** A gateway has answered, whatever it said. */
  noteAnswer(): void;
  /** Whether this trouble is the missing network's and not the gateway's; `isLocal` gateways need no network. */
  noteTrouble(trouble: CheckTrouble, isLocal: boolean): boolean;
  /** From when on any check may start (steady ms). */
  opensAt(): number;
  /** While there is no network one check at a time tries whether it is back. */
  mostInAll(): number;
  /** After a sleep: no check before this wait is over, so that the network can come up first. */
  settle(waitMs: number): void;
  stop(): void;
}

/** A missing network is looked for at least this often. */
const longestProbeMs = 30_000;

export const createConnection = (dependencies: ConnectionDependencies): Connection => {
  const { clock, random, machine, onState, onLimits } = dependencies;
  let online = true;
  let opensAt = 0;
  let failures = 0;

  const setOnline = (now: boolean): void => {
    if (online === now) return;
    online = now;
    failures = 0;
    opensAt = 0;
    onState(online);
    onLimits();
  };

  const probeLater = (): void => {
    failures += 1;
    opensAt = clock.steady() + Math.min(longestProbeMs, backOffDelayMs(failures, random));
    onLimits();
  };

  // The machine can only say for certain that there is none; that there is one, an answer says.
  const cancelWatch: Cancel = machine.onChange(() => {
    if (online || machine.isOffline()) return;
    opensAt = 0;
    onLimits();
  });

  return {
    isOnline: () => online,
    noteAnswer: () => setOnline(true),
    noteTrouble: (trouble, isLocal) => {
      if (answered.has(trouble)) setOnline(true);
      const isMissing =
        trouble === 'no-network' || (nobodyReached.has(trouble) && !isLocal && machine.isOffline());
      if (isMissing) {
        setOnline(false);
        probeLater();
      }
      return isMissing;
    },
    opensAt: () => opensAt,
    mostInAll: () => (online ? Infinity : 1),
    settle: (waitMs) => {
      opensAt = Math.max(opensAt, clock.steady() + waitMs);
      onLimits();
    },
    stop: () => cancelWatch(),
  };
};
