interface Address {
  readonly protocol: string;
  readonly hostname: string;
}

/** Whether what is sent to this URL would cross a network unencrypted. A loopback address never leaves this machine. */
export const isPlainHttpElsewhere = ({ protocol, hostname }: Address): boolean =>
  protocol === 'http:' && !isLoopback(hostname);

/** Whether this host is the machine itself. */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
