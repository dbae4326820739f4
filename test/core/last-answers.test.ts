import { describe, expect, it } from 'vitest';
import { createLastAnswers } from '../../electron/core/last-answers.ts';

const answer = (body: string) => ({ status: 200, headers: {}, body });

describe('the last answer about a task', () => {
  it('is the newest, indented when it is JSON', () => {
    const answers = createLastAnswers();
    answers.note('g-1', 'task_1', answer('{"status":"queued"}'), 1);
    answers.note('g-1', 'task_1', answer('{"status":"running"}'), 2);
    answers.note('g-2', 'task_1', answer('Bad gateway'), 3);
    expect(answers.of('g-1', 'task_1')).toEqual({
      at: 2,
      status: 200,
      text: '{\n  "status": "running"\n}',
      isCut: false,
    });
    expect(answers.of('g-2', 'task_1')?.text).toBe('Bad gateway');
    expect(answers.of('g-2', 'task_2')).toBeNull();
  });

  it('is shown without what looks like a key, and with its links', () => {
    const answers = createLastAnswers();
    answers.note('g-1', 'task_1', answer('{"api_key":"abcdef123","url":"https://cdn.example/a?sig=1"}'), 1);
    const text = answers.of('g-1', 'task_1')?.text ?? '';
    expect(text).not.toContain('abcdef123');
    expect(text).toContain('https://cdn.example/a?sig=1');
  });

  it('is cut when it is very long, and says so', () => {
    const answers = createLastAnswers();
    answers.note('g-1', 'whole', answer('x'.repeat(100_000)), 1);
    answers.note('g-1', 'long', answer('x'.repeat(2_000_000)), 1);
    expect(answers.of('g-1', 'whole')).toMatchObject({ isCut: false });
    expect(answers.of('g-1', 'long')).toMatchObject({ isCut: true, text: 'x'.repeat(100_000) });
  });

  it('is kept for the 200 tasks that were asked about last', () => {
    const answers = createLastAnswers();
    for (let task = 1; task <= 200; task += 1)
      answers.note('g-1', `task_${String(task)}`, answer('{}'), task);
    answers.note('g-1', 'task_1', answer('{}'), 201);
    answers.note('g-1', 'task_201', answer('{}'), 202);
    expect(answers.of('g-1', 'task_1')?.at).toBe(201);
    expect(answers.of('g-1', 'task_2')).toBeNull();
    expect(answers.of('g-1', 'task_3')).not.toBeNull();
  });
});
