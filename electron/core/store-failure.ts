/** The store could not write. The message is a sentence for the user; nothing was changed. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
}
