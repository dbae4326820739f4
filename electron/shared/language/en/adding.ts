import type { DeepLinkTrouble } from '../../deep-link.ts';
import type { ReferenceNote, WatchTrouble } from '../../watching.ts';
import { counted } from './counting.ts';

const keyUnused = 'The key in the text is not used; a gateway’s key is changed in Settings.';

/** What is made of a text that names tasks. */
export const adding = {
  troubles: {
    'nothing-found': 'No task id was found in this text. Paste an id, or several on lines of their own.',
    'no-gateway': 'Add a gateway first, so that Taskbell knows where to ask.',
    'unknown-gateway': 'There is no gateway of that name.',
    'which-gateway': 'There are several gateways. Choose the one that has this task.',
    'unknown-address':
      'No gateway has the address in this text. Add it as a gateway, or choose the one that has this task.',
    'too-many': 'That is more than 1,000 ids at once. Paste fewer.',
  } satisfies Record<WatchTrouble, string>,
  /** Why a text that was understood holds no id. */
  notes: {
    'error-answer': 'This is an error of the gateway, not a task. No id is in it.',
    'create-request':
      'This request makes a new video and holds no id yet. Paste what the gateway answers to it.',
  } satisfies Record<ReferenceNote, string>,
  /** Why a link was refused. */
  linkTroubles: {
    'not-readable': 'A taskbell: link was refused, because it is not written as such links are.',
    'unknown-action':
      'A taskbell: link was refused, because it asks for something other than to watch a task.',
    'unknown-part': 'A taskbell: link was refused, because it has a part that Taskbell does not know.',
    'no-task': 'A taskbell: link was refused, because it names no task.',
    'too-many': 'A taskbell: link was refused, because it names more than 50 tasks.',
    'too-long': 'A taskbell: link was refused, because it is too long.',
    'not-a-task': 'A taskbell: link was refused, because what it names cannot be a task.',
    'holds-secret':
      'A taskbell: link was refused, because it carries a key or a password. Never open such links.',
  } satisfies Record<DeepLinkTrouble, string>,
  ids: (count: number) => counted(count, 'id', 'ids'),
  /** What a dialect is called, behind what is in it. */
  inDialect: (what: string, dialect: string) => `${what} (${dialect})`,
  idsAt: (ids: string, host: string) => `${ids} at ${host}`,
  requestTo: (host: string) => `A request to ${host}`,
  noGatewayYet: (what: string, key: string) => `${what}, which is no gateway yet. ${key}`,
  forWhichGateway: (ids: string) => `${ids}, for which gateway?`,
  idsFor: (ids: string, gateway: string) => `${ids} for ${gateway}`,
  noKey: 'No key is in the text.',
  keyFound: 'A key was found: keep it with the new gateway?',
  keyFoundEnding: (ending: string) => `A key ending in ${ending} was found: keep it with the new gateway?`,
  keyUnused,
  /** Behind what the ids of the text are asked at. */
  withKeyUnused: (ids: string) => `${ids}. ${keyUnused}`,
  withNote: (said: string, note: string) => `${said} ${note}`,
};
