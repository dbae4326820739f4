import type { CustomDialect } from '../../electron/shared/custom-dialect.ts';

const nothing = { progress: '', title: '', model: '', video: '', thumbnail: '', audio: '' };
const nothingMore = { failureCode: '', failureMessage: '', createdAt: '', updatedAt: '', taskId: '' };

/** An invented API with words, percentages and a key header of its own. */
export const lumen: CustomDialect = {
  id: 'custom:lumen',
  label: 'Lumen',
  paths: ['/api/jobs/{id}', '/jobs/{id}/watch'],
  header: { name: 'X-Api-Key', value: '{key}' },
  selectors: {
    status: '$.job.state',
    progress: '$.job.percent',
    title: '$.job.prompt',
    model: '$.job.engine',
    video: '$.job.files[?@.type == "video"].href',
    thumbnail: '$.job.files[?@.type == "still"].href',
    audio: '',
    failureCode: '$.job.problem.code',
    failureMessage: '$.job.problem.text',
    createdAt: '$.job.created',
    updatedAt: '$.job.changed',
    taskId: '$.job.id',
  },
  progressScale: 'percent',
  words: {
    queued: ['waiting'],
    succeeded: ['ready'],
    failed: ['broken'],
    cancelled: ['stopped'],
    gone: ['unheard of'],
  },
};

export const lumenAnswer = (job: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ job: { id: 'job-7', state: 'rendering', ...job } });

/** An invented API that says everything in numbers, and of which little is described. */
export const orbit: CustomDialect = {
  id: 'custom:orbit-2',
  label: 'Orbit',
  paths: ['/query?task={id}'],
  header: { name: 'Authorization', value: 'Token {key}' },
  selectors: {
    ...nothing,
    ...nothingMore,
    status: '$.parts[*].code',
    progress: '$.done',
    video: '$..url',
  },
  progressScale: 'fraction',
  words: { queued: ['0'], succeeded: ['2'], failed: ['-2', '3'], cancelled: [], gone: [] },
};
