/**
 * The web globals that the pure layers may use: parsing, no input or output.
 * Everything else that a platform offers (timers, console, fetch) is missing here on purpose.
 */
declare class URL {
  constructor(url: string, base?: string);
  static canParse(url: string, base?: string): boolean;
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly host: string;
  readonly port: string;
  readonly hostname: string;
  readonly origin: string;
  readonly href: string;
  readonly hash: string;
  readonly searchParams: URLSearchParams;
  pathname: string;
  search: string;
}

interface URLSearchParams {
  get(name: string): string | null;
}
