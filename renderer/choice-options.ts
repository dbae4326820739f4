/** What can be chosen of a list that unfolds. */
export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  /** The heading that it stands under; none unless told. */
  readonly under?: string;
  /** The language of its label, when that is not the window's. */
  readonly lang?: string | undefined;
}

/** Neighbours that stand under one heading; `''` is no heading. */
export interface Run<Value extends string> {
  readonly under: string;
  readonly options: readonly Option<Value>[];
}

/** The options in their order, those under one heading together. */
export const runsOf = <Value extends string>(options: readonly Option<Value>[]): readonly Run<Value>[] =>
  [...Map.groupBy(options, ({ under = '' }) => under)].map(([under, run]) => ({ under, options: run }));
