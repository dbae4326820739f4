import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrayItem, TrayView } from '../../electron/core/tray-view.ts';
import {
  createTrayPublisher,
  type TrayPublisher,
  type TraySurface,
} from '../../electron/platform/tray-publisher.ts';
import { createManualClock, type ManualClock } from '../fakes/manual-clock.ts';

const lines = (...texts: string[]): readonly TrayItem[] =>
  texts.map((text) => ({ kind: 'action', text, action: { do: 'open' } }));

const view = (some: Partial<TrayView> = {}): TrayView => ({
  icon: 'idle',
  ring: null,
  news: 0,
  tooltip: 'Taskbell',
  menu: lines('Open'),
  ...some,
});

interface Recorder extends TraySurface {
  readonly told: string[];
}

const createRecorder = (): Recorder => {
  const told: string[] = [];
  return {
    told,
    setIcon: ({ icon, ring }) => void told.push(`icon ${icon}${ring === null ? '' : ` ${String(ring)}`}`),
    setNews: (count) => void told.push(`news ${String(count)}`),
    setTooltip: (text) => void told.push(`tooltip ${text}`),
    setMenu: (items) =>
      void told.push(`menu ${items.map((item) => (item.kind === 'separator' ? '-' : item.text)).join()}`),
  };
};

const createStage = (): { clock: ManualClock; surface: Recorder; publisher: TrayPublisher } => {
  const clock = createManualClock();
  return { clock, surface: createRecorder(), publisher: createTrayPublisher(clock) };
};

describe('publishing the tray', () => {
  it('draws everything the first time', () => {
    const { surface, publisher } = createStage();
    publisher.showOn(surface);
    publisher.draw(() => view());
    expect(surface.told).toEqual(['icon idle', 'tooltip Taskbell', 'menu Open']);
  });

  it('then tells only what has changed', async () => {
    const { clock, surface, publisher } = createStage();
    publisher.showOn(surface);
    publisher.draw(() => view());
    await clock.advance(1000);
    publisher.draw(() => view({ tooltip: 'Taskbell: 1 running' }));
    expect(surface.told.slice(3)).toEqual(['tooltip Taskbell: 1 running']);
  });

  it('says nothing when nothing visible has changed', async () => {
    const { clock, surface, publisher } = createStage();
    publisher.showOn(surface);
    publisher.draw(() => view());
    publisher.draw(() => view({ menu: lines('Open') }));
    await clock.advance(10_000);
    expect(surface.told).toHaveLength(3);
    expect(clock.pending()).toBe(0);
  });

  it('holds changes back for a second and then draws the last one', async () => {
    const { clock, surface, publisher } = createStage();
    publisher.showOn(surface);
    publisher.draw(() => view());
    for (const text of ['one', 'two', 'three']) publisher.draw(() => view({ menu: lines(text) }));
    await clock.advance(999);
    expect(surface.told).toHaveLength(3);
    await clock.advance(1);
    expect(surface.told.slice(3)).toEqual(['menu three']);
  });

  it('draws nothing for a change that was taken back in the meantime', async () => {
    const { clock, surface, publisher } = createStage();
    publisher.showOn(surface);
    publisher.draw(() => view());
    publisher.draw(() => view({ icon: 'failed' }));
    publisher.draw(() => view());
    await clock.advance(1000);
    expect(surface.told).toHaveLength(3);
  });

  it('keeps the latest view for a panel that appears later', () => {
    const { surface, publisher } = createStage();
    publisher.draw(() => view({ icon: 'running' }));
    publisher.draw(() => view({ icon: 'attention' }));
    publisher.showOn(surface);
    expect(surface.told[0]).toBe('icon attention');
  });

  it('redraws at most once a second and always ends with the last state, whatever happens', async () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 1400 }), fc.constantFrom('a', 'b', 'c')), {
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (changes) => {
        const { clock, surface, publisher } = createStage();
        const times: number[] = [];
        const setTooltip = (text: string): void => {
          times.push(clock.now());
          surface.setTooltip(text);
        };
        publisher.showOn({ ...surface, setTooltip });
        for (const [waitMs, tooltip] of changes) {
          await clock.advance(waitMs);
          publisher.draw(() => view({ tooltip }));
        }
        await clock.advance(2000);
        const gaps = times.slice(1).map((time, at) => time - (times[at] ?? 0));
        expect(Math.min(1000, ...gaps)).toBe(1000);
        expect(surface.told.findLast((line) => line.startsWith('tooltip'))).toBe(
          `tooltip ${changes.at(-1)?.[1] ?? ''}`,
        );
      }),
      { numRuns: 50 },
    );
  });

  it('draws another step of the ring, and the icon again when its look has changed', async () => {
    const { clock, surface, publisher } = createStage();
    publisher.showOn(surface);
    publisher.draw(() => view({ icon: 'running', ring: 1 }));
    await clock.advance(1000);
    publisher.draw(() => view({ icon: 'running', ring: 2 }));
    publisher.redrawIcon();
    expect(surface.told.filter((line) => line.startsWith('icon'))).toEqual([
      'icon running 1',
      'icon running 2',
      'icon running 2',
    ]);
  });

  it('tells of news also while there is no panel', async () => {
    const clock = createManualClock();
    const news: number[] = [];
    const publisher = createTrayPublisher(clock, (count) => news.push(count));
    publisher.draw(() => view({ news: 2 }));
    await clock.advance(1000);
    publisher.draw(() => view({ news: 2 }));
    await clock.advance(1000);
    publisher.draw(() => view({ news: 0 }));
    expect(news).toEqual([2, 0]);
  });

  it('asks for the view only when it draws, and then for the latest', async () => {
    const { clock, surface, publisher } = createStage();
    const asked: string[] = [];
    const offer = (tooltip: string): void =>
      publisher.draw(() => {
        asked.push(tooltip);
        return view({ tooltip });
      });
    publisher.showOn(surface);
    for (const tooltip of ['1', '2', '3', '4']) offer(tooltip);
    await clock.advance(1000);
    expect(asked).toEqual(['1', '4']);
  });
});
