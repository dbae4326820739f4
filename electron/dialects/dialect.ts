import type { Dialect } from '../core/dialect.ts';

export const dialectIds = ['relay'] as const;

export type DialectId = (typeof dialectIds)[number];

export interface KnownDialect extends Dialect {
  readonly id: DialectId;
}
