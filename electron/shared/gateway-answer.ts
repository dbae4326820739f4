/** What a gateway said of one task, as it said it but for keys. */
export interface GatewayAnswer {
  /** Wall clock ms. */
  readonly at: number;
  readonly status: number;
  /** Indented when it is JSON; cut where it is very long. */
  readonly text: string;
  readonly isCut: boolean;
}
