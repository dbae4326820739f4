/** What has changed since the last patch. */
export interface WatchlistChanges {
  readonly taskIds: Set<string>;
  readonly gatewayIds: Set<string>;
}

export const noChanges = (): WatchlistChanges => ({ taskIds: new Set(), gatewayIds: new Set() });
