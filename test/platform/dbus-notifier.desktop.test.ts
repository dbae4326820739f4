import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Notice } from '../../electron/core/announcement.ts';
import type { Clock, Notifier } from '../../electron/core/ports.ts';
import { createDbusNotifier } from '../../electron/platform/dbus-notifier.ts';
import { createSessionBus } from '../../electron/platform/dbus/session-bus.ts';
import { createSystemClock } from '../../electron/platform/system-clock.ts';
import type { Route } from '../../electron/shared/ipc-contract.ts';
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

const nextRoute = (notifier: Notifier): Promise<Route> =>
  new Promise((resolve) => void notifier.onActivate(resolve));

describe('a notice on the desktop', () => {
  it('arrives with its texts, urgency, desktop entry and default action', async () => {
    const service = await daemon();
    const shown = await notifierOn(privateBus.address).show(notice({ urgency: 'critical' }));
    expect(shown).toEqual({ ok: true, value: null });
    expect(service.received).toEqual([
      {
        application: 'Taskbell',
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
    const clicked = nextRoute(notifier);
    service.click(1);
    expect(await clicked).toEqual({ to: 'task', taskId: 'first' });
  });

  it('still counts after the notice has timed out into the history, and no longer once it was dismissed', async () => {
    const service = await daemon();
    const notifier = notifierOn(privateBus.address);
    await notifier.show(notice({ route: { to: 'task', taskId: 'dismissed' } }));
    await notifier.show(notice({ route: { to: 'task', taskId: 'timed-out' } }));
    const clicked = nextRoute(notifier);
    service.close(1, 'dismissed');
    service.close(2, 'timed-out');
    service.click(1);
    service.click(2);
    expect(await clicked).toEqual({ to: 'task', taskId: 'timed-out' });
  });

  it('is not taken for ours when another program has the id', async () => {
    const service = await daemon();
    const notifier = notifierOn(privateBus.address);
    await notifier.show(notice());
    const clicked = nextRoute(notifier);
    service.click(99);
    service.click(1);
    expect(await clicked).toEqual({ to: 'task', taskId: 'task-1' });
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
    const clicked = nextRoute(notifier);
    second.click(2);
    second.click(1);
    expect(await clicked).toEqual({ to: 'task', taskId: 'new' });
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
