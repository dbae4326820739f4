import { redact } from '../core/redaction.ts';
import type { Diagnostics } from '../shared/diagnostics.ts';
import { words } from '../shared/language/spoken.ts';
import type { WatchlistView } from '../shared/watchlist-view.ts';
import { doctorReport } from './doctor-report.ts';
import { doctorText } from './doctor-text.ts';

export interface DiagnosticsMoment {
  readonly now: number;
  /** The user's own folder, which often has the user's name. */
  readonly home: string;
}

const columns = 120;

/** What `doctor` prints, for somebody else: without keys, links and addresses, and without where the user's folder is. */
export const diagnosticsText = (
  view: WatchlistView,
  diagnostics: Diagnostics,
  { now, home }: DiagnosticsMoment,
): string => {
  const text = doctorText(doctorReport(view, diagnostics), now, columns);
  const somewhere = home.length > 1 ? text.replaceAll(home, '~') : text;
  return `${redact(somewhere, [])}\n${words().appAnswers.doctor.system(`${process.platform} ${process.arch}`)}\n`;
};
