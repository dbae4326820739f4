/** The store could not read or write. The message is a sentence for the user; nothing was changed. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
}
