/** What a `taskbell://` link asks for. Nothing is done before the user has said yes. */
export interface LinkedWatch {
  /** Ids or links of tasks, one a line. */
  readonly text: string;
  /** The gateway that the link names; there may be none of that name. */
  readonly gateway: string | null;
}

export type DeepLinkTrouble =
  | 'not-readable'
  | 'unknown-action'
  | 'unknown-part'
  | 'no-task'
  | 'too-many'
  | 'too-long'
  | 'not-a-task'
  | 'holds-secret';

/** Why a link was refused. */
export const deepLinkSentences: Readonly<Record<DeepLinkTrouble, string>> = {
  'not-readable': 'A taskbell: link was refused, because it is not written as such links are.',
  'unknown-action': 'A taskbell: link was refused, because it asks for something other than to watch a task.',
  'unknown-part': 'A taskbell: link was refused, because it has a part that Taskbell does not know.',
  'no-task': 'A taskbell: link was refused, because it names no task.',
  'too-many': 'A taskbell: link was refused, because it names more than 50 tasks.',
  'too-long': 'A taskbell: link was refused, because it is too long.',
  'not-a-task': 'A taskbell: link was refused, because what it names cannot be a task.',
  'holds-secret':
    'A taskbell: link was refused, because it carries a key or a password. Never open such links.',
};
