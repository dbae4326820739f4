import { oneLine } from '../core/one-line.ts';
import { budgetText } from '../shared/budget-text.ts';
import { words } from '../shared/language/spoken.ts';
import { minuteTimeText } from '../shared/local-time.ts';
import { nextCheckReasonText, standstillOf } from '../shared/next-check-text.ts';
import type { DoctorGateway, DoctorReport } from './control-contract.ts';
import { labelled, table } from './terminal-text.ts';

/** The pause as commands tell of it. */
export const pausedText = (until: number | null, now: number): string =>
  until === null
    ? words().appAnswers.doctor.paused
    : words().appAnswers.doctor.pausedUntil(minuteTimeText(until, now));

const standOf = (report: DoctorReport, now: number): string => {
  const said = words().appAnswers.doctor;
  switch (standstillOf(report)) {
    case 'paused':
      return pausedText(report.pausedUntil, now);
    case 'offline':
      return said.noNetwork;
    case null:
      return report.slowedBy === null
        ? said.goingOn
        : said.slower(words().timing.slowReasons[report.slowedBy]);
  }
};

const tasksOf = (unfinished: number): string =>
  unfinished === 0
    ? words().appAnswers.doctor.noneUnfinished
    : words().appAnswers.doctor.unfinished(unfinished);

const nextOf = (report: DoctorReport, now: number): string => {
  const { unfinished, nextCheckAt, nextCheckReason } = report;
  if (nextCheckAt === null && unfinished === 0) return words().appAnswers.doctor.none;
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

/** The report as a person reads it, what may hold checks up first. */
export const doctorText = (report: DoctorReport, now: number, width: number): string => {
  const said = words().appAnswers.doctor;
  const about = labelled([
    ['Taskbell', `${report.version}, Electron ${report.electron}`],
    [said.checks, standOf(report, now)],
    [said.timing, words().timing.promptnesses[report.promptness].name],
    [said.tasks, tasksOf(report.unfinished)],
    [said.nextCheck, nextOf(report, now)],
    [said.requests, said.inLastMinute(report.requestsLastMinute)],
    [said.keyring, oneLine(report.keyring)],
    [said.notifications, oneLine(report.notifications)],
    [said.tray, oneLine(report.tray)],
    [said.power, oneLine(report.power)],
    [said.network, oneLine(report.network)],
    [said.store, oneLine(report.storeTrouble ?? '')],
    [said.dataFolder, oneLine(report.dataFolder)],
    [said.storage, oneLine(report.storage)],
  ]);
  if (report.gateways.length === 0) return about;
  return `${about}\n\n${table(
    words().commandLine.headings.doctor,
    report.gateways.map((gateway) => gatewayRow(gateway, now)),
    width,
  )}`;
};
