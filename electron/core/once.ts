/** Brings it in when it is wanted for the first time, and the same from then on. */
export const once = <Brought>(bring: () => Promise<Brought>): (() => Promise<Brought>) => {
  let brought: Promise<Brought> | null = null;
  return () => (brought ??= bring());
};
