/** An expected outcome as a value. Only bugs throw. */
export type Result<Value, Trouble> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly trouble: Trouble };

export const ok = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });

export const failed = <Trouble>(trouble: Trouble): Result<never, Trouble> => ({ ok: false, trouble });
