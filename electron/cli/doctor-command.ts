import { askRunning } from './asking.ts';
import { complain, print, type Command } from './commands.ts';
import { doctorText } from './doctor-text.ts';
import { safeJson } from './terminal-text.ts';

/** Does not start the app: that it does not run is the answer then. */
export const doctor: Command<'doctor'> = async (given, io) => {
  const report = await askRunning(io, 'app.doctor', {});
  if (!report.ok) return complain(io, report.trouble);
  return print(
    io,
    given.given('json')
      ? safeJson(report.value)
      : doctorText(report.value, io.clock.now(), io.columns ?? 160),
  );
};
