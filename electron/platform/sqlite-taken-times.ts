import type { DatabaseSync } from 'node:sqlite';
import { keptPerModel, type TakenTime } from '../core/learned-times.ts';
import { wholeMs } from './sqlite-numbers.ts';
import { takenTimeOf } from './sqlite-rows.ts';

/** What finished tasks took, the newest of each gateway and model. */
export const createTakenTimes = (database: DatabaseSync) => {
  const sql = (statement: string) => database.prepare(statement);
  const putTakenTime = sql(`
    INSERT INTO taken_times (gateway_id, model, at, total_ms, running_ms, uncertain_ms, marks)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const forgetTakenTimes = sql(`
    DELETE FROM taken_times WHERE gateway_id = ?1 AND model = ?2 AND rowid NOT IN (
      SELECT rowid FROM taken_times WHERE gateway_id = ?1 AND model = ?2 ORDER BY at DESC, rowid DESC
      LIMIT ${String(keptPerModel)})`);
  const allTakenTimes = sql('SELECT * FROM taken_times ORDER BY at, rowid');

  return {
    all: (): readonly TakenTime[] => allTakenTimes.all().map(takenTimeOf),
    note: (taken: TakenTime): void => {
      const { gatewayId, model, at, totalMs, runningMs, uncertainMs, marks } = taken;
      putTakenTime.run(
        gatewayId,
        model,
        at,
        Math.round(totalMs),
        wholeMs(runningMs),
        Math.round(uncertainMs),
        JSON.stringify(marks),
      );
      forgetTakenTimes.run(gatewayId, model);
    },
  };
};
