import type { GatewayAnswer } from '../shared/gateway-answer.ts';
import { curlTextOf } from './curl-text.ts';
import type { DialectNamed } from './dialect.ts';
import type { LastAnswers } from './last-answers.ts';
import type { Clipboard } from './ports.ts';
import type { Watchlist } from './watchlist.ts';

export interface AnswerCommandsDependencies {
  readonly watchlist: Pick<Watchlist, 'task' | 'gateway'>;
  readonly answers: Pick<LastAnswers, 'of'>;
  readonly dialectNamed: DialectNamed;
  readonly clipboard: Pick<Clipboard, 'write'>;
}

/** What was asked and answered of a task, for who wants to see for themselves. */
export interface AnswerCommands {
  /** The last answer about a task; null when it was not asked about since Taskbell started. */
  read(taskId: string): GatewayAnswer | null;
  /** Puts that answer on the clipboard. */
  copy(taskId: string): Promise<void>;
  /** Puts the request for a task on the clipboard as a `curl` command, with a variable in the place of the key. */
  copyCurl(taskId: string): Promise<void>;
}

export const createAnswerCommands = (dependencies: AnswerCommandsDependencies): AnswerCommands => {
  const { watchlist, answers, dialectNamed, clipboard } = dependencies;
  const read: AnswerCommands['read'] = (taskId) => {
    const state = watchlist.task(taskId);
    return state === null ? null : answers.of(state.task.gatewayId, state.task.remoteId);
  };
  return {
    read,
    copy: async (taskId) => {
      const answer = read(taskId);
      if (answer !== null) await clipboard.write(answer.text);
    },
    copyCurl: async (taskId) => {
      const state = watchlist.task(taskId);
      const gateway = state === null ? null : watchlist.gateway(state.task.gatewayId);
      const dialect = gateway === null ? null : dialectNamed(gateway.dialect);
      if (state === null || gateway === null || dialect === null) return;
      const { baseUrl } = gateway;
      const { remoteId } = state.task;
      await clipboard.write(curlTextOf((key) => dialect.request({ baseUrl, remoteId, key })));
    },
  };
};
