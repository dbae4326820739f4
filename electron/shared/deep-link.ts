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
