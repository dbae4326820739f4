import type { Dialect } from '../core/dialect.ts';
import {
  selectorNames,
  type CustomDialect,
  type DialectPreview,
  type FoundValue,
  type PreviewReading,
  type SelectorName,
} from '../shared/custom-dialect.ts';
import { troublesOf } from './custom-definition.ts';
import { customDialect } from './custom.ts';
import { selectionsOf, type Selections } from './custom-selections.ts';
import { parseObject } from './json-fields.ts';
import { plainText } from './plain-text.ts';

const longestShown = 200;

const isOnlyForSaving: ReadonlySet<string> = new Set(['id', 'label']);

/** What a description makes of a sample answer. Without a remote id the sample may be about any task. */
export const previewOf = (definition: CustomDialect, sample: string, remoteId: string): DialectPreview => {
  const troubles = troublesOf(definition);
  const body = parseObject(sample);
  const canRead = sample.trim() !== '' && Object.keys(troubles).every((field) => isOnlyForSaving.has(field));
  return {
    troubles,
    found: body.ok ? foundIn(selectionsOf(definition)(body.value), definition) : {},
    reading: canRead ? readingOf(customDialect(forAnyTask(definition, remoteId)), sample, remoteId) : null,
  };
};

const forAnyTask = (definition: CustomDialect, remoteId: string): CustomDialect =>
  remoteId === '' ? { ...definition, selectors: { ...definition.selectors, taskId: '' } } : definition;

const foundIn = (found: Selections, { selectors }: CustomDialect): DialectPreview['found'] => {
  const used = selectorNames.filter((name) => selectors[name].trim() !== '');
  return Object.fromEntries(used.map((name): [SelectorName, FoundValue] => [name, shown(found(name))]));
};

const shown = (values: readonly unknown[]): FoundValue => ({
  count: values.length,
  first: values.length === 0 ? null : plainText(textOf(values[0]), longestShown),
});

const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
};

const readingOf = (dialect: Dialect, sample: string, remoteId: string): PreviewReading => {
  const asked = { baseUrl: 'https://gateway.invalid', remoteId, key: '' };
  const found = dialect.read(asked, { status: 200, headers: {}, body: sample }, 0);
  // A description has no further requests.
  if (found.kind !== 'report')
    return { kind: 'trouble', trouble: found.kind === 'trouble' ? found.trouble : 'not-understood' };
  const { phase, stage, progress, title, model, links, failure } = found.report;
  return {
    kind: 'report',
    phase,
    stage,
    progress,
    title,
    model,
    links: links.map(({ kind }) => kind),
    failure,
  };
};
