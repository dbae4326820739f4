import { afterEach, describe, expect, it } from 'vitest';
import { digestOf, noticeOf } from '../../electron/core/digest.ts';
import { displayWidth } from '../../electron/core/display-width.ts';
import { menuColumns } from '../../electron/core/tray-task-items.ts';
import { trayViewOf, type TrayItem } from '../../electron/core/tray-view.ts';
import { chinese } from '../../electron/shared/language/chinese.ts';
import { english } from '../../electron/shared/language/english.ts';
import { spokenIn } from '../../electron/shared/language/languages.ts';
import { speak } from '../../electron/shared/language/spoken.ts';
import { rowTextOf } from '../../renderer/row-text.ts';
import { statusTextOf } from '../../renderer/status-text.ts';
import { pseudoLocale } from '../fakes/pseudo-locale.ts';
import { announcementOf } from '../fakes/stored-samples.ts';
import { appStatus, sampleNow, taskEntry, viewOf } from '../renderer/view-samples.ts';

afterEach(() => speak(spokenIn.en));

/** Each text of a catalogue with its place; a text that takes arguments is asked for with those that are given. */
const textsOf = (catalogue: unknown, place = ''): readonly (readonly [string, string])[] => {
  if (typeof catalogue === 'string') return [[place, catalogue]];
  if (typeof catalogue !== 'object' || catalogue === null) return [];
  return Object.entries(catalogue).flatMap(([name, one]) => textsOf(one, `${place}.${name}`));
};

describe('the Chinese catalogue', () => {
  const texts = textsOf(chinese);

  it('has every text of the English one', () => {
    expect(texts.map(([place]) => place).sort()).toEqual(
      textsOf(english)
        .map(([place]) => place)
        .sort(),
    );
  });

  it('is in Chinese, but for names', () => {
    const names = /^(?:ID|URL|API|GIF|Taskbell|”。| |)$/;
    expect(texts.filter(([, text]) => !/\p{Script=Han}/u.test(text) && !names.test(text))).toEqual([]);
  });

  it('uses no half-width punctuation behind Chinese', () => {
    expect(texts.filter(([, text]) => /\p{Script=Han}[,.;:!?()]/u.test(text))).toEqual([]);
  });

  it('parts Chinese from Latin letters and digits by a space', () => {
    const stuck = /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u;
    expect(texts.filter(([, text]) => stuck.test(text))).toEqual([]);
  });
});

describe('in the pseudo-locale', () => {
  const labels = (items: readonly TrayItem[]): readonly string[] =>
    items.flatMap((item) => {
      if (item.kind === 'separator') return [];
      return item.kind === 'submenu' ? [item.text, ...labels(item.items)] : [item.text];
    });
  const tasks = [
    taskEntry({ id: '1', title: 'boat', trouble: 'timed-out' }),
    taskEntry({ id: '2', title: 'boat', phase: 'queued', progress: null }),
    taskEntry({ id: '3', title: 'boat', phase: 'lost', seen: false, finishedAt: sampleNow }),
    taskEntry({ id: '4', title: 'boat', phase: 'succeeded', seen: false, finishedAt: sampleNow }),
  ];
  const bracketed = /^(?:\d+%|⟦[^]*⟧)(?: · \S+)*(?: · ⟦[^]*⟧)?$/u;

  it('nothing in the tray stands outside the catalogue, and no line is too wide for the menu', () => {
    speak(pseudoLocale);
    const view = viewOf({ tasks, status: appStatus({ quiet: { reason: 'desktop', until: null } }) });
    const { menu, tooltip } = trayViewOf(view, sampleNow);
    expect(tooltip).toMatch(bracketed);
    for (const label of labels(menu)) expect(label).toMatch(bracketed);
    const lines = menu.filter((item) => item.kind !== 'separator' && item.text.includes('boat'));
    for (const line of lines) {
      expect(displayWidth(line.kind === 'separator' ? '' : line.text)).toBeLessThanOrEqual(menuColumns);
    }
  });

  it('nothing in a notice stands outside the catalogue', () => {
    speak(pseudoLocale);
    const told = tasks.map((task) => ({
      announcement: announcementOf({ kind: 'failed' as const, taskId: task.id, decidedAt: sampleNow }),
      task,
    }));
    for (const { title, body } of [...told.map((one) => noticeOf(one)), digestOf(told)]) {
      expect(title).toMatch(bracketed);
      expect(body.replaceAll('boat', '')).toMatch(/^(?:⟦[^]*⟧)?$/u);
    }
  });

  it('nothing in a row or at the foot of the window stands outside the catalogue', () => {
    speak(pseudoLocale);
    expect(statusTextOf(viewOf({ tasks: [] }), sampleNow).text).toMatch(bracketed);
    for (const task of tasks) {
      const { chip, second } = rowTextOf(task, sampleNow, null);
      expect(chip).toMatch(bracketed);
      expect(second).toMatch(/^(?:⟦[^]*⟧)?$/u);
    }
  });
});
