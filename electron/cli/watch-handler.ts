import type { App } from '../app.ts';
import type { Clock } from '../core/ports.ts';
import type { Gateway } from '../shared/gateway.ts';
import type { Understanding, Watched, WatchTrouble } from '../shared/watching.ts';
import { words } from '../shared/language/spoken.ts';
import { ok, type Result } from '../shared/result.ts';
import { understoodText } from '../shared/understood-text.ts';
import { listedGateway, listedTask, misused, noGateway, refusedGateway } from './control-answers.ts';
import type { ControlTrouble, ListedTask } from './control-contract.ts';
import type { ControlAnswer, ControlRequest } from './control-parsers.ts';

type Request = ControlRequest<'task.watch'>;

/** Reads what was given, stores the gateway of it if that is wished, and watches its tasks. */
export const watchAs = async (
  app: App,
  { refs, gateway, addGateway, allowPlainHttp }: Request,
  clock: Pick<Clock, 'now'>,
): Promise<Result<ControlAnswer<'task.watch'>, ControlTrouble>> => {
  const text = refs.join('\n');
  const understanding = app.tasks.understand(text);
  const wanted = gateway === null ? null : app.gateways.named(gateway);
  if (gateway !== null && wanted === null) return noGateway(gateway);
  const added =
    addGateway === null ? ok(null) : await addFound(app, text, understanding, addGateway, allowPlainHttp);
  if (!added.ok) return added;
  // A request that makes a video has brought its gateway, and that is all there is in it.
  const isDone = added.value !== null && understanding.remoteIds.length === 0;
  const watched = isDone
    ? ok<Watched>({ added: [], alreadyWatched: [] })
    : app.tasks.watch(text, wanted?.id ?? null, 'command-line');
  if (!watched.ok) return misused(troubleSentence(watched.trouble, understanding));

  const { gateways, tasks } = app.view();
  const entries = new Map(tasks.map((task) => [task.id, task]));
  const listed = (ids: readonly string[]): ListedTask[] =>
    ids.flatMap((id) => {
      const entry = entries.get(id);
      return entry === undefined ? [] : [listedTask(entry, clock.now())];
    });
  const all = [...listed(watched.value.added), ...listed(watched.value.alreadyWatched)];
  const { dialect } = understanding;
  return ok({
    // Once it is stored with a new gateway the key is not left over.
    understood: understoodText(added.value === null ? understanding : { ...understanding, keyFound: false }, {
      gateway: added.value?.name ?? all[0]?.gateway ?? null,
      dialect: dialect === null ? null : (app.dialects.named(dialect)?.label ?? null),
    }),
    gateway: added.value === null ? null : listedGateway(added.value, gateways),
    added: listed(watched.value.added),
    alreadyWatched: listed(watched.value.alreadyWatched),
  });
};

const addFound = async (
  app: App,
  text: string,
  { newGateway, gatewayId, keyFound }: Understanding,
  name: string,
  allowPlainHttp: boolean,
): Promise<Result<Gateway, ControlTrouble>> => {
  const stored = app.view().gateways.find(({ id }) => id === gatewayId);
  if (stored !== undefined) return misused(words().appAnswers.hasAddress(stored.name));
  if (newGateway === null) return misused(words().appAnswers.noAddress);
  if (!keyFound) return misused(words().appAnswers.noKey(howToAdd(newGateway)));
  const { dialect } = newGateway;
  const added = await app.gateways.addFound(text, { name, dialect, allowPlainHttp });
  return added.ok ? added : refusedGateway(added.trouble);
};

const troubleSentence = (trouble: WatchTrouble, { note, newGateway, keyFound }: Understanding): string => {
  if (trouble === 'which-gateway') return words().appAnswers.whichGateway;
  if (trouble === 'nothing-found' && note !== null) return words().adding.notes[note];
  if (trouble !== 'unknown-address' || newGateway === null) return words().adding.troubles[trouble];
  const { storeIt, noGatewayAt } = words().appAnswers;
  const how = keyFound ? storeIt : howToAdd(newGateway);
  return noGatewayAt(newGateway.baseUrl, how);
};

const howToAdd = ({ baseUrl, dialect }: NonNullable<Understanding['newGateway']>): string =>
  words().appAnswers.addIt(`taskbell gateway add NAME --url ${baseUrl} --dialect ${dialect} --key-stdin`);
