import type { DialectPreview, PreviewReading } from '../electron/shared/custom-dialect.ts';
import { words } from '../electron/shared/language/spoken.ts';

const longestSlug = 40;

/** An id for a new description, made of its name and unlike the ids that are taken. */
export const customIdOf = (label: string, taken: readonly string[]): string => {
  const slug = label
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replaceAll(/^-+|-+$/g, '');
  // A name without Latin letters still needs an id.
  const id = `custom:${slug === '' ? 'api' : slug}`;
  for (let number = 2; ; number += 1) {
    const free = number === 2 ? id : `${id}-${String(number - 1)}`;
    if (!taken.includes(free)) return free;
  }
};

/** The words of a field in which commas or line breaks part them. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** What Taskbell would make of the sample: a heading and what more there is to say. */
export interface PreviewText {
  readonly tone: 'quiet' | 'ready' | 'running' | 'failed' | 'lost';
  readonly heading: string;
  readonly lines: readonly string[];
}

export const previewText = (preview: DialectPreview | null, sample: string): PreviewText => {
  if (sample.trim() === '') {
    return { tone: 'quiet', heading: 'Paste an answer of the API to see how it is read.', lines: [] };
  }
  const reading = preview?.reading ?? null;
  if (reading === null) {
    return { tone: 'quiet', heading: 'Fill in the fields until the answer can be read.', lines: [] };
  }
  return reading.kind === 'report'
    ? { tone: tones[reading.phase], heading: headingOf(reading), lines: linesOf(reading) }
    : { tone: 'lost', heading: 'Not read as a task', lines: [words().checks.troubles[reading.trouble]] };
};

type ReadReport = Extract<PreviewReading, { kind: 'report' }>;

const tones: Readonly<Record<ReadReport['phase'], PreviewText['tone']>> = {
  queued: 'quiet',
  running: 'running',
  succeeded: 'ready',
  failed: 'failed',
  cancelled: 'quiet',
  lost: 'lost',
};

const headingOf = ({ phase, progress, stage }: ReadReport): string => {
  const percent = progress === null ? '' : `, ${String(Math.floor(progress * 100))} %`;
  return `${words().tasks.phases[phase]}${percent}${stage === null ? '' : ` (status “${stage}”)`}`;
};

const linesOf = ({ phase, title, model, links, failure }: ReadReport): readonly string[] => [
  ...(title === null ? [] : [`Title: ${title}`]),
  ...(model === null ? [] : [`Model: ${model}`]),
  ...(phase === 'succeeded' ? [`Links: ${links.length === 0 ? 'none found' : links.join(', ')}`] : []),
  ...(failure === null ? [] : [`Failure: ${failure.message} (${failure.code})`]),
];
