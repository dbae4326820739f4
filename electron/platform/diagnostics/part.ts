import type { Result } from '../../shared/result.ts';

/** A part of the surroundings: how it is, and a way to try it out. Both as sentences for a person. */
export interface PartOfDesktop {
  read(): Promise<string>;
  test(): Promise<Result<string, string>>;
}
