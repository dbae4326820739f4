/**
 * How a newer Taskbell comes here: `installs` when this package brings and replaces itself, `tells` when it can only
 * say that there is one, `system` when whoever installed it does that, `nowhere` when nobody said where to look.
 */
export type UpdateWay = 'installs' | 'tells' | 'system' | 'nowhere';

export interface UpdateStatus {
  readonly way: UpdateWay;
  /** Whether the user wants Taskbell to look. */
  readonly on: boolean;
  /** A newer version; when the package installs it, it is here already. */
  readonly version: string | null;
}
