import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron } from 'playwright';
import type { ListedTask } from '../../../electron/cli/control-contract.ts';
import { words } from '../../../electron/shared/language/spoken.ts';
import { isFinalPhase } from '../../../electron/shared/task.ts';
import { electronHere, openSession } from '../desktop-session.ts';
import { receivedNotifications } from '../received-notifications.ts';
import { waitForTrayItem } from '../tray-item.ts';
import { until } from '../until.ts';
import { createDemoCommandLine, emptyDemo } from './demo-command-line.ts';
import { startDemoGateway } from './demo-gateway.ts';
import { storyIsTold, storyOf, whatIsMissing } from './demo-story.ts';
import { recordTray } from './tray-record.ts';

// Runs on the throw-away desktop: node build/demo.mjs starts it there.
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const repository = fileURLToPath(new URL('../../..', import.meta.url));
const [output = ''] = process.argv.slice(2);
const longestStoryMs = 150_000;

const ended = new Set<string>();
const sayNewEndings = (tasks: readonly ListedTask[]): void => {
  for (const { id, phase, title } of tasks) {
    if (!isFinalPhase[phase] || ended.has(id)) continue;
    ended.add(id);
    say(`  ${words().tasks.phases[phase]}: ${title}`);
  }
};

await mkdir(output, { recursive: true });
const { executable, leading, environment } = electronHere();
const home = path.join(output, '..', 'demo-home');
const env = { ...environment, TASKBELL_HOME: home } as Record<string, string>;
const commandLine = createDemoCommandLine(env);
const gateway = await startDemoGateway();
const session = openSession();
const app = await _electron.launch({
  executablePath: executable,
  args: [...leading, repository],
  env,
  chromiumSandbox: leading.length === 0,
});

try {
  const window = await app.firstWindow();
  const tray = await waitForTrayItem(session, app.process().pid);
  say('The window is open and the tray item is there.');
  // Who looks at the window is told there; the demo is about somebody who has gone on with other work.
  await until('the window to be shown', () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false),
  );
  await until('nobody to look at it', () =>
    app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.blur();
      return BrowserWindow.getFocusedWindow() === null;
    }),
  );
  const record = recordTray(session, tray, path.join(output, 'tray.txt'));
  await commandLine.fill(gateway);
  say(`Watching ${String(gateway.tasks.length)} tasks of the built-in gateway, for a bit over a minute …`);

  const tasks = await until(
    'the ends of the demo’s tasks',
    async () => {
      const listed = await commandLine.list();
      sayNewEndings(listed);
      return storyIsTold(listed) ? listed : null;
    },
    longestStoryMs,
  ).catch(() => commandLine.list());
  const outcome = {
    tasks,
    notifications: await until('the last notification', async () => {
      const notifications = await receivedNotifications();
      return (
        whatIsMissing({ tasks, notifications, trayChanges: 3, promised: [] }).length === 0 && notifications
      );
    }).catch(() => receivedNotifications()),
    trayChanges: await record.stop(),
    promised: gateway.tasks,
  };
  // The pointer rests mid-screen, where it would make a row look chosen.
  await window.mouse.move(0, 0);
  await window.screenshot({ path: path.join(output, 'window.png') });
  const received = outcome.notifications.map((notification) => `${JSON.stringify(notification)}\n`);
  await writeFile(path.join(output, 'notifications.jsonl'), received);

  say(`\n${storyOf(outcome)}`);
  const missing = whatIsMissing(outcome);
  for (const sentence of missing) say(sentence);
  process.exitCode = missing.length === 0 ? 0 : 1;
  await emptyDemo(commandLine);
} finally {
  session.close();
  await app.close();
  await gateway.close();
}
