import type { Gateway } from './gateway.ts';

/** The built-in gateway that shows on made-up tasks what Taskbell does. There is at most one. */
export const demoId = 'demo';

export type DemoTrouble = 'no-port';

export const isDemo = ({ id }: Pick<Gateway, 'id'>): boolean => id === demoId;

/** Those that make videos, which the demo never does: an id that is pasted is never meant for it. */
export const realGateways = <One extends Pick<Gateway, 'id'>>(gateways: readonly One[]): readonly One[] =>
  gateways.some(isDemo) ? gateways.filter((gateway) => !isDemo(gateway)) : gateways;
