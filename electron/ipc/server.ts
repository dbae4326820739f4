import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import * as v from 'valibot';
import type { RequestChannel } from '../shared/ipc-contract.ts';
import type { Handlers } from './handlers.ts';
import { parsers } from './parsers.ts';

/**
 * Answers the window, and nobody else: only the main frame of our own page may ask.
 * `onFailure` is told of what a handler threw; the page learns it too.
 */
export const serveWindow = (
  handlers: Handlers,
  appOrigin: string,
  onFailure: (error: unknown) => void,
): void => {
  for (const channel of Object.keys(parsers) as RequestChannel[]) {
    // Parser and handler of a channel agree, because both are written against its signature.
    const handle = handlers[channel] as (...args: readonly unknown[]) => unknown;
    ipcMain.handle(channel, async (event, ...args: unknown[]) => {
      if (!isOurPage(event, appOrigin)) {
        throw new Error(`${channel}: refused, the sender is not Taskbell’s window`);
      }
      const parsed = v.safeParse(parsers[channel], args);
      // The value is left out of the message: it may be a key.
      if (!parsed.success) throw new Error(`${channel}: refused, its arguments are not as the contract says`);
      try {
        return await handle(...parsed.output);
      } catch (error) {
        onFailure(error);
        throw error;
      }
    });
  }
};

const isOurPage = ({ senderFrame }: IpcMainInvokeEvent, appOrigin: string): boolean =>
  senderFrame !== null && senderFrame.parent === null && originOf(senderFrame.url) === appOrigin;

/** Custom schemes have no origin of their own in Node's URL, so it is put together. */
const originOf = (url: string): string => {
  if (!URL.canParse(url)) return '';
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
};
