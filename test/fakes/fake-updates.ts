import type { Updates } from '../../electron/core/ports.ts';
import type { UpdateWay } from '../../electron/shared/updates.ts';

/** Newer versions as a test says; remembers how often it was asked and what was put in place. */
export class FakeUpdates implements Updates {
  found: string | null = null;
  looks = 0;
  readonly installed: string[] = [];
  readonly way: UpdateWay;

  constructor(way: UpdateWay = 'nowhere') {
    this.way = way;
  }

  look(): Promise<string | null> {
    this.looks += 1;
    return Promise.resolve(this.found);
  }

  install(): void {
    this.installed.push(this.found ?? 'nothing');
  }
}
