import type { HttpRequest } from './ports.ts';

/** What stands in the place of the key: a variable of the shell, which the user sets. */
const keyVariable = '$GATEWAY_KEY';

/**
 * What `request` makes as a `curl` command for a POSIX shell. No real key can be in it, since none is given to
 * `request`. The headers stand in double quotes, where the shell fills in the variable and nothing else.
 */
export const curlTextOf = (request: (key: string) => HttpRequest): string => {
  const { url, headers, body } = request(keyVariable);
  return [
    `curl ${singleQuoted(url)}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${doubleQuoted(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`--data ${singleQuoted(body)}`]),
  ].join(' \\\n  ');
};

const singleQuoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

const doubleQuoted = (text: string): string => {
  const escaped = text.split(keyVariable).map((part) => part.replaceAll(/["\\$`]/g, String.raw`\$&`));
  return `"${escaped.join(keyVariable)}"`;
};
