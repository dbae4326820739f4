import type { GatewayTrouble } from '../../gateway.ts';

const troubles = {
  'name-missing': 'Give the gateway a name.',
  'name-taken': 'Another gateway has this name. Choose a different one.',
  'not-a-url': 'This is not a URL. A base URL looks like https://api.example.com.',
  'not-http': 'Only https (and http on this machine) can be used.',
  'url-holds-password': 'Leave user name and password out of the URL; the key belongs in its own field.',
  'url-holds-query': 'Leave everything from “?” or “#” on out of the base URL.',
  'plain-http':
    'Plain http would send your key unencrypted over the network. Use https, or allow plain http for this gateway.',
  'unknown-dialect': 'Taskbell does not know this kind of API.',
  'key-missing': 'Enter the gateway’s key.',
  'key-malformed': 'A key cannot hold spaces, line breaks or characters outside ASCII. Copy it again.',
  'rate-out-of-range':
    'Requests a second must be at least 0.1 and at most 100. Leave it empty for the gateway’s own pace.',
  'keyring-locked': 'The keyring did not answer in time. Unlock it and save again; nothing was stored.',
  'keyring-absent':
    'No keyring is running, so the key cannot be kept there, and nothing was stored. Start one (such as gnome-keyring), or choose another place in Settings › Keys.',
  'keyring-failed': 'The keyring did not take the key. Nothing was stored.',
  'key-file-locked':
    'The file with your keys is locked. Enter its passphrase and save again; nothing was stored.',
  'key-file-damaged':
    'The file with your keys is damaged, so the key was not put into it. Nothing was stored.',
  'key-file-failed': 'The file with your keys could not be written. Nothing was stored.',
  'unknown-gateway': 'There is no such gateway.',
  'is-demo': 'The demo cannot be changed. It can be removed.',
} satisfies Record<GatewayTrouble, string>;

/** What can be wrong with a gateway that is being stored or removed. */
export const gateways = {
  troubles,
  /** Why a gateway could not be removed: its key has to leave the keychain first. */
  removalTroubles: {
    ...troubles,
    'keyring-locked':
      'The keyring did not answer in time, so the key could not be removed from it. Unlock it and try again; the gateway is still here.',
    'keyring-absent':
      'No keyring is running, so the key could not be removed from it. Start it and try again; the gateway is still here.',
    'keyring-failed': 'The keyring did not remove the key. Try again; the gateway is still here.',
    'key-file-locked':
      'The file with your keys is locked, so the key could not be removed from it. Enter the passphrase and try again; the gateway is still here.',
    'key-file-damaged':
      'The file with your keys is damaged, so the key could not be removed from it. The gateway is still here.',
    'key-file-failed': 'The file with your keys could not be written. The gateway is still here.',
  },
  /** "4 a second, 4 at a time" */
  budget: (rate: string, concurrency: number) => `${rate} a second, ${String(concurrency)} at a time`,
};
