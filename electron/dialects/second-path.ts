import type { Asked, Dialect, Reading } from '../core/dialect.ts';
import type { HttpResponse } from '../core/ports.ts';
import type { CheckTrouble } from '../shared/task.ts';
import type { JsonShape } from './json-dialect.ts';
import { filledUrl } from './path-template.ts';

/**
 * The dialect of an API whose tasks live at two addresses, the second being `path`: what the first does not have is
 * asked for there before it counts as missing. `mayBeThere` judges a trouble at the first address.
 */
export const withSecondPath = <Known extends Dialect & { readonly shape: JsonShape }>(
  dialect: Known,
  path: string,
  mayBeThere: (trouble: CheckTrouble, response: HttpResponse) => boolean,
): Known => ({
  ...dialect,
  read: (asked: Asked, response: HttpResponse, nowMs: number): Reading => {
    const first = dialect.read(asked, response, nowMs);
    if (first.kind !== 'trouble' || !mayBeThere(first.trouble, response)) return first;
    return {
      kind: 'ask-more',
      request: {
        url: filledUrl(asked.baseUrl, path, asked.remoteId),
        headers: dialect.shape.headers(asked.key, asked.baseUrl),
      },
      otherwise: first,
      read: (answer, later) => {
        const second = dialect.read(asked, answer, later);
        // An address that does not exist either says nothing of the task: then the first answer counts.
        return second.kind === 'trouble' && /^not-(json|understood)$/.test(second.trouble) ? first : second;
      },
    };
  },
});
