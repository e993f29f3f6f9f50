const ESCAPED = /["\\]/g;

/**
 * A list as PostgreSQL writes an array; undefined for one that holds something else than texts, numbers, booleans and
 * null, which is the driver's to write. The driver runs two regular expressions over each text, whatever is in it.
 */
export function arrayLiteral(values: readonly unknown[]): string | undefined {
  let literal = '{';
  for (const [index, value] of values.entries()) {
    if (index > 0) literal += ',';
    if (typeof value === 'string') literal += `"${escape(value)}"`;
    else if (typeof value === 'number' || typeof value === 'boolean') literal += String(value);
    else if (value === null || value === undefined) literal += 'NULL';
    else return undefined;
  }
  return `${literal}}`;
}

const escape = (text: string): string =>
  text.includes('"') || text.includes('\\') ? text.replace(ESCAPED, String.raw`\$&`) : text;
