import { parse, type AST } from 'svelte/compiler';
import ts from 'typescript';

/** Texts in the source that a user may read though they stand outside the catalogue. */

/** Two words, or one that begins with a capital: hardly anything that only programs read looks like that. */
const isProse = (text: string): boolean =>
  /\p{L}{2,}[,:;]? \p{L}{2,}/u.test(text) ||
  /^\s*\p{Lu}\p{Ll}+[….!?:]?\s*$/u.test(text) ||
  /\p{Script=Han}/u.test(text);

const sql =
  /^\W*(?:SELECT|INSERT|UPDATE|DELETE|REPLACE|CREATE|ALTER|DROP|PRAGMA|BEGIN|VACUUM|ATTACH|DETACH|AND|WHERE)\b/;

/** What goes into the log, to the database, or to whoever reads of a bug. */
const callsForPrograms: ReadonlySet<string> = new Set(['log', 'sql', 'Error', 'TypeError', 'RangeError']);

const calledName = (node: ts.Node): string | null => {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return null;
  const { expression } = node;
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
  return ts.isIdentifier(expression) ? expression.text : null;
};

const isForPrograms = (node: ts.Node): boolean =>
  ts.isImportDeclaration(node) || ts.isTypeNode(node) || callsForPrograms.has(calledName(node) ?? '');

const isKey = (node: ts.Node): boolean =>
  (ts.isPropertyAssignment(node.parent) && node.parent.name === node) ||
  ts.isElementAccessExpression(node.parent);

const textOf = (node: ts.Node): string | null => {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
};

/** Those in a module. */
export const strayTextsOfScript = (source: string): readonly string[] => {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isForPrograms(node)) return;
    const text = textOf(node);
    if (text !== null && isProse(text) && !sql.test(text) && !isKey(node)) found.push(text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};

/** Those in a component: in its scripts, its text and all of its attributes. */
export const strayTextsOfComponent = (source: string): readonly string[] => {
  const root = parse(source, { modern: true });
  const inScripts = [root.instance, root.module].flatMap((script) =>
    script ? strayTextsOfScript(partOf(source, script.content as unknown as Place)) : [],
  );
  return [...inScripts, ...textsIn(root.fragment, source)];
};

interface Place {
  readonly start: number;
  readonly end: number;
}

const partOf = (source: string, { start, end }: Place): string => source.slice(start, end);

/** What is between the braces. */
const codeOf = (source: string, { start, end }: Place): string => source.slice(start + 1, end - 1);

/** Any letters are text there. Code in the template is read like that of a module. */
const textsIn = (value: unknown, source: string): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, source));
  if (typeof value !== 'object' || value === null || !('type' in value)) return [];
  const node = value as AST.SvelteNode & Place;
  if (node.type === 'Comment') return [];
  if (node.type === 'Text') return /\p{L}/u.test(node.data) ? [node.data.trim()] : [];
  if (node.type === 'ExpressionTag') return strayTextsOfScript(codeOf(source, node));
  if (node.type === 'Attribute') return attributeTexts(node, source);
  return Object.entries(node).flatMap(([key, child]) => (key === 'metadata' ? [] : textsIn(child, source)));
};

/** Attributes that are read to a user, here or by the component that is given them. */
const readAloud =
  /^(?:aria-label|aria-description|title|placeholder|alt|label|hint|means|name|text|trouble)$/;

const attributeTexts = ({ name, value }: AST.Attribute, source: string): readonly string[] => {
  if (value === true || !readAloud.test(name)) return [];
  const parts = Array.isArray(value) ? value : [value];
  return parts.flatMap((part) =>
    part.type === 'Text' ? (isProse(part.data) ? [part.data] : []) : strayTextsOfScript(codeOf(source, part)),
  );
};
