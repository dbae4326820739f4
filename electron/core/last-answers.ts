import type { GatewayAnswer } from '../shared/gateway-answer.ts';
import type { HttpResponse } from './ports.ts';
import { withoutKeys } from './redaction.ts';

/**
 * The last answer about each of the tasks that were asked about last. In memory alone: answers hold signed links, and
 * what the store needs of them is in the report.
 */
export interface LastAnswers {
  note(gatewayId: string, remoteId: string, answer: HttpResponse, at: number): void;
  of(gatewayId: string, remoteId: string): GatewayAnswer | null;
}

interface KeptAnswer {
  readonly at: number;
  readonly status: number;
  readonly body: string;
}

const mostKept = 200;
const longestKept = 100_000;

export const createLastAnswers = (): LastAnswers => {
  const kept = new Map<string, KeptAnswer>();
  const keyOf = (gatewayId: string, remoteId: string): string => `${gatewayId}\n${remoteId}`;
  return {
    note: (gatewayId, remoteId, { status, body }, at) => {
      const key = keyOf(gatewayId, remoteId);
      kept.delete(key);
      // One character more tells later that it was cut.
      kept.set(key, { at, status, body: body.slice(0, longestKept + 1) });
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    },
    of: (gatewayId, remoteId) => {
      const answer = kept.get(keyOf(gatewayId, remoteId));
      if (answer === undefined) return null;
      const { at, status, body } = answer;
      const isCut = body.length > longestKept;
      const text = isCut ? body.slice(0, longestKept) : indented(body);
      return { at, status, text: withoutKeys(text), isCut };
    },
  };
};

const indented = (body: string): string => {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
};
