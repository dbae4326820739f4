import { oneLine } from '../core/one-line.ts';
import { budgetText } from '../shared/budget-text.ts';
import { words } from '../shared/language/spoken.ts';
import { minuteTimeText } from '../shared/local-time.ts';
import { nextCheckReasonText, standstillOf } from '../shared/next-check-text.ts';
import type { DoctorGateway, DoctorReport } from './control-contract.ts';
import { labelled, table } from './terminal-text.ts';

/** The pause as commands tell of it. */
export const pausedText = (until: number | null, now: number): string =>
  `paused${until === null ? '' : ` until ${minuteTimeText(until, now)}`}; "taskbell resume" goes on with them`;

const standOf = (report: DoctorReport, now: number): string => {
  switch (standstillOf(report)) {
    case 'paused':
      return pausedText(report.pausedUntil, now);
    case 'offline':
      return 'waiting: there is no network';
    case null:
      return report.slowedBy === null ? 'going on' : `slower: ${words().timing.slowReasons[report.slowedBy]}`;
  }
};

const tasksOf = (unfinished: number): string =>
  unfinished === 0 ? 'none unfinished' : `${String(unfinished)} unfinished`;

const nextOf = (report: DoctorReport, now: number): string => {
  const { unfinished, nextCheckAt, nextCheckReason } = report;
  if (nextCheckAt === null && unfinished === 0) return 'none';
  return nextCheckReasonText({ nextCheckAt, waitReason: nextCheckReason }, now, standstillOf(report));
};

const gatewayRow = (gateway: DoctorGateway, now: number): readonly string[] => [
  gateway.name,
  String(gateway.unfinished),
  String(gateway.requestsLastMinute),
  budgetText(gateway),
  gateway.trouble === null ? '' : words().tasks.troubles[gateway.trouble],
  gateway.waitReason === null
    ? ''
    : nextCheckReasonText({ nextCheckAt: gateway.waitingUntil, waitReason: gateway.waitReason }, now, null),
];

const headings = ['GATEWAY', 'TASKS', 'LAST MINUTE', 'AT MOST', 'TROUBLE', 'WAITS'] as const;

/** The report as a person reads it, what may hold checks up first. */
export const doctorText = (report: DoctorReport, now: number, width: number): string => {
  const about = labelled([
    ['Taskbell', `${report.version}, Electron ${report.electron}`],
    ['Checks', standOf(report, now)],
    ['Timing', report.promptness],
    ['Tasks', tasksOf(report.unfinished)],
    ['Next check', nextOf(report, now)],
    ['Requests', `${String(report.requestsLastMinute)} in the last minute`],
    ['Keyring', oneLine(report.keyring)],
    ['Notifications', oneLine(report.notifications)],
    ['Tray', oneLine(report.tray)],
    ['Power', oneLine(report.power)],
    ['Network', oneLine(report.network)],
    ['Store', oneLine(report.storeTrouble ?? '')],
    ['Data folder', oneLine(report.dataFolder)],
    ['Storage', oneLine(report.storage)],
  ]);
  if (report.gateways.length === 0) return about;
  return `${about}\n\n${table(
    headings,
    report.gateways.map((gateway) => gatewayRow(gateway, now)),
    width,
  )}`;
};
