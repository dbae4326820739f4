import type { Bridge } from '../electron/shared/bridge.ts';
import type { GatewayTrouble } from '../electron/shared/gateway.ts';
import type { NewGateway, Understanding } from '../electron/shared/watching.ts';
import type { GatewayEntry } from '../electron/shared/watchlist-view.ts';
import { asksForPlainHttp } from './plain-http.ts';

/** A gateway that a text speaks of, with its key, and that can be added from the text. */
export class FoundGateway {
  /** Suggested, and the user's to change. */
  name = $state('');
  allowPlainHttp = $state(false);
  trouble: GatewayTrouble | null = $state(null);

  readonly #bridge: Bridge;
  #found: NewGateway | null = $state.raw(null);
  readonly offered = $derived(this.#found !== null);
  readonly asksForPlainHttp = $derived(this.#found !== null && asksForPlainHttp(this.#found.baseUrl));

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  /** Without a key in the text there is nothing to add: the form in Settings asks for one. */
  take({ newGateway, keyFound }: Understanding): void {
    const found = keyFound ? newGateway : null;
    if (found?.baseUrl !== this.#found?.baseUrl) {
      this.name = found?.name ?? '';
      this.allowPlainHttp = false;
    }
    this.trouble = null;
    this.#found = found;
  }

  /** Null when it could not be added, with the reason in `trouble`. */
  async add(text: string): Promise<GatewayEntry | null> {
    if (this.#found === null) return null;
    const { dialect } = this.#found;
    const added = await this.#bridge.request(
      'gateways:add-found',
      text,
      this.name,
      dialect,
      this.allowPlainHttp,
    );
    this.trouble = added.ok ? null : added.trouble;
    return added.ok ? added.value : null;
  }
}
