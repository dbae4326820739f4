/** What Taskbell finds around it, a sentence each. */
export interface Diagnostics {
  readonly version: string;
  readonly electron: string;
  readonly dataFolder: string;
  readonly keyring: string;
  readonly notifications: string;
  readonly tray: string;
  readonly power: string;
  readonly network: string;
  readonly storage: string;
}

/** A part of the surroundings that can be tried out. */
export type DiagnosticsPart = keyof Omit<Diagnostics, 'version' | 'electron' | 'dataFolder'>;
