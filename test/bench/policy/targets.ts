import type { CaseResult } from './cases.ts';

/** Something that was to be reached, and what was. */
export interface Target {
  readonly what: string;
  readonly atMost: number;
  readonly measured: number;
  readonly reached: boolean;
}

const seconds = (ms: number): number => ms / 1000;

export const targetsOf = ({ aim, scores }: CaseResult): readonly Target[] => {
  const fixed = scores['fixed 5 s'];
  const same = scores['Taskbell, same delay'];
  const usual = scores['Taskbell, balanced'];
  const optimum = scores['optimum, same delay'];
  const all = [
    aim === 'none'
      ? []
      : aim === 'cold'
        ? [
            ['requests, times those of fixed 5 s', 1, usual.requests / fixed.requests] as const,
            ['mean delay, times that of fixed 5 s', 1, usual.meanMs / fixed.meanMs] as const,
          ]
        : [
            [
              'requests at the same mean delay, times those of fixed 5 s',
              aim === 'progress' ? 0.45 : 0.67,
              same.requests / fixed.requests,
            ] as const,
          ],
    aim === 'learned'
      ? [
          [
            'requests at the same mean delay, times the optimum’s',
            1.25,
            same.requests / optimum.requests,
          ] as const,
        ]
      : [],
    [['p95 delay of tasks under 10 min, s', 8, seconds(usual.p95ShortMs)] as const],
  ].flat();
  return all.map(([what, atMost, measured]) => ({ what, atMost, measured, reached: measured <= atMost }));
};
