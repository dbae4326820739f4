import type { Result } from '../shared/result.ts';
import type { SaveTrouble } from '../shared/saving.ts';
import type { Media } from './media-signature.ts';
import type { SaveSource } from './save-queue.ts';

/** Where a result, or a picture of it, is to be had. */
export type ResultPlace =
  { readonly at: 'file'; readonly path: string } | { readonly at: 'link'; readonly source: SaveSource };

export interface ResultViews {
  /** What stands there, told from its first bytes; no more of it is asked for. Never rejects. */
  mediaAt(place: ResultPlace): Promise<Result<Media, SaveTrouble>>;
}

/** The small pictures that are kept. No method rejects. */
export interface PictureShelf {
  /** A JPEG; null when none is kept of this task. */
  read(taskId: string): Promise<Uint8Array | null>;
  /** Makes a small JPEG of what stands there and keeps it; null when nothing can be made of it. */
  make(taskId: string, place: ResultPlace): Promise<Uint8Array | null>;
  drop(taskIds: readonly string[]): Promise<void>;
  empty(): Promise<void>;
}
