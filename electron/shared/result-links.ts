/** Why there is no link that leads to a video. */
export type CopyTrouble = 'no-link' | 'link-ended';

/** `needs-key`: the gateway hands the file only to who brings the key, which a browser does not. */
export type OpenTrouble = CopyTrouble | 'not-https' | 'needs-key' | 'no-program';

/** How many links were copied, and how many were left out because they have ended. */
export interface CopiedLinks {
  readonly copied: number;
  readonly ended: number;
}
