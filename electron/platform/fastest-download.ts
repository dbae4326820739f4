import type { OpenDownload } from './download.ts';

export interface DownloadWays {
  /** Whether nothing stands between this computer and an address. */
  readonly isDirect: (url: string) => Promise<boolean>;
  readonly overSocket: OpenDownload;
  readonly throughSystem: OpenDownload;
}

/**
 * Over a socket where nothing stands in between. What that cannot do (reach a host, trust it, understand it), the
 * system's way may: it is asked then, and what it says counts.
 */
export const createFastestDownload =
  ({ isDirect, overSocket, throughSystem }: DownloadWays): OpenDownload =>
  async (request, signal) => {
    if (request.addresses.length > 0 && (await isDirect(request.url))) {
      try {
        return await overSocket(request, signal);
      } catch (error) {
        if (signal.aborted) throw error;
      }
    }
    return throughSystem(request, signal);
  };
