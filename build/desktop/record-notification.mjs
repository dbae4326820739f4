// dunst runs this for each notification that it shows.
import { appendFileSync } from 'node:fs';

const { env } = process;
const [log = ''] = process.argv.slice(2);

appendFileSync(
  log,
  `${JSON.stringify({
    at: new Date().toISOString(),
    id: Number(env['DUNST_ID']),
    appName: env['DUNST_APP_NAME'] ?? '',
    summary: env['DUNST_SUMMARY'] ?? '',
    body: env['DUNST_BODY'] ?? '',
    urgency: (env['DUNST_URGENCY'] ?? '').toLowerCase(),
    desktopEntry: env['DUNST_DESKTOP_ENTRY'] ?? '',
  })}\n`,
);
