import { describe, expect, it } from 'vitest';
import { transitionBetween } from '../../electron/core/transition.ts';
import { isFinalPhase, type Phase } from '../../electron/shared/task.ts';
import { reportOf } from '../fakes/stored-samples.ts';

const phases = Object.keys(isFinalPhase) as Phase[];
const unfinished = phases.filter((phase) => !isFinalPhase[phase]);
const final = phases.filter((phase) => isFinalPhase[phase]);

const between = (from: Phase, to: Phase) =>
  transitionBetween(reportOf({ phase: from }), reportOf({ phase: to }));

describe('a task ends', () => {
  it('when any unfinished phase becomes any final one, and only then', () => {
    for (const from of unfinished) {
      for (const to of phases) expect(between(from, to).ended, `${from} to ${to}`).toBe(isFinalPhase[to]);
    }
  });

  it('at first sight when it is final already', () => {
    expect(transitionBetween(null, reportOf({ phase: 'failed' }))).toMatchObject({ from: null, ended: true });
    expect(transitionBetween(null, reportOf({ phase: 'queued' }))).toMatchObject({
      from: null,
      ended: false,
    });
  });

  it('only once: a final word that is repeated or changed is no second end', () => {
    for (const from of final.filter((phase) => phase !== 'lost')) {
      const others = phases.filter((to) => from !== 'failed' || to !== 'succeeded');
      for (const to of others) expect(between(from, to).ended, `${from} to ${to}`).toBe(false);
    }
  });

  it('anew when it was lost and the gateway names its end after all', () => {
    expect(between('lost', 'succeeded').ended).toBe(true);
    expect(between('lost', 'lost').ended).toBe(false);
    expect(between('lost', 'running').ended).toBe(false);
  });
});

describe('a failure that the gateway takes back', () => {
  it('is a new end once it is a success, and none in any other way', () => {
    expect(between('failed', 'succeeded').ended).toBe(true);
    expect(between('failed', 'running').ended).toBe(false);
  });
});

describe('what has changed', () => {
  it('is the phase at first sight, and the progress when one is named', () => {
    const first = reportOf({ phase: 'queued', progress: null });
    expect(transitionBetween(null, first)).toMatchObject({ phaseChanged: true, progressChanged: false });
  });

  it('is not the progress when the gateway stops to name it', () => {
    const before = reportOf({ progress: 0.4 });
    expect(transitionBetween(before, reportOf({ progress: null })).progressChanged).toBe(false);
    expect(transitionBetween(before, reportOf({ progress: 0.4 })).progressChanged).toBe(false);
    expect(transitionBetween(before, reportOf({ progress: 0.3 })).progressChanged).toBe(true);
  });
});
