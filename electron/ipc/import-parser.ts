import * as v from 'valibot';
import { gatewaySavings } from '../shared/saving.ts';
import { words, type Words } from '../shared/language/spoken.ts';
import { moveVersion, type MovedList } from '../shared/moves.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { customDialect } from './custom-dialect-parser.ts';
import { eventKind, linkKind, origin, phase, reason } from './moved-words.ts';

/** Why a file was not imported; `at` is where in it. */
export type ImportTrouble =
  | { readonly kind: 'too-large' | 'not-json' | 'too-deep' | 'not-an-export' | 'newer' }
  | { readonly kind: 'not-as-expected' | 'twice' | 'of-no-gateway'; readonly at: string };

/** As many characters as an export of over 100,000 tasks has. */
const longestText = 150_000_000;
/** An export nests six deep. A parser would spend gigabytes on millions of brackets. */
const deepest = 24;

/** Control characters but tab and line break: no gateway means them, and a terminal would obey them. */

const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

const textUpTo = (length: number) =>
  v.pipe(
    v.string(),
    v.maxLength(length),
    v.check((text) => !control.test(text), 'control character'),
  );
const name = v.pipe(textUpTo(200), v.minLength(1));
const text = textUpTo(10_000);
const at = v.pipe(v.number(), v.safeInteger());
const part = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const link = v.pipe(textUpTo(20_000), v.regex(/^https?:\/\//i));
const report = v.object({
  phase,
  progress: v.nullable(part),
  stage: v.nullable(text),
  title: v.nullable(text),
  model: v.nullable(text),
  links: v.pipe(
    v.array(
      v.object({
        kind: linkKind,
        url: link,
        needsKey: v.boolean(),
        expiresAt: v.nullable(at),
      }),
    ),
    v.maxLength(100),
  ),
  linksPending: v.boolean(),
  failure: v.nullable(v.object({ code: text, message: text, reason })),
  queuePosition: v.nullable(v.number()),
  createdAt: v.nullable(v.number()),
  updatedAt: v.nullable(v.number()),
});

const task = v.object({
  gateway: name,
  remoteId: v.pipe(textUpTo(2_000), v.minLength(1)),
  addedAt: at,
  addedFrom: origin,
  report: v.nullable(report),
  reportedAt: v.nullable(at),
  startedAt: v.nullable(at),
  finishedAt: v.nullable(at),
  seen: v.boolean(),
  history: v.pipe(
    v.array(
      v.object({
        at,
        kind: eventKind,
        phase: v.nullable(phase),
        progress: v.nullable(part),
        note: v.nullable(text),
      }),
    ),
    v.maxLength(500),
  ),
});

const gateway = v.object({
  id: name,
  name,
  baseUrl: link,
  dialect: name,
  allowPlainHttp: v.boolean(),
  requestsPerSecond: v.nullable(v.number()),
  // What older versions exported does not say.
  saving: v.optional(v.picklist(gatewaySavings), 'as-set'),
});

const head = v.object({
  taskbell: v.literal(moveVersion),
  gateways: v.pipe(v.array(gateway), v.maxLength(1_000)),
  dialects: v.pipe(v.array(customDialect), v.maxLength(200)),
  tasks: v.pipe(v.array(v.unknown()), v.maxLength(1_000_000)),
});

const tasksAtOnce = 200;
const charactersAtOnce = 4_000_000;
const otherWork = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** Reads an exported file, in pieces so that other work gets its turn. Nothing else than what it names comes out. */
export const readImport = async (json: string): Promise<Result<MovedList, ImportTrouble>> => {
  if (json.length > longestText) return failed({ kind: 'too-large' });
  if (await nestsDeeperThan(deepest, json)) return failed({ kind: 'too-deep' });
  const value = parsed(json);
  if (value === undefined) return failed({ kind: 'not-json' });
  const whole = v.safeParse(head, value);
  if (!whole.success) return failed(headTrouble(value, v.getDotPath(whole.issues[0]) ?? ''));
  const gatewayIds = new Set(whole.output.gateways.map(({ id }) => id));
  if (gatewayIds.size < whole.output.gateways.length) return failed({ kind: 'twice', at: 'gateways' });
  const tasks: v.InferOutput<typeof task>[] = [];
  const ids = new Set<string>();
  for (const [index, one] of whole.output.tasks.entries()) {
    const place = `tasks.${String(index)}`;
    const read = v.safeParse(task, one, { abortEarly: true });
    if (!read.success) {
      return failed({ kind: 'not-as-expected', at: `${place}.${v.getDotPath(read.issues[0]) ?? ''}` });
    }
    if (!gatewayIds.has(read.output.gateway)) return failed({ kind: 'of-no-gateway', at: place });
    const id = JSON.stringify([read.output.gateway, read.output.remoteId]);
    if (ids.has(id)) return failed({ kind: 'twice', at: place });
    ids.add(id);
    tasks.push(read.output);
    if (index % tasksAtOnce === 0) await otherWork();
  }
  const { gateways, dialects } = whole.output;
  return ok({ gateways, dialects, tasks });
};

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
};

const headTrouble = (value: unknown, at: string): ImportTrouble => {
  const version = typeof value === 'object' && value !== null && 'taskbell' in value ? value.taskbell : null;
  if (typeof version === 'number' && version > moveVersion) return { kind: 'newer' };
  return version === moveVersion ? { kind: 'not-as-expected', at } : { kind: 'not-an-export' };
};

const nestsDeeperThan = async (limit: number, json: string): Promise<boolean> => {
  let depth = 0;
  let inText = false;
  for (let index = 0; index < json.length; index += 1) {
    const code = json.charCodeAt(index);
    if (inText) {
      if (code === 0x5c) index += 1;
      else if (code === 0x22) inText = false;
    } else if (code === 0x22) inText = true;
    else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > limit) return true;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
    if (index % charactersAtOnce === 0) await otherWork();
  }
  return false;
};

/** Why nothing was imported, as a sentence. */
export const importSentence = (trouble: ImportTrouble): string => {
  const said = words().moves;
  return said.nothingImported(reasonOf(trouble, said));
};

const reasonOf = (trouble: ImportTrouble, said: Words['moves']): string => {
  switch (trouble.kind) {
    case 'too-large':
      return said.tooLarge;
    case 'not-json':
      return said.notJson;
    case 'too-deep':
    case 'not-an-export':
      return said.notAnExport;
    case 'newer':
      return said.newer;
    case 'not-as-expected':
      return said.notAsExpected(trouble.at);
    case 'twice':
      return said.twice(trouble.at);
    case 'of-no-gateway':
      return said.ofNoGateway(trouble.at);
  }
};
