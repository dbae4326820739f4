import type { App } from '../app.ts';
import { keyringTroubles, untilTheUserActs } from '../core/trouble-kinds.ts';
import { words } from '../shared/language/spoken.ts';
import { ok, type Result } from '../shared/result.ts';
import { saveTroubleText } from '../shared/saving-text.ts';
import { isFinalPhase } from '../shared/task.ts';
import type { GatewayEntry, TaskEntry } from '../shared/watchlist-view.ts';
import { refused } from './control-answers.ts';
import type { ControlTrouble, RemarksOf } from './control-contract.ts';
import type { ControlRequest } from './control-parsers.ts';
import { meantTask } from './task-lookup.ts';
import { taskNamed } from './task-text.ts';

type Gateways = ReadonlyMap<string, GatewayEntry>;

/** What keeps the checks of a task from going on, whose user would wait for ever without hearing of it. */
const ofCheck = ({ phase, gatewayId }: TaskEntry, gateways: Gateways): string | null => {
  const gateway = gateways.get(gatewayId);
  const trouble = gateway?.trouble ?? null;
  if (gateway === undefined || trouble === null || isFinalPhase[phase]) return null;
  if (!untilTheUserActs.has(trouble) && !keyringTroubles.has(trouble)) return null;
  return words().commandLine.gatewaySays(gateway.name, words().checks.troubles[trouble]);
};

const ofSave = (task: TaskEntry, isOneOfSeveral: boolean): string | null => {
  const { save } = task;
  if (save?.state !== 'waiting' || save.trouble === null) return null;
  const why = words().commandLine.savedAgain(saveTroubleText(save));
  return isOneOfSeveral ? words().commandLine.taskSays(taskNamed(task), why) : why;
};

const remarksOf = (of: RemarksOf, tasks: readonly TaskEntry[], gateways: Gateways): readonly string[] => [
  ...new Set(
    tasks.flatMap(
      (task) => (of === 'checks' ? ofCheck(task, gateways) : ofSave(task, tasks.length > 1)) ?? [],
    ),
  ),
];

/** Answers once what holds these tasks up is something else than what is known. */
export const remarkOn = async (
  app: App,
  { ids, of, known }: ControlRequest<'task.remarks'>,
  gone: AbortSignal,
): Promise<Result<readonly string[], ControlTrouble>> => {
  const tasks = new Map<string, TaskEntry>();
  for (const id of ids) {
    const task = meantTask(app, id);
    if (!task.ok) return task;
    tasks.set(task.value.id, task.value);
  }
  const gateways = new Map(app.view().gateways.map((gateway) => [gateway.id, gateway]));
  return new Promise((resolve) => {
    const settle = (outcome: Result<readonly string[], ControlTrouble>): void => {
      cancel();
      resolve(outcome);
    };
    const look = (): void => {
      const remarks = remarksOf(of, [...tasks.values()], gateways);
      if (remarks.join('\n') !== known.join('\n')) settle(ok(remarks));
    };
    const cancel = app.subscribe(({ changedTasks, changedGateways }) => {
      const changed = changedTasks.filter(({ id }) => tasks.has(id));
      for (const task of changed) tasks.set(task.id, task);
      for (const gateway of changedGateways) gateways.set(gateway.id, gateway);
      if (changed.length > 0 || changedGateways.length > 0) look();
    });
    gone.addEventListener('abort', () => settle(refused(words().appAnswers.stopped)), { once: true });
    look();
  });
};
