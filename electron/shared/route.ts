import type { DeepLinkTrouble, LinkedWatch } from './deep-link.ts';
import type { Result } from './result.ts';

/** Where the window should go. */
export type Route =
  | { readonly to: 'list' }
  | { readonly to: 'task'; readonly taskId: string }
  /** The list with only what was told together: what ended since the user was away. */
  | { readonly to: 'since-away'; readonly taskIds: readonly string[] }
  | { readonly to: 'settings' }
  /** A `taskbell:` link was opened: ask the user, or say why it was refused. */
  | { readonly to: 'link'; readonly asked: Result<LinkedWatch, DeepLinkTrouble> };

/** What the window says in place of a desktop notification; with a task when it is about one. */
export interface WindowNews {
  readonly text: string;
  readonly taskId: string | null;
}
