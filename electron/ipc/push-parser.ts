import * as v from 'valibot';
import { pushServices } from '../shared/push.ts';
import { newsKinds } from '../shared/quiet.ts';

const field = v.pipe(v.string(), v.maxLength(4_000));

/** What the form of a target holds; what its texts have to be is decided where they are used. */
export const pushDraft = v.strictObject({
  name: field,
  service: v.picklist(pushServices),
  fields: v.nullable(v.strictObject({ address: field, channel: field, token: field, secret: field })),
  kinds: v.pipe(v.array(v.picklist(newsKinds)), v.maxLength(newsKinds.length)),
  gatewayIds: v.nullable(v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(1_000))),
  allowPlainHttp: v.boolean(),
});
