import type { DownloadAnswer, DownloadRequest, OpenDownload } from './download.ts';

export interface DownloadWays {
  /** Whether nothing stands between this computer and an address. */
  readonly isDirect: (url: string) => Promise<boolean>;
  readonly overSocket: OpenDownload;
  readonly throughSystem: OpenDownload;
}

/**
 * Over a socket where nothing stands in between. What that cannot do (reach a host, trust it, understand it, be let in),
 * the system's way may: it is asked then, and what it says counts.
 */
export const createFastestDownload =
  ({ isDirect, overSocket, throughSystem }: DownloadWays): OpenDownload =>
  async (request, signal) =>
    (request.addresses.length > 0 && (await isDirect(request.url).catch(() => false))
      ? await answerOf(overSocket, request, signal)
      : null) ?? throughSystem(request, signal);

/** Null when somebody else is to be asked. */
const answerOf = async (
  open: OpenDownload,
  request: DownloadRequest,
  signal: AbortSignal,
): Promise<DownloadAnswer | null> => {
  const asking = new AbortController();
  try {
    const answer = await open(request, AbortSignal.any([signal, asking.signal]));
    // Some hosts turn away whoever does not greet them as browsers do.
    if (answer.status !== 403) return answer;
    asking.abort();
  } catch (error) {
    if (signal.aborted) throw error;
  }
  return null;
};
