import { Socket } from 'node:net';

/**
 * A socket that ends when the library cannot read what came. The library parses inside `readable`, where an
 * exception (a type that it does not know is enough) would otherwise end the whole process.
 */
export class BusSocket extends Socket {
  override emit(event: string | symbol, ...args: unknown[]): boolean {
    if (event !== 'readable') return super.emit(event as 'close', ...(args as [boolean]));
    try {
      return super.emit('readable');
    } catch (error) {
      this.destroy(error instanceof Error ? error : new Error(String(error)));
      return true;
    }
  }
}
