import type { Gateway, GatewayTrouble } from '../shared/gateway.ts';
import { words } from '../shared/language/spoken.ts';
import { failed, type Result } from '../shared/result.ts';
import { messageForScripts } from '../shared/messages.ts';
import { healthAfter, isFinalPhase } from '../shared/task.ts';
import { timeLeftText, usuallyTakesText } from '../shared/estimate-text.ts';
import { isAsked, nextCheckReasonText, standstillOf } from '../shared/next-check-text.ts';
import type { AppStatus, TaskEntry } from '../shared/watchlist-view.ts';
import type { ControlTrouble, ListedGateway, ListedTask, ShownTask } from './control-contract.ts';

export const listedTask = (entry: TaskEntry, now: number): ListedTask => {
  const { id, gatewayName, remoteId, title, phase, progress, health, trouble, links, failure } = entry;
  const { save, otherSaves, addedAt, finishedAt, nextCheckAt, estimate } = entry;
  return {
    id,
    gateway: gatewayName,
    remoteId,
    title,
    phase,
    progress,
    health,
    trouble,
    links,
    failure: failure === null ? null : { code: failure.code, message: messageForScripts(failure) },
    save,
    otherSaves,
    addedAt,
    finishedAt,
    nextCheckAt: nextCheckAt === null ? null : Math.round(nextCheckAt),
    etaMs: estimate === null || isFinalPhase[phase] ? null : Math.max(0, Math.round(estimate.endsAt - now)),
  };
};

export const shownTask = (entry: TaskEntry, status: AppStatus, now: number): ShownTask => {
  const standstill = standstillOf(status);
  return {
    task: listedTask(entry, now),
    timeLeft: standstill === null ? timeLeftText(entry, now) : null,
    usuallyTakes: usuallyTakesText(entry),
    nextCheck: isAsked(entry) ? nextCheckReasonText(entry, now, standstill) : null,
    silentSince: entry.silentSince,
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
    trouble,
  };
};

export const refused = (message: string): Result<never, ControlTrouble> =>
  failed({ kind: 'failed', message });

export const misused = (message: string): Result<never, ControlTrouble> => failed({ kind: 'usage', message });

/** A keyring or a file of keys that does not work is nobody's mistake; everything else can be put right in the command. */
export const refusedGateway = (
  trouble: GatewayTrouble,
  sentences: Readonly<Record<GatewayTrouble, string>> = words().gateways.troubles,
): Result<never, ControlTrouble> => {
  if (trouble === 'plain-http') return misused(words().commandLine.plainHttp);
  return (/^key(ring|-file)-/.test(trouble) ? refused : misused)(sentences[trouble]);
};

export const noGateway = (name: string): Result<never, ControlTrouble> =>
  misused(words().appAnswers.noGateway(name));
