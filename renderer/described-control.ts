import type { Snippet } from 'svelte';

/** What ties a control to its label and to what is said below it. */
export interface Described {
  readonly id: string;
  readonly class: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string;
}

export type DescribedControl = Snippet<[Described]>;
