import type { DemoHost } from '../../electron/core/demo.ts';

/** Listens nowhere, and remembers where it would. */
export class MemoryDemoHost implements DemoHost {
  port: number | null = null;
  opened = 0;
  /** The port that it gets when it may have any, and in place of one that is taken; null for none. */
  free: number | null = 43210;
  readonly taken = new Set<number>();

  listen(port: number): Promise<number | null> {
    this.port = port === 0 || this.taken.has(port) ? this.free : port;
    return Promise.resolve(this.port);
  }

  close(): void {
    this.port = null;
  }

  openVideo(): Promise<boolean> {
    this.opened += 1;
    return Promise.resolve(true);
  }
}
