import { dialectIds, type DialectId } from '../../electron/dialects/dialect.ts';
import { dialects } from '../../electron/dialects/registry.ts';

const columns: readonly (readonly [title: string, cell: (id: DialectId) => string])[] = [
  ['Dialect', (id) => `${dialects[id].label}<br>${code(id)}`],
  ['Asks', (id) => code(`GET ${dialects[id].shape.paths[0]}`)],
  ['Key', (id) => keyHeaders(id).map(code).join('<br>')],
  ['Progress', (id) => (dialects[id].shape.hasProgress ? 'yes' : 'no')],
  ['List', (id) => listed(id)],
  ['Links live', (id) => span(dialects[id].shape.linkLifeMs)],
  ['Cancelled', (id) => (dialects[id].shape.words.cancelled ?? []).map(code).join(', ') || 'no word'],
  ['Pace', (id) => pace(id)],
  ['Source', (id) => dialects[id].shape.source],
];

const code = (text: string): string => `\`${text}\``;

/** The headers that carry the key, as the maker's own host wants them. */
const keyHeaders = (id: DialectId): readonly string[] => {
  const { headers, hosts } = dialects[id].shape;
  return Object.entries(headers('KEY', `https://${hosts[0] ?? 'api.example.com'}`))
    .filter(([, value]) => value.includes('KEY'))
    .map(([name, value]) => `${name}: ${value}`);
};

const listed = (id: DialectId): string => {
  const { list } = dialects[id];
  if (list === null) return 'no';
  const { url, body } = list.request('https://api.example.com', [dialects[id].shape.probeId ?? 'ID'], 'KEY');
  return `${String(list.most)} by ${code(`${body === undefined ? 'GET' : 'POST'} ${new URL(url).pathname}`)}`;
};

const hourMs = 60 * 60 * 1000;

const span = (ms: number | null): string => {
  if (ms === null) return 'not said';
  const [amount, unit] = ms >= 48 * hourMs ? [ms / (24 * hourMs), 'days'] : [ms / hourMs, 'h'];
  return `${String(amount)} ${unit}`;
};

const pace = (id: DialectId): string => {
  const { requestsPerSecond, shortestDelayMs } = dialects[id].pacing;
  const limits = [
    ...(requestsPerSecond === null ? [] : [`${String(requestsPerSecond)} requests a second`]),
    ...(shortestDelayMs === null ? [] : [`${String(shortestDelayMs / 1000)} s apart`]),
  ];
  return limits.join(', ') || 'not said';
};

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/** What each dialect supports, as the table of the user's guide. */
export const dialectTable = (): string =>
  [
    row(columns.map(([title]) => title)),
    row(columns.map(() => '---')),
    ...dialectIds.map((id) => row(columns.map(([, cell]) => cell(id)))),
  ].join('\n');
