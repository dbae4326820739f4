/** What this Taskbell is made of. */
export interface About {
  readonly versions: Readonly<Record<'taskbell' | 'electron' | 'chromium' | 'node', string>>;
}
