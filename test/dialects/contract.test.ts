import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dialectIds } from '../../electron/dialects/dialect.ts';
import { dialects } from '../../electron/dialects/registry.ts';
import type { Answered } from '../../electron/core/checker.ts';
import { isFinalPhase, type Report } from '../../electron/shared/task.ts';
import * as replies from '../gateway/replies.ts';
import type { Replier, Reply } from '../gateway/replies.ts';
import { failedFor, runningAt } from '../gateway/spoken.ts';
import { spoken as allSpoken } from '../gateway/spoken/all.ts';
import { realGateway, type RealGateway } from './checker-of.ts';

const now = Date.UTC(2026, 0, 2, 3, 4, 5);
const reason = 'The prompt was flagged by moderation.';

const textOf = (reply: Reply): string => (reply.kind === 'answer' ? reply.body : '');

describe.each(dialectIds)('a %s gateway over HTTP', (dialectId) => {
  const dialect = dialects[dialectId];
  const spoken = allSpoken[dialectId];
  const { remoteId } = spoken;
  let real: RealGateway;

  beforeEach(async () => {
    real = await realGateway(spoken, now);
  });
  afterEach(() => real.server.close());

  const ask = (reply: Replier): Promise<Answered> => {
    real.server.script(remoteId, [reply]);
    return real.checker.ask(real.gateway, remoteId);
  };
  const report = async (reply: Replier): Promise<Report> => {
    const reading = await ask(reply);
    if (reading.kind !== 'report') throw new Error(`No report but ${reading.trouble}`);
    return reading.report;
  };
  const trouble = async (reply: Replier): Promise<string> => {
    const reading = await ask(reply);
    return reading.kind === 'trouble' ? reading.trouble : reading.report.phase;
  };

  it('tells a waiting task from a finished one', async () => {
    expect(isFinalPhase[(await report(spoken.queued)).phase]).toBe(false);
  });

  it('says that a task runs, and how far it is where the API says so', async () => {
    const { phase, progress, links, failure } = await report(runningAt(spoken, 0.42));
    expect({ phase, progress, links, failure }).toEqual({
      phase: 'running',
      progress: dialect.shape.hasProgress ? 0.42 : null,
      links: [],
      failure: null,
    });
  });

  it('stays at 99 % for as long as the gateway does', async () => {
    expect((await report(runningAt(spoken, 0.99))).phase).toBe('running');
  });

  it('brings the link of a success', async () => {
    const { phase, links, linksPending, failure } = await report(spoken.succeeded);
    expect({ phase, linksPending, failure }).toEqual({
      phase: 'succeeded',
      linksPending: false,
      failure: null,
    });
    expect(links.map((link) => link.kind)).toContain('video');
    for (const { url, needsKey } of links) {
      expect(url).toMatch(/^https?:\/\//);
      if (needsKey) expect(new URL(url).origin).toBe(real.server.url);
    }
  });

  it('says why a task failed', async () => {
    const { phase, links, failure } = await report(failedFor(spoken, reason));
    expect({ phase, links }).toEqual({ phase: 'failed', links: [] });
    expect(failure?.code).toMatch(/\S/);
    expect(failure?.message).toMatch(/\S/);
    const isTold = textOf(spoken.failed({ id: remoteId, at: now, passed: 0 }, reason)).includes(reason);
    if (isTold) expect(failure).toMatchObject({ message: reason, reason: 'moderation' });
  });

  it('tells a cancelled task where the API has a word for it', async () => {
    expect(spoken.cancelled === null).toBe((dialect.shape.words.cancelled ?? []).length === 0);
    if (spoken.cancelled !== null) {
      expect(await report(spoken.cancelled)).toMatchObject({ phase: 'cancelled', failure: null });
    }
  });

  it('knows when the gateway has no such task', async () => {
    expect(await trouble(spoken.notFound)).toBe('not-found');
  });

  it('waits as long as a rate limit says, in seconds or as a date', async () => {
    const limited = { kind: 'trouble', trouble: 'rate-limited' };
    expect(await ask(() => replies.rateLimited('7'))).toEqual({ ...limited, retryAfterMs: 7000 });
    const date = new Date(now + 60_000).toUTCString();
    expect(await ask(() => replies.rateLimited(date))).toEqual({ ...limited, retryAfterMs: 60_000 });
    expect(await trouble(spoken.rateLimited ?? (() => replies.rateLimited(null)))).toBe('rate-limited');
  });

  it('takes no outage and no page for an answer', async () => {
    const half: Replier = (moment) => {
      const reply = spoken.succeeded(moment);
      return reply.kind === 'answer'
        ? { ...reply, body: reply.body.slice(0, reply.body.length >> 1) }
        : reply;
    };
    expect(await trouble(replies.broken)).toBe('server-error');
    expect(await trouble(replies.badGateway)).toBe('server-error');
    expect(await trouble(replies.htmlPage)).toBe('not-json');
    expect(await trouble(replies.htmlNotFound)).toBe('not-json');
    expect(await trouble(half)).toBe('not-json');
    expect(await trouble(replies.mislabelledAs(runningAt(spoken, 0.5)))).toBe('running');
  });

  it('sends the key in a header only, and is refused without it', async () => {
    expect((await ask(spoken.succeeded)).kind).toBe('report');
    expect(real.server.requests.length).toBeGreaterThan(0);
    for (const { path, method } of real.server.requests) {
      expect(path).not.toContain(real.server.key);
      expect(method).toBe('GET');
    }
    real.server.accept('another-key-0123456789');
    expect(await trouble(spoken.succeeded)).toBe('refused');
  });

  it('refuses what is about another task', async () => {
    const other = `${remoteId.slice(0, -3)}999`;
    const named = other.slice(other.lastIndexOf('/') + 1);
    const succeededOther: Replier = (moment) => spoken.succeeded({ ...moment, id: other });
    const isNamed = textOf(spoken.succeeded({ id: other, at: now, passed: 0 })).includes(named);
    expect(await trouble(succeededOther)).toBe(isNamed ? 'other-task' : 'succeeded');
  });

  it('passes a gateway Test, which asks for a task that cannot exist', async () => {
    const { gateway, checker, server } = real;
    expect(await checker.test(gateway, server.key)).toMatchObject({ reached: true });
    expect(await checker.test(gateway, 'another-key-0123456789')).toMatchObject({
      reached: false,
      trouble: 'refused',
    });
  });

  it('finds the task in its own addresses', () => {
    const { url } = dialect.request({ remoteId, baseUrl: 'https://gw.example.com', key: 'k' });
    expect(dialect.taskOf(new URL(url))).toEqual({ baseUrl: 'https://gw.example.com', remoteId });
  });
});
