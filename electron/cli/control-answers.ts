import type { Gateway, GatewayTrouble } from '../shared/gateway.ts';
import { gatewayTroubleSentences } from '../shared/messages.ts';
import { failed, type Result } from '../shared/result.ts';
import { healthAfter } from '../shared/task.ts';
import type { TaskEntry } from '../shared/watchlist-view.ts';
import type { ControlTrouble, ListedGateway, ListedTask } from './control-contract.ts';

export const listedTask = (entry: TaskEntry): ListedTask => {
  const { id, gatewayName, remoteId, title, phase, progress, health, links, failure } = entry;
  const { addedAt, finishedAt, nextCheckAt } = entry;
  return {
    id,
    gateway: gatewayName,
    remoteId,
    title,
    phase,
    progress,
    health,
    links,
    failure: failure === null ? null : { code: failure.code, message: failure.message },
    addedAt,
    finishedAt,
    nextCheckAt,
  };
};

export const listedGateway = (
  gateway: Gateway,
  drawn: readonly { readonly id: string; readonly trouble: keyof typeof healthAfter | null }[],
): ListedGateway => {
  const trouble = drawn.find(({ id }) => id === gateway.id)?.trouble ?? null;
  const { id, name, baseUrl, dialect, keyHint } = gateway;
  return {
    id,
    name,
    url: baseUrl,
    dialect,
    keyHint,
    health: trouble === null ? 'fresh' : healthAfter[trouble],
  };
};

export const refused = (message: string): Result<never, ControlTrouble> =>
  failed({ kind: 'failed', message });

export const misused = (message: string): Result<never, ControlTrouble> => failed({ kind: 'usage', message });

/** A keyring that does not work is nobody's mistake; everything else can be put right in the command. */
export const refusedGateway = (
  trouble: GatewayTrouble,
  sentences = gatewayTroubleSentences,
): Result<never, ControlTrouble> => (trouble.startsWith('keyring-') ? refused : misused)(sentences[trouble]);

export const noGateway = (name: string): Result<never, ControlTrouble> =>
  misused(`There is no gateway named "${name}". "taskbell gateway list" shows them.`);
