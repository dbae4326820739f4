import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDueHeap } from '../../electron/core/due-heap.ts';

interface Listed {
  readonly key: string;
  readonly dueAt: number;
}

interface Act extends Listed {
  readonly do: 'set' | 'delete';
}

const act: fc.Arbitrary<Act> = fc.record({
  do: fc.constantFrom('set' as const, 'set' as const, 'delete' as const),
  key: fc.nat({ max: 40 }).map(String),
  dueAt: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constant(Infinity)),
});

/** The same by sorting: a key that is set anew comes after those that were there, of equal ones the older goes first. */
const sorted = (list: readonly Listed[]): Listed[] =>
  [...list].sort((a, b) => (a.dueAt === b.dueAt ? 0 : a.dueAt - b.dueAt));

describe('a heap of due times', () => {
  it('is at every moment what a sorted list would be', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 200 }), (acts) => {
        const heap = createDueHeap();
        let list: Listed[] = [];
        for (const { do: what, key, dueAt } of acts) {
          const known = list.some((one) => one.key === key);
          list = list.filter((one) => one.key !== key);
          if (what === 'set') {
            heap.set(key, dueAt);
            list.push({ key, dueAt });
          } else expect(heap.delete(key)).toBe(known);
          const [first = null] = sorted(list);
          expect(heap.first()).toEqual(first === null ? null : expect.objectContaining(first));
          expect(heap.size).toBe(list.length);
          expect(heap.dueAt(key)).toBe(what === 'set' ? dueAt : null);
        }
        expect([...heap.entries()].map(({ key }) => key).sort()).toEqual(list.map(({ key }) => key).sort());
        const taken: string[] = [];
        for (let first = heap.first(); first !== null; first = heap.first()) {
          taken.push(first.key);
          heap.delete(first.key);
        }
        expect(taken).toEqual(sorted(list).map(({ key }) => key));
      }),
    );
  });
});
