import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Notice, NoticeAction } from '../../electron/core/announcement.ts';
import type { Clock, Notifier } from '../../electron/core/ports.ts';
import { createDbusNotifier } from '../../electron/platform/dbus-notifier.ts';
import { createSessionBus } from '../../electron/platform/dbus/session-bus.ts';
import { createSystemClock } from '../../electron/platform/system-clock.ts';
import { startNotificationService, type NotificationService } from './notification-service.ts';
import { startPrivateBus, type PrivateBus } from './private-bus.ts';

const notice = (some: Partial<Notice> = {}): Notice => ({
  title: 'Ready',
  body: 'Paper boat',
  urgency: 'normal',
  route: { to: 'task', taskId: 'task-1' },
  ...some,
});

/** Real time, ten times faster: what waits 3 s here waits 300 ms. */
const hastyClock: Clock = {
  now: () => Date.now(),
  steady: () => performance.now(),
  after: (delayMs, run) => createSystemClock().after(delayMs / 10, run),
};

let privateBus: PrivateBus;

beforeEach(async () => {
  privateBus = await startPrivateBus();
});
afterEach(() => privateBus.dispose());

const notifierOn = (address: string | null, clock: Clock = createSystemClock()): Notifier => {
  const bus = createSessionBus(address, clock);
  onTestFinished(() => bus.close());
  return createDbusNotifier(bus, { icon: 'taskbell' });
};

const daemon = (
  options: { capabilities?: readonly string[]; hanging?: boolean } = {},
): Promise<NotificationService> =>
  startNotificationService(privateBus.address, { capabilities: ['body'], ...options });

const nextAction = (notifier: Notifier): Promise<NoticeAction> =>
  new Promise((resolve) => void notifier.onActivate(resolve));

const toTask = (taskId: string): NoticeAction => ({ do: 'open', route: { to: 'task', taskId } });

describe('a notice on the desktop', () => {
  it('arrives with its texts, urgency, desktop entry and default action', async () => {
    const service = await daemon({ capabilities: ['body', 'actions'] });
    const shown = await notifierOn(privateBus.address).show(notice({ urgency: 'critical' }));
    expect(shown).toEqual({ ok: true, value: null });
    expect(service.received).toEqual([
      {
        application: 'Taskbell',
        replaces: 0,
        icon: 'taskbell',
        title: 'Ready',
        body: 'Paper boat',
        actions: ['default', 'Open'],
        hints: { urgency: 2, 'desktop-entry': 'io.github.taskbell.Taskbell' },
      },
    ]);
  });

  it('has its body escaped where the daemon reads markup, and its title never', async () => {
    const service = await daemon({ capabilities: ['body', 'body-markup'] });
    await notifierOn(privateBus.address).show(notice({ title: 'Cats & <dogs>', body: 'Cats & <i>dogs</i>' }));
    expect(service.received[0]).toMatchObject({
      title: 'Cats & <dogs>',
      body: 'Cats &amp; &lt;i&gt;dogs&lt;/i&gt;',
    });
  });

  it('has its body as it is where the daemon reads no markup', async () => {
    const service = await daemon();
    await notifierOn(privateBus.address).show(notice({ body: 'Cats & <i>dogs</i>' }));
    expect(service.received[0]?.body).toBe('Cats & <i>dogs</i>');
  });

  it('survives characters that the bus cannot carry', async () => {
    const service = await daemon();
    const shown = await notifierOn(privateBus.address).show(
      notice({ title: 'a\0b\ud800', body: 'one\0\ntwo' }),
    );
    expect(shown.ok).toBe(true);
    expect(service.received[0]).toMatchObject({ title: 'ab\ufffd', body: 'one\ntwo' });
  });
});

describe('a click on a notice', () => {
  it('leads to its own task', async () => {
    const service = await daemon();
    const notifier = notifierOn(privateBus.address);
    await notifier.show(notice({ route: { to: 'task', taskId: 'first' } }));
    await notifier.show(notice({ route: { to: 'task', taskId: 'second' } }));
    const clicked = nextAction(notifier);
    service.click(1);
    expect(await clicked).toEqual(toTask('first'));
  });

  it('still counts after the notice has timed out into the history, and no longer once it was dismissed', async () => {
    const service = await daemon();
    const notifier = notifierOn(privateBus.address);
    await notifier.show(notice({ route: { to: 'task', taskId: 'dismissed' } }));
    await notifier.show(notice({ route: { to: 'task', taskId: 'timed-out' } }));
    const clicked = nextAction(notifier);
    service.close(1, 'dismissed');
    service.close(2, 'timed-out');
    service.click(1);
    service.click(2);
    expect(await clicked).toEqual(toTask('timed-out'));
  });

  it('is not taken for ours when another program has the id', async () => {
    const service = await daemon();
    const notifier = notifierOn(privateBus.address);
    await notifier.show(notice());
    const clicked = nextAction(notifier);
    service.click(99);
    service.click(1);
    expect(await clicked).toEqual(toTask('task-1'));
  });
});

const videoButtons = [
  { text: 'Open video', action: { do: 'open-video', taskId: 'task-1' } },
  { text: 'Copy link', action: { do: 'copy-link', taskId: 'task-1' } },
] as const;

describe('the buttons of a notice', () => {
  it('are offered where the daemon has actions, and tell what was clicked', async () => {
    const service = await daemon({ capabilities: ['body', 'actions'] });
    const notifier = notifierOn(privateBus.address);
    await notifier.show(notice({ buttons: videoButtons }));
    expect(service.received[0]?.actions).toEqual([
      ...['default', 'Open'],
      ...['open-video', 'Open video'],
      ...['copy-link', 'Copy link'],
    ]);
    const clicked = nextAction(notifier);
    service.click(1, 'copy-link');
    expect(await clicked).toEqual({ do: 'copy-link', taskId: 'task-1' });
  });

  it('are left out where it has none', async () => {
    const service = await daemon({ capabilities: ['body'] });
    await notifierOn(privateBus.address).show(notice({ buttons: videoButtons }));
    expect(service.received[0]?.actions).toEqual([]);
  });

  it('bring along the token with which another program may come to the front, for one click only', async () => {
    const service = await daemon({ capabilities: ['actions'] });
    const tokens: string[] = [];
    const bus = createSessionBus(privateBus.address, createSystemClock());
    onTestFinished(() => bus.close());
    const notifier = createDbusNotifier(bus, {
      icon: 'taskbell',
      withActivation: (token, run) => {
        tokens.push(token);
        run();
      },
    });
    await notifier.show(notice());
    let clicks = 0;
    notifier.onActivate(() => (clicks += 1));
    service.sendToken(1, 'token-1');
    service.click(1);
    service.click(1);
    await expect.poll(() => clicks).toBe(2);
    expect(tokens).toEqual(['token-1', '']);
  });
});

describe('a notice of the same task', () => {
  it('takes the place of the one before, until the user has closed that', async () => {
    const service = await daemon();
    const notifier = notifierOn(privateBus.address);
    const again = (): Promise<unknown> => notifier.show(notice({ key: 'task:task-1' }));
    await again();
    await again();
    service.close(1, 'dismissed');
    // The signal comes before the answer to a later question.
    await notifier.show(notice());
    await again();
    expect(service.received.map(({ replaces }) => replaces)).toEqual([0, 1, 0, 0]);
  });

  it('takes no place after the daemon was replaced, where old ids may be those of others', async () => {
    const notifier = notifierOn(privateBus.address);
    const first = await daemon();
    await notifier.show(notice({ key: 'task:task-1' }));
    first.die();
    const second = await daemon();
    await notifier.show(notice({ key: 'task:task-1' }));
    expect(second.received.map(({ replaces }) => replaces)).toEqual([0]);
  });
});

describe('a digest', () => {
  it('takes the place of one of the notices it tells of, and closes the others', async () => {
    const service = await daemon();
    const notifier = notifierOn(privateBus.address);
    for (const key of ['task:a', 'task:b', 'task:c']) await notifier.show(notice({ key }));
    await notifier.show(
      notice({ key: 'digest:1', replaces: ['task:a', 'task:b', 'task:c', 'task:unknown'] }),
    );
    expect(service.received.at(-1)?.replaces).toBe(1);
    await expect.poll(() => service.closed).toEqual([2, 3]);
    await notifier.show(notice({ key: 'digest:1' }));
    expect(service.received.at(-1)?.replaces).toBe(1);
  });
});

describe('the sound of a notice', () => {
  it('is named where the daemon has sounds, and suppressed where none is wanted', async () => {
    const service = await daemon({ capabilities: ['sound'] });
    const notifier = notifierOn(privateBus.address);
    await notifier.show(notice({ kind: 'succeeded' }));
    await notifier.show(notice({ kind: 'succeeded', silent: true }));
    expect(service.received[0]?.hints).toMatchObject({
      'sound-name': 'complete',
      category: 'transfer.complete',
    });
    expect(service.received[1]?.hints).toMatchObject({ 'suppress-sound': true });
    expect(service.received[1]?.hints).not.toHaveProperty('sound-name');
  });
});

describe('what the daemon can do', () => {
  it('is asked once a daemon', async () => {
    const notifier = notifierOn(privateBus.address);
    const first = await daemon({ capabilities: ['actions'] });
    for (let count = 0; count < 3; count += 1) await notifier.show(notice());
    expect(first.capabilityQuestions).toBe(1);
    first.die();
    const second = await daemon({ capabilities: [] });
    for (let count = 0; count < 3; count += 1) await notifier.show(notice());
    expect(second.capabilityQuestions).toBe(1);
    expect(second.received[0]?.actions).toEqual([]);
  });
});

describe('a desktop that does not answer', () => {
  it('is absent without a session bus', async () => {
    expect(await notifierOn(null).show(notice())).toEqual({ ok: false, trouble: 'absent' });
  });

  it('is absent when the address leads nowhere, and makes no noise', async () => {
    const address =
      'unix:path=/nowhere/bus;unix:abstract=nobody-listens-here;tcp:port=99999;autolaunch:;nonsense';
    expect(await notifierOn(address).show(notice())).toEqual({ ok: false, trouble: 'absent' });
  });

  it('is absent when no daemon runs and the bus knows none to start', async () => {
    expect(await notifierOn(privateBus.address).show(notice())).toEqual({ ok: false, trouble: 'absent' });
  });

  it('gives no answer when the daemon hangs', async () => {
    await daemon({ hanging: true });
    expect(await notifierOn(privateBus.address, hastyClock).show(notice())).toEqual({
      ok: false,
      trouble: 'no-answer',
    });
  });
});

describe('a desktop that comes and goes', () => {
  it('is used as soon as a daemon starts', async () => {
    const notifier = notifierOn(privateBus.address);
    expect((await notifier.show(notice())).ok).toBe(false);
    const service = await daemon();
    expect((await notifier.show(notice())).ok).toBe(true);
    expect(service.received).toHaveLength(1);
  });

  it('is asked anew what it can do after its daemon was replaced, and old ids are void', async () => {
    const notifier = notifierOn(privateBus.address);
    const first = await daemon();
    for (const taskId of ['older', 'old']) await notifier.show(notice({ route: { to: 'task', taskId } }));
    first.die();
    const second = await daemon({ capabilities: ['body-markup'] });
    await notifier.show(notice({ body: '<b>', route: { to: 'task', taskId: 'new' } }));
    expect(second.received[0]?.body).toBe('&lt;b&gt;');
    const clicked = nextAction(notifier);
    second.click(2);
    second.click(1);
    expect(await clicked).toEqual(toTask('new'));
  });

  it('is told again as soon as a daemon that hung goes on', async () => {
    const service = await daemon({ hanging: true });
    const notifier = notifierOn(privateBus.address, hastyClock);
    expect((await notifier.show(notice())).ok).toBe(false);
    service.setHanging(false);
    expect((await notifier.show(notice())).ok).toBe(true);
    expect(service.received).toHaveLength(1);
  });

  it('answers a notice that was under way when the daemon died', async () => {
    const service = await daemon({ hanging: true });
    const shown = notifierOn(privateBus.address).show(notice());
    await service.asked;
    service.die();
    expect(await shown).toEqual({ ok: false, trouble: 'failed' });
  });

  it('answers a notice that was under way when the bus died, and is found again on the next bus', async () => {
    const hanging = await daemon({ hanging: true });
    const notifier = notifierOn(privateBus.address, hastyClock);
    const shown = notifier.show(notice());
    await hanging.asked;
    await privateBus.stop();
    expect(await shown).toEqual({ ok: false, trouble: 'absent' });
    await privateBus.start();
    const service = await daemon();
    await expect.poll(async () => (await notifier.show(notice())).ok, { timeout: 10_000 }).toBe(true);
    expect(service.received).toHaveLength(1);
  });
});
