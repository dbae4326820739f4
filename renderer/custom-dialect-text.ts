import type { DialectPreview, PreviewReading } from '../electron/shared/custom-dialect.ts';
import { words } from '../electron/shared/language/spoken.ts';
import { reasonText } from '../electron/shared/messages.ts';

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
  const said = words().editor;
  if (sample.trim() === '') {
    return { tone: 'quiet', heading: said.pasteAnswer, lines: [] };
  }
  const reading = preview?.reading ?? null;
  if (reading === null) {
    return { tone: 'quiet', heading: said.fillIn, lines: [] };
  }
  return reading.kind === 'report'
    ? { tone: tones[reading.phase], heading: headingOf(reading), lines: linesOf(reading) }
    : { tone: 'lost', heading: said.notRead, lines: [words().checks.troubles[reading.trouble]] };
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
  const { withPercent, withStatus } = words().editor;
  const name = words().tasks.phases[phase];
  const heading = progress === null ? name : withPercent(name, Math.floor(progress * 100));
  return stage === null ? heading : withStatus(heading, stage);
};

const linesOf = ({ phase, title, model, links, failure }: ReadReport): readonly string[] => {
  const said = words().editor;
  return [
    ...(title === null ? [] : [said.title(title)]),
    ...(model === null ? [] : [said.model(model)]),
    ...(phase === 'succeeded' ? [said.links(links.map((kind) => said.linkKinds[kind]))] : []),
    ...(failure === null ? [] : [said.failure(reasonText(failure), failure.code)]),
  ];
};
