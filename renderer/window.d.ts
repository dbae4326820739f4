import type { Bridge } from '../electron/shared/bridge.ts';

declare global {
  interface Window {
    readonly taskbell: Bridge;
  }
}
