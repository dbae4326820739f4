import type { UpdateWay } from '../shared/updates.ts';

export interface PackageFacts {
  readonly platform: NodeJS.Platform;
  readonly executable: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether the package names a place that newer versions come from. */
  readonly hasAddress: boolean;
}

/** What kind of package this is, as far as updates are concerned. */
export const updateWayOf = ({ platform, executable, environment, hasAddress }: PackageFacts): UpdateWay => {
  const has = (name: string): boolean => (environment[name] ?? '') !== '';
  if (platform === 'linux') {
    // A package manager owns these folders, and would not know of a file that somebody else has replaced.
    if (has('SNAP') || has('FLATPAK_ID') || /^\/(opt|usr)\//.test(executable)) return 'system';
    if (!hasAddress) return 'nowhere';
    return has('APPIMAGE') ? 'installs' : 'tells';
  }
  if (!hasAddress) return 'nowhere';
  // The portable program of Windows unpacks itself anew at each start.
  return has('PORTABLE_EXECUTABLE_FILE') ? 'tells' : 'installs';
};
