import type { Notice, NoticeAction, NoticeKind } from '../core/announcement.ts';
import { oneLine } from '../core/one-line.ts';
import { words } from '../shared/language/spoken.ts';
import { bodyFor } from './notification-text.ts';

/** What the daemon says that it can do. */
export type Capabilities = readonly string[];

export interface DbusNotice {
  readonly signature: 'susssasa{sv}i';
  readonly body: readonly unknown[];
  /** By the name under which the daemon tells of a click. */
  readonly actions: ReadonlyMap<string, NoticeAction>;
}

const urgencyBytes: Readonly<Record<Notice['urgency'], number>> = { normal: 1, critical: 2 };

/** Of the notification specification's list of categories. Other kinds have none there. */
const categories: Readonly<Partial<Record<NoticeKind, string>>> = {
  succeeded: 'transfer.complete',
  failed: 'transfer.error',
  lost: 'transfer.error',
  cancelled: 'transfer',
  digest: 'transfer',
};

/** Of the sound naming specification; the desktop has the files, or something nearer to its taste. */
const soundNames: Readonly<Partial<Record<NoticeKind, string>>> = {
  succeeded: 'complete',
  failed: 'dialog-warning',
  lost: 'dialog-warning',
};

/** A notice as `Notify` takes it; `replacesId` is 0 for one that takes no other's place. */
export const dbusNoticeOf = (
  notice: Notice,
  icon: string,
  capabilities: Capabilities,
  replacesId: number,
): DbusNotice => {
  const actions = actionsOf(notice);
  const buttons = new Map((notice.buttons ?? []).map(({ text, action }) => [action.do, text]));
  // A daemon without this ability may show what it is given as text.
  const names = capabilities.includes('actions') ? [...actions.keys()] : [];
  return {
    signature: 'susssasa{sv}i',
    body: [
      'Taskbell',
      replacesId,
      icon,
      oneLine(notice.title),
      bodyFor(capabilities, notice.body),
      names.flatMap((name) => [name, buttons.get(name as NoticeAction['do']) ?? words().notices.open]),
      hintsOf(notice, capabilities),
      -1,
    ],
    actions,
  };
};

/** A click on the notice itself is the action `default`. */
const actionsOf = ({ route, buttons = [] }: Notice): ReadonlyMap<string, NoticeAction> =>
  new Map<string, NoticeAction>([
    ['default', { do: 'open', route }],
    ...buttons.map(({ action }) => [action.do, action] as const),
  ]);

type Hint = readonly [string, readonly [string, unknown]];

const hintsOf = ({ urgency, kind = 'message', silent = false }: Notice, capabilities: Capabilities) => {
  const hints: Hint[] = [
    ['urgency', ['y', urgencyBytes[urgency]]],
    ['desktop-entry', ['s', 'io.github.taskbell.Taskbell']],
  ];
  const category = categories[kind];
  if (category !== undefined) hints.push(['category', ['s', category]]);
  if (silent) hints.push(['suppress-sound', ['b', true]]);
  else if (capabilities.includes('sound'))
    hints.push(['sound-name', ['s', soundNames[kind] ?? 'message-new-instant']]);
  return hints;
};
