/** Null when nothing comes for so long, or the signal ends the waiting. Rejections pass through. */
export const withinSilence = async <Value>(
  coming: Promise<Value>,
  silenceMs: number,
  signal: AbortSignal,
): Promise<Value | null> => {
  const silence = Promise.withResolvers<null>();
  const timer = setTimeout(() => silence.resolve(null), silenceMs);
  const end = (): void => silence.resolve(null);
  signal.addEventListener('abort', end, { once: true });
  try {
    return await Promise.race([coming, silence.promise]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
    coming.catch(() => undefined);
  }
};
