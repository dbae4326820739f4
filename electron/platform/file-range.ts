/** A piece of a file; both ends are in it. */
export interface FileRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The piece of a file of `size` bytes that a Range header asks for. Null where all of it is asked for, also by what
 * is not understood; 'outside' where there is no such piece.
 */
export const rangeIn = (header: string | null, size: number): FileRange | 'outside' | null => {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  const [, first = '', last = ''] = asked ?? [];
  if (first === '' && last === '') return null;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'outside' : { from: size - length, to: size - 1 };
  }
  const from = Number(first);
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (from >= size) return 'outside';
  // A range that ends before it begins is none.
  return to < from ? null : { from, to };
};
