/** What one finished task took. What is learned of a model rests on these alone. */
export interface TakenTime {
  readonly gatewayId: string;
  /** Empty when the gateway does not name it. */
  readonly model: string;
  /** When it was seen to have ended (wall clock ms). */
  readonly at: number;
  /** From creation to end, ms. */
  readonly totalMs: number;
  /** From when it began to run to its end, ms; null when its beginning was not seen. */
  readonly runningMs: number | null;
  /** The end lies up to so much before: the time since the check before it, ms; 0 when the gateway named it. */
  readonly uncertainMs: number;
  /** Progress by age since creation, ms. */
  readonly marks: readonly { readonly ageMs: number; readonly progress: number }[];
}

/** What is known of how long tasks of one gateway and model take. Immutable. */
export interface LearnedTimes {
  /** How many finished tasks it rests on. */
  readonly seen: number;
}

export interface LearnedTimesBook {
  add(taken: TakenTime): void;
  of(gatewayId: string, model: string | null): LearnedTimes;
}

/** Newest so many are kept of a gateway and model. */
export const keptPerModel = 400;

export const createLearnedTimes = (): LearnedTimesBook => {
  const counts = new Map<string, number>();
  const keyOf = (gatewayId: string, model: string): string => `${gatewayId}\n${model}`;
  return {
    add: ({ gatewayId, model }) => {
      const key = keyOf(gatewayId, model);
      counts.set(key, Math.min(keptPerModel, (counts.get(key) ?? 0) + 1));
    },
    of: (gatewayId, model) => ({ seen: counts.get(keyOf(gatewayId, model ?? '')) ?? 0 }),
  };
};
