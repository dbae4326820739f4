import type { DialectNamed } from '../core/dialect.ts';
import type { DialectId, KnownDialect } from './dialect.ts';
import { relay } from './relay.ts';

/** A record, so that a new id must bring its dialect before anything compiles. */
export const dialects: Readonly<Record<DialectId, KnownDialect>> = { relay };

export const dialectNamed: DialectNamed = (id) =>
  Object.values(dialects).find((dialect) => dialect.id === id) ?? null;
