/** Where relays serve the form of 2026. */
export const unifiedPath = '/kling/{kind}/{model}/{id}';

const first = 'text2video';

/** The segments of the classic paths, the commonest first. */
export const klingKinds: readonly string[] = [
  ...[first, 'image2video', 'multi-image2video', 'omni-video'],
  ...['motion-control', 'video-extend', 'effects', 'lip-sync'],
];

/** A bare id does not say which path knows it, so each kind is asked in turn. */
export const waysToAsk = (remoteId: string): readonly [string, ...string[]] =>
  remoteId.includes('/')
    ? [remoteId]
    : [`${first}/${remoteId}`, ...klingKinds.slice(1).map((kind) => `${kind}/${remoteId}`)];

/** A list is of one kind; the tasks of the others are asked about on their own. */
export const commonestKind = (remoteIds: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const remoteId of remoteIds) {
    const parts = remoteId.split('/');
    const kind = parts.length === 1 ? first : (parts[0] ?? first);
    if (parts.length < 3 && klingKinds.includes(kind)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? first;
};

/** Other APIs have paths of the same form, such as `/v1/videos/{id}/content`. */
export const isKlingId = (remoteId: string): boolean => {
  const [kind = '', ...rest] = remoteId.split('/');
  return klingKinds.includes(kind) || (/^[a-z][a-z0-9-]*$/.test(kind) && /^\d{6,}$/.test(rest.at(-1) ?? ''));
};
