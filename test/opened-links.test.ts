import { describe, expect, it } from 'vitest';
import { json } from './fakes/scripted-http.ts';
import { addGateway, startWholeApp, type WholeApp } from './fakes/whole-app.ts';

const readyWith = async (url: string): Promise<WholeApp> => {
  const whole = startWholeApp();
  await addGateway(whole);
  whole.http.answer('task_1', json({ id: 'task_1', status: 'completed', video_url: url }));
  whole.app.tasks.watch('task_1', null, 'window');
  await whole.clock.advance(10_000);
  return whole;
};

describe('the link of a finished video', () => {
  it('is opened outside when it is https', async () => {
    const whole = await readyWith('https://cdn.example.com/1.mp4');
    const opened = whole.app.tasks.openVideo(whole.onlyTask().id);
    // At once: a desktop takes it for what the user has just clicked for a moment only.
    expect(whole.desktop.opener).toEqual(['https://cdn.example.com/1.mp4']);
    expect(await opened).toEqual({ ok: true, value: null });
  });

  it.each([
    'http://cdn.example.com/1.mp4',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://host/share',
    'data:text/html,x',
    'ms-settings:privacy',
  ])('is never opened when it is %s', async (url) => {
    const whole = await readyWith(url);
    expect((await whole.app.tasks.openVideo(whole.onlyTask().id)).ok).toBe(false);
    expect(whole.desktop.opener).toEqual([]);
  });
});

describe('a link that has ended', () => {
  const signedFor = (seconds: number, name: string): string =>
    `https://cdn.example.com/${name}.mp4?X-Amz-Date=20260102T000000Z&X-Amz-Expires=${String(seconds)}`;
  const anew = 'https://cdn.example.com/anew.mp4';
  const ready = (url: string) => json({ id: 'task_1', status: 'completed', video_url: url });

  const ended = async (): Promise<WholeApp> => {
    const whole = await readyWith(signedFor(60 * 60 * 6, 'old'));
    await whole.clock.advance(24 * 60 * 60_000);
    expect(whole.onlyTask().links[0]?.expiresAt).toBeLessThan(whole.clock.now());
    return whole;
  };

  const eachWay: readonly (readonly [string, (whole: WholeApp) => Promise<unknown>, readonly string[]])[] = [
    ['opened', (whole) => whole.app.results.open(whole.onlyTask().id), [anew]],
    ['copied', (whole) => whole.app.tasks.copyLink(whole.onlyTask().id), []],
    ['copied with others', (whole) => whole.app.tasks.copyLinks([whole.onlyTask().id]), []],
  ];

  it.each(eachWay)('is asked for anew before it is %s, once', async (_way, use, opener) => {
    const whole = await ended();
    whole.http.answer('task_1', ready(anew));
    const asked = whole.http.requests.length;
    const done = use(whole);
    await whole.clock.advance(5000);
    await done;
    expect(whole.http.requests).toHaveLength(asked + 1);
    expect(whole.desktop.opener).toEqual(opener);
    if (opener.length === 0) expect(whole.desktop.clipboard).toBe(anew);
    expect(whole.onlyTask()).toMatchObject({ phase: 'succeeded', links: [{ url: anew }] });
  });

  it.each(['2026-01-09T00:00:00Z', null])(
    'is opened when the gateway has put off its end, to %s, and left its address',
    async (later) => {
      const url = 'https://cdn.example.com/same.mp4';
      const answer = (expires_at: string | null) =>
        json({ id: 'task_1', status: 'completed', video_url: url, expires_at });
      const whole = startWholeApp();
      await addGateway(whole);
      whole.http.answer('task_1', answer('2026-01-02T12:00:00Z'));
      whole.app.tasks.watch('task_1', null, 'window');
      await whole.clock.advance(24 * 60 * 60_000);
      whole.http.answer('task_1', answer(later));
      const opened = whole.app.results.open(whole.onlyTask().id);
      await whole.clock.advance(5000);
      expect(await opened).toEqual({ ok: true, value: null });
      expect(whole.desktop.opener).toEqual([url]);
    },
  );

  it.each(eachWay)('is not %s when the gateway gives no other', async (_way, use) => {
    const whole = await ended();
    const asked = whole.http.requests.length;
    const done = use(whole);
    await whole.clock.advance(5000);
    expect([
      { ok: false, trouble: 'link-ended' },
      { copied: 0, ended: 1 },
    ]).toContainEqual(await done);
    expect(whole.http.requests).toHaveLength(asked + 1);
    expect(whole.desktop.opener).toEqual([]);
    expect(whole.desktop.clipboard).toBe('');
    expect(whole.onlyTask().phase).toBe('succeeded');
  });

  it.each(['open-video', 'copy-link'] as const)(
    'is said so where %s was chosen in the tray',
    async (chosen) => {
      const whole = await ended();
      whole.desktop.chooseInTray({ do: chosen, taskId: whole.onlyTask().id });
      await whole.clock.advance(5000);
      expect(whole.desktop.notices.at(-1)?.body).toBe(
        'The link to this video has ended, and the gateway gave no other.',
      );
    },
  );
});
