import { describe, expect, it } from 'vitest';
import type { Answered, Checker } from '../../electron/core/checker.ts';
import { createCompany } from '../../electron/core/company.ts';
import { dialectNamed } from '../../electron/dialects/registry.ts';
import type { Report } from '../../electron/shared/task.ts';
import { gatewayOf, reportOf } from '../fakes/stored-samples.ts';

type ListAnswer = Awaited<ReturnType<Checker['askList']>>;

const gateway = gatewayOf({ dialect: 'openai-videos' });

/** A checker that answers lists as told and single questions with a report titled by the id. */
const start = (listAnswer: () => ListAnswer) => {
  const asked: string[] = [];
  const checker: Checker = {
    ask: (_gateway, remoteId) => {
      asked.push(remoteId);
      return Promise.resolve({ kind: 'report', report: reportOf({ title: remoteId }) });
    },
    askList: (_gateway, remoteIds) => {
      asked.push(`list of ${String(remoteIds.length)}`);
      return Promise.resolve(listAnswer());
    },
    test: () => Promise.resolve({ reached: true, dialect: null }),
  };
  return { asked, company: createCompany(checker, dialectNamed) };
};

const troubled = (trouble: 'not-json' | 'rate-limited'): Extract<Answered, { kind: 'trouble' }> => ({
  kind: 'trouble',
  trouble,
  retryAfterMs: 7_000,
});

const listOf = (...entries: readonly (readonly [string, Report])[]) => new Map(entries);

describe('many tasks of a gateway with a list', () => {
  it('are asked about in one request', async () => {
    const { asked, company } = start(() => listOf(['a', reportOf()], ['b', reportOf()]));
    const answers = await company.ask(gateway, ['a', 'b']);
    expect(asked).toEqual(['list of 2']);
    expect([...answers.keys()]).toEqual(['a', 'b']);
    expect(company.mostAtOnce(gateway)).toBe(100);
  });

  it('are asked about alone once they have ended, for what a list leaves out', async () => {
    const { asked, company } = start(() =>
      listOf(['a', reportOf({ phase: 'succeeded' })], ['b', reportOf()]),
    );
    const answers = await company.ask(gateway, ['a', 'b']);
    expect(asked).toEqual(['list of 2']);
    expect([...answers.keys()]).toEqual(['b']);
    expect([company.canJoin(gateway.id, 'a'), company.canJoin(gateway.id, 'b')]).toEqual([false, true]);
  });

  it('are asked about alone from then on when the list does not speak of them', async () => {
    const { asked, company } = start(() => listOf(['a', reportOf()]));
    const answers = await company.ask(gateway, ['a', 'b']);
    expect(asked).toEqual(['list of 2']);
    expect([...answers.keys()]).toEqual(['a']);
    expect([company.canJoin(gateway.id, 'a'), company.canJoin(gateway.id, 'b')]).toEqual([true, false]);
  });

  it('are all asked about alone at a gateway that turns out to have no list', async () => {
    const { asked, company } = start(() => troubled('not-json'));
    const answers = await company.ask(gateway, ['a', 'b']);
    expect(asked).toEqual(['list of 2']);
    expect([...answers.keys()]).toEqual([]);
    expect(company.mostAtOnce(gateway)).toBe(1);
  });

  it('are asked about in one request again once the gateway has another address', async () => {
    const { company } = start(() => troubled('not-json'));
    await company.ask(gateway, ['a', 'b']);
    expect(company.mostAtOnce({ ...gateway, baseUrl: 'https://other.example.com' })).toBe(100);
  });

  it('share a trouble that is the whole gateway’s, without any further request', async () => {
    const { asked, company } = start(() => troubled('rate-limited'));
    const answers = await company.ask(gateway, ['a', 'b']);
    expect(asked).toEqual(['list of 2']);
    expect(answers.get('b')).toEqual(troubled('rate-limited'));
  });
});

describe('a single task, or a gateway without a list', () => {
  it('is asked about by itself', async () => {
    const { asked, company } = start(() => listOf());
    await company.ask(gateway, ['a']);
    expect(asked).toEqual(['a']);
    expect(company.mostAtOnce(gatewayOf({ dialect: 'relay' }))).toBe(1);
  });
});
