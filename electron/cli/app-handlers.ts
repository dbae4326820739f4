import { words } from '../shared/language/spoken.ts';
import { failed, ok } from '../shared/result.ts';
import type { ControlDependencies } from './control-handlers.ts';
import type { ControlHandlers } from './control-server.ts';
import { doctorReport } from './doctor-report.ts';

type AppHandlers = Pick<ControlHandlers, Extract<keyof ControlHandlers, `app.${string}`>>;

/** What the app does for the commands that are about itself. */
export const appHandlers = ({ ready, version, clock, diagnostics }: ControlDependencies): AppHandlers => ({
  'app.pause': async ({ forMs }) => {
    const app = await ready;
    const until = forMs === null ? null : clock.now() + forMs;
    app.pause(until);
    return ok({ until });
  },
  'app.resume': async () => {
    (await ready).resume();
    return ok(null);
  },
  'app.timing': async ({ promptness }) => {
    const app = await ready;
    if (promptness !== null) app.setPromptness(promptness);
    return ok({ promptness: app.view().status.promptness });
  },
  'app.quiet': async ({ choice }) => {
    const app = await ready;
    if (choice === 'off') app.endQuiet();
    else if (choice !== null) app.quietFor(choice);
    return ok({ quiet: app.view().status.quiet });
  },
  'app.doctor': async () => {
    const app = await ready;
    const surroundings = await diagnostics(app);
    return ok(doctorReport(app.view(), surroundings));
  },
  'app.quit': async () => {
    (await ready).quit();
    return ok(null);
  },
  'app.version': () => ok({ version }),
  'app.language': async () => ok({ language: (await ready).view().status.language }),
  'app.notice': async () => {
    const { storeNotice, storeTrouble } = (await ready).view().status;
    return ok({ text: storeTrouble ?? storeNotice });
  },
  'app.open': async () => {
    (await ready).open();
    return ok(null);
  },
  'app.link': async ({ link }) => {
    (await ready).openLink(link);
    return ok(null);
  },
  'app.demo': async () => {
    const asked = await (await ready).demo.begin();
    return asked.ok
      ? ok({ begun: asked.value })
      : failed({ kind: 'failed', message: words().demo.troubles[asked.trouble] });
  },
  'app.startup': async ({ on }) => {
    const { preferences } = await ready;
    if (on !== null) {
      const set = preferences.setStartsAtLogin(on);
      if (!set.ok)
        return failed({ kind: 'failed', message: words().preferences.startupTroubles[set.trouble] });
    }
    return ok({ on: preferences.read().startsAtLogin });
  },
});
