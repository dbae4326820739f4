import { relay } from '../../../electron/dialects/relay.ts';
import { cancelled, failed, notExisting, queued, running, succeeded } from '../replies.ts';
import { bearerIs, type Spoken } from '../spoken.ts';

export const relaySpoken: Spoken = {
  dialect: relay,
  remoteId: 'sora-2:task_01k6x15vhrff09dkkqjrzwhm60',
  isAuthorized: bearerIs,
  queued: queued(),
  running: (moment, progress) => running(progress)(moment),
  succeeded: succeeded(),
  failed: (moment, reason) => failed(reason)(moment),
  cancelled: cancelled(),
  notFound: notExisting,
};
