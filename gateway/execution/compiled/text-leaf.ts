import { isEnumType, type GraphQLLeafType } from 'graphql';
import { isInt } from './complete-leaf.ts';
import type { WriteText } from './write-text.ts';

/** What JSON escapes, and lone surrogates, of which only it knows whether they are alone. */
// eslint-disable-next-line no-control-regex
const ESCAPED = /["\\\u0000-\u001F\uD800-\uDFFF]/;

export function quote(text: string): string {
  return ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`;
}

/** A leaf as JSON, or nothing where it is not of its type. */
export function writeLeaf(type: GraphQLLeafType): WriteText {
  if (isEnumType(type)) {
    const texts = new Map<unknown, string>(
      type.getValues().map(({ name }) => [name, JSON.stringify(name)]),
    );
    return (value) => texts.get(value);
  }
  switch (type.name) {
    case 'ID':
      return (value) => {
        if (typeof value === 'string') return quote(value);
        return Number.isInteger(value) ? `"${String(value)}"` : undefined;
      };
    case 'String':
      return (value) => (typeof value === 'string' ? quote(value) : undefined);
    case 'Int':
      return (value) => (isInt(value) ? String(value) : undefined);
    case 'Float':
      return (value) => (Number.isFinite(value) ? String(value) : undefined);
    case 'Boolean':
      return (value) => (value === true ? 'true' : value === false ? 'false' : undefined);
    default:
      return (value) => {
        if (value === null || value === undefined) return undefined;
        // Nothing for a function, of which JSON knows nothing either.
        const text: string | undefined = JSON.stringify(value);
        return text;
      };
  }
}
