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
    expect(whole.app.tasks.openVideo(whole.onlyTask().id)).toEqual({ ok: true, value: null });
    expect(whole.desktop.opener).toEqual(['https://cdn.example.com/1.mp4']);
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
    expect(whole.app.tasks.openVideo(whole.onlyTask().id).ok).toBe(false);
    expect(whole.desktop.opener).toEqual([]);
  });
});
