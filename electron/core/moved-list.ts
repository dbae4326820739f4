import type { MovedGateway, ListedMove, MovedList } from '../shared/moves.ts';
import { moveVersion } from '../shared/moves.ts';
import type { Gateway } from '../shared/gateway.ts';
import { messageForScripts } from '../shared/messages.ts';
import type { MovedTask } from './store-ports.ts';

/** A document of JSON with a task a line, in pieces; `MovedList` says what is in it. */
export const jsonHead = (list: Omit<MovedList, 'tasks'>, exportedAt: number): string =>
  [
    `{"taskbell":${String(moveVersion)},"exportedAt":${JSON.stringify(new Date(exportedAt).toISOString())},`,
    `"gateways":${JSON.stringify(list.gateways)},`,
    `"dialects":${JSON.stringify(list.dialects)},`,
    '"tasks":[',
  ].join('\n');
export const jsonLine = (task: ListedMove, isFirst: boolean): string =>
  `${isFirst ? '' : ','}\n${JSON.stringify(task)}`;
export const jsonTail = '\n]}\n';

export const movedGatewayOf = (gateway: Gateway): MovedGateway => {
  const { id, name, baseUrl, dialect, allowPlainHttp, requestsPerSecond, saving } = gateway;
  return { id, name, baseUrl, dialect, allowPlainHttp, requestsPerSecond, saving };
};

export const listedMoveOf = ({ stored, history }: MovedTask): ListedMove => {
  const { task, report, reportedAt, startedAt, finishedAt, seen } = stored;
  return {
    gateway: task.gatewayId,
    remoteId: task.remoteId,
    addedAt: task.addedAt,
    addedFrom: task.addedFrom,
    report,
    reportedAt,
    startedAt,
    finishedAt,
    seen,
    history: history.filter(({ kind }) => kind !== 'progress'),
  };
};

const columns: readonly (readonly [
  string,
  (task: ListedMove, gatewayName: string) => string | number | null,
])[] = [
  ['gateway', (_task, name) => name],
  ['remote id', ({ remoteId }) => remoteId],
  ['title', ({ report }) => report?.title ?? null],
  ['model', ({ report }) => report?.model ?? null],
  ['phase', ({ report }) => report?.phase ?? null],
  ['failure code', ({ report }) => report?.failure?.code ?? null],
  ['failure', ({ report }) => (report?.failure ? messageForScripts(report.failure) : null)],
  ['added', ({ addedAt }) => timeOf(addedAt)],
  ['started', ({ startedAt }) => timeOf(startedAt)],
  ['ended', ({ finishedAt }) => timeOf(finishedAt)],
  [
    'seconds',
    ({ startedAt, addedAt, finishedAt }) =>
      finishedAt === null ? null : Math.max(0, Math.round((finishedAt - (startedAt ?? addedAt)) / 1000)),
  ],
  ['video', ({ report }) => report?.links.find(({ kind }) => kind === 'video')?.url ?? null],
];

const timeOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

export const csvHead = `${columns.map(([name]) => name).join(',')}\r\n`;

export const csvLine = (task: ListedMove, gatewayName: string): string =>
  `${columns.map(([, of]) => csvCell(of(task, gatewayName))).join(',')}\r\n`;

/** A spreadsheet takes a text that begins so for a formula, and would run what a gateway wrote. */
const beginsFormula = /^[\s]*[=+\-@\t\r]/;

const csvCell = (value: string | number | null): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = beginsFormula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};
