import { JSONPathEnvironment, jsonpath, type JSONPathQuery, type JSONValue } from 'json-p3';
import { failed, ok, type Result } from '../shared/result.ts';

/** The values that a selector finds, in the order of the answer; none when it would have to give too many. */
export type Select = (body: unknown) => readonly unknown[];

export type SelectorTrouble = 'selector-malformed' | 'selector-too-broad' | 'selector-too-long';

const longestSelector = 300;
const mostValues = 1000;
const deepest = 100;

// Without functions: `match` and `search` would run a stranger's regular expressions, and no status needs them.
const environment = new JSONPathEnvironment({ strict: true, maxRecursionDepth: deepest });
environment.functionRegister.clear();

const { FilterSelector } = jsonpath.selectors;
const { FilterQuery, InfixExpression, LogicalExpression, PrefixExpression } = jsonpath.expressions;
type Segment = JSONPathQuery['segments'][number];
type Expression = InstanceType<typeof LogicalExpression>['expression'];

/** A selector of RFC 9535, of which every one that is taken visits each value of a body a few times at most. */
export const selectorOf = (text: string): Result<Select, SelectorTrouble> => {
  if (text.length > longestSelector) return failed('selector-too-long');
  const query = compiled(text.trim());
  if (query === null) return failed('selector-malformed');
  if (query === 'has-function' || !isLinear(query)) return failed('selector-too-broad');
  return ok((body) => valuesOf(query, body));
};

const compiled = (text: string): JSONPathQuery | 'has-function' | null => {
  try {
    return environment.compile(text);
  } catch (error) {
    return error instanceof Error && error.name === 'UndefinedFilterFunctionError' ? 'has-function' : null;
  }
};

const valuesOf = (query: JSONPathQuery, body: unknown): readonly unknown[] => {
  const values: unknown[] = [];
  try {
    // Bodies come from JSON.parse, so they are JSON values.
    for (const { value } of query.lazyQuery(body as JSONValue)) {
      if (values.length === mostValues) return [];
      values.push(value);
    }
    return values;
  } catch {
    // Deeper than the limit. Half of the values could say something else than all of them.
    return [];
  }
};

/**
 * Two descents, several choices in a bracket and searches inside a filter multiply: `$..*..*..*` or `[*,*][*,*]`
 * would keep the main process busy for hours.
 */
const isLinear = ({ segments }: JSONPathQuery): boolean =>
  segments.filter(isDescent).length <= 1 &&
  segments.every(({ selectors }) => {
    const [only, ...others] = selectors;
    return others.length === 0 && (!(only instanceof FilterSelector) || isPlain(only.expression));
  });

/** The library does not export the class of a `..` segment. */
const isDescent = (segment: Segment): boolean => segment.toString().startsWith('..');

/** Whether every query inside a filter leads to one value at most. */
const isPlain = (expression: Expression): boolean => {
  if (expression instanceof LogicalExpression) return isPlain(expression.expression);
  if (expression instanceof PrefixExpression) return isPlain(expression.right);
  if (expression instanceof InfixExpression) return isPlain(expression.left) && isPlain(expression.right);
  return !(expression instanceof FilterQuery) || expression.path.singularQuery();
};
