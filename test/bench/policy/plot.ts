import type { Curve } from './curves.ts';
import type { Score } from './simulate.ts';

const width = 820;
const height = 500;
const frame = { left: 64, right: 20, top: 44, bottom: 52 };
const most = { delayMs: 7_000, requests: 50 };

/** Each is told apart by its dashes too, and reads on white and on black. */
const look: Readonly<Record<string, { readonly colour: string; readonly dashes: string }>> = {
  'at a fixed rate': { colour: '#808080', dashes: '' },
  'optimum, times known exactly': { colour: '#808080', dashes: '2 4' },
  'Taskbell, nothing seen': { colour: '#c2790a', dashes: '9 4' },
  'Taskbell, 30 seen': { colour: '#2f7fd6', dashes: '' },
  'Taskbell, progress, 30 seen': { colour: '#2a9655', dashes: '6 2 2 2' },
};

const x = (ms: number): number => frame.left + (ms / most.delayMs) * (width - frame.left - frame.right);
const y = (requests: number): number =>
  height - frame.bottom - (requests / most.requests) * (height - frame.top - frame.bottom);
const near = (value: number): string => value.toFixed(1);

const text = (atX: number, atY: number, words: string, more = ''): string =>
  `<text x="${near(atX)}" y="${near(atY)}" fill="#808080" ${more}>${words}</text>`;

const within = ({ meanMs, requests }: Score): boolean => meanMs <= most.delayMs && requests <= most.requests;

const axes = (): readonly string[] => [
  ...[0, 10, 20, 30, 40, 50].flatMap((requests) => [
    `<line x1="${String(frame.left)}" x2="${String(width - frame.right)}" y1="${near(y(requests))}" y2="${near(y(requests))}" stroke="#808080" stroke-opacity="0.25"/>`,
    text(frame.left - 10, y(requests) + 4, String(requests), 'text-anchor="end"'),
  ]),
  ...[0, 1, 2, 3, 4, 5, 6, 7].map((s) =>
    text(x(s * 1000), height - frame.bottom + 20, String(s), 'text-anchor="middle"'),
  ),
  text(
    x(3_500),
    height - 10,
    'mean delay from the end of a task to its being known, s',
    'text-anchor="middle"',
  ),
  text(16, 22, 'requests a task'),
];

const lineOf = ({ name, points, settings }: Curve): readonly string[] => {
  const { colour, dashes } = look[name] ?? { colour: '#808080', dashes: '' };
  const shown = points.filter(within);
  const path = shown.map(({ meanMs, requests }) => `${near(x(meanMs))},${near(y(requests))}`).join(' ');
  const dot = ({ meanMs, requests }: Score, radius: number): string =>
    `<circle cx="${near(x(meanMs))}" cy="${near(y(requests))}" r="${String(radius)}" fill="${colour}"/>`;
  return [
    `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dashes}"/>`,
    ...settings.filter(({ score }) => within(score)).map(({ score }) => dot(score, 5)),
  ];
};

const legend = (curves: readonly Curve[]): readonly string[] =>
  curves.flatMap(({ name }, index) => {
    const { colour, dashes } = look[name] ?? { colour: '#808080', dashes: '' };
    const atY = frame.top + 14 + index * 22;
    return [
      `<line x1="${near(x(4_400))}" x2="${near(x(4_800))}" y1="${near(atY - 4)}" y2="${near(atY - 4)}" stroke="${colour}" stroke-width="2" stroke-dasharray="${dashes}"/>`,
      text(x(4_900), atY, name),
    ];
  });

/** What requests buy, as SVG. Dots are the app's three settings. */
export const plotOf = (curves: readonly Curve[]): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}" font-family="sans-serif" font-size="13" role="img">`,
    '<title>Requests a task against the mean delay of each policy, for tasks of about 105 s</title>',
    ...axes(),
    ...curves.flatMap(lineOf),
    ...legend(curves),
    '</svg>',
    '',
  ].join('\n');
