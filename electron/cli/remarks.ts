import { oneLine } from '../core/one-line.ts';
import type { CommandIo } from './command-io.ts';
import type { RemarksOf } from './control-contract.ts';

export interface Remarks {
  /** Says on standard error what holds up this work of the app that runs, each sentence once. */
  during<Value>(of: RemarksOf, ids: readonly string[], work: Promise<Value>): Promise<Value>;
  /** What holds up the last of it. */
  current(): readonly string[];
}

export const createRemarks = (io: CommandIo): Remarks => {
  let known: readonly string[] = [];
  const listen = async (of: RemarksOf, ids: readonly string[], signal: AbortSignal): Promise<void> => {
    const said = new Set<string>();
    for (;;) {
      const asked = await io.ask('task.remarks', { ids, of, known }, signal);
      if (!asked.ok || signal.aborted) return;
      known = asked.value;
      for (const remark of known.filter((one) => !said.has(one))) {
        said.add(remark);
        io.stderr(`taskbell: ${oneLine(remark)}\n`);
      }
    }
  };
  return {
    during: (of, ids, work) => {
      const ended = new AbortController();
      known = [];
      void listen(of, ids, ended.signal);
      return work.finally(() => ended.abort());
    },
    current: () => known,
  };
};
