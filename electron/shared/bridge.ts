import type { EventChannel, Events, RequestChannel, Requests } from './ipc-contract.ts';

/** What the preload offers the window, as `window.taskbell`. */
export interface Bridge {
  request<Channel extends RequestChannel>(
    channel: Channel,
    ...args: Parameters<Requests[Channel]>
  ): Promise<ReturnType<Requests[Channel]>>;
  /** Calls back on every event of the channel; the returned function ends that. */
  on<Channel extends EventChannel>(channel: Channel, react: (payload: Events[Channel]) => void): () => void;
}
