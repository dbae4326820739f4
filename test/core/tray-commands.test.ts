import { describe, expect, it } from 'vitest';
import type { TrayItem } from '../../electron/core/tray-view.ts';
import { completed, failedTask, running } from '../fakes/scripted-http.ts';
import { addGateway, startWholeApp, type WholeApp } from '../fakes/whole-app.ts';

interface Stage {
  readonly whole: WholeApp;
  readonly taskId: string;
}

const ended = async (answer: (id: string) => ReturnType<typeof completed>): Promise<Stage> => {
  const whole = startWholeApp();
  await addGateway(whole);
  whole.http.answer('task_1', running('task_1', 0.4));
  whole.app.tasks.watch('task_1', null, 'window');
  await whole.clock.advance(5_000);
  whole.http.answer('task_1', answer('task_1'));
  await whole.clock.advance(10 * 60_000);
  return { whole, taskId: whole.onlyTask().id };
};

const texts = ({ desktop }: WholeApp): readonly string[] =>
  (desktop.trayViews.at(-1)?.menu ?? []).map((item: TrayItem) => ('text' in item ? item.text : '---'));

describe('an ended task in the tray', () => {
  it('opens its video, which counts as having seen it', async () => {
    const { whole, taskId } = await ended(completed);
    whole.desktop.chooseInTray({ do: 'open-video', taskId });
    expect(whole.desktop.opener).toEqual(['https://cdn.example.com/task_1.mp4']);
    expect(whole.onlyTask().seen).toBe(true);
    whole.app.stop();
  });

  it('copies its link', async () => {
    const { whole, taskId } = await ended(completed);
    whole.desktop.chooseInTray({ do: 'copy-link', taskId });
    await whole.clock.advance(0);
    expect(whole.desktop.clipboard).toBe('https://cdn.example.com/task_1.mp4');
    whole.app.stop();
  });

  it('is put away; the list of the window keeps it', async () => {
    const { whole, taskId } = await ended(completed);
    expect(texts(whole).some((text) => text.startsWith('Ready'))).toBe(true);
    whole.desktop.chooseInTray({ do: 'dismiss', taskId });
    await whole.clock.advance(2_000);
    expect(texts(whole).some((text) => text.startsWith('Ready'))).toBe(false);
    expect(whole.onlyTask().seen).toBe(true);
    whole.app.stop();
  });

  it('that failed is asked about again, and comes back when the gateway goes on with it', async () => {
    const { whole, taskId } = await ended(failedTask);
    const asked = whole.http.requests.length;
    await whole.clock.advance(60 * 60_000);
    expect(whole.http.requests).toHaveLength(asked);
    whole.http.answer('task_1', running('task_1', 0.6));
    whole.desktop.chooseInTray({ do: 'check', taskId });
    await whole.clock.advance(1_000);
    expect(whole.onlyTask()).toMatchObject({ phase: 'running', progress: 0.6 });
    whole.app.stop();
  });
});
