import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Bridge } from './shared/bridge.ts';

/** No logic here: main checks the sender and parses every argument. */
const bridge: Bridge = {
  request: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  on: (channel, react) => {
    // The event object is not handed on: it would give the page the sender, and so all of ipcRenderer.
    const listener = (_event: IpcRendererEvent, payload: Parameters<typeof react>[0]): void => react(payload);
    ipcRenderer.on(channel, listener);
    return () => void ipcRenderer.off(channel, listener);
  },
};

contextBridge.exposeInMainWorld('taskbell', bridge);
