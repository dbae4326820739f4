import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { answeringWith, channels, RefusedArguments } from './answering.ts';
import type { Handlers } from './handlers.ts';
import type { MessageRates } from './message-rates.ts';

/**
 * Answers the window, and nobody else: only the main frame of our own page may ask, and no more often than `rates` has it.
 * `onFailure` is told of what a handler threw; the page learns it too.
 */
export const serveWindow = (
  handlers: Handlers,
  rates: MessageRates,
  appOrigin: string,
  onFailure: (error: unknown) => void,
): void => {
  const answer = answeringWith(handlers);
  for (const channel of channels) {
    ipcMain.handle(channel, async (event, ...sent: unknown[]) => {
      if (!isOurPage(event, appOrigin)) {
        throw new Error(`${channel}: refused, the sender is not Taskbell’s window`);
      }
      if (!rates.admits(channel)) throw new Error(`${channel}: refused, too many messages at once`);
      try {
        return await answer(channel, sent);
      } catch (error) {
        if (!(error instanceof RefusedArguments)) onFailure(error);
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
