import { closedWriters, type WriterFactory } from './object-writer.ts';
import type { ResponseKey } from './response-object.ts';
import type { WriteText } from './write-text.ts';

/** Objects and lists of one operation that get code; what is beyond them is written by closures. */
const MAX_GENERATED = 300;

/**
 * Code of its own for each object and list of an operation: V8 keeps what it learns of a property, and of a
 * function that is called, by the place in the code, and closures are one place for all objects there are.
 * Generating takes some 0.05 ms an object, so it is for operations that run often.
 */
export function createGeneratedWriters(maxGenerated = MAX_GENERATED): WriterFactory {
  let generated = 0;
  const hasRoom = () => generated < maxGenerated;

  return {
    isEager: hasRoom,

    object(written) {
      if (!hasRoom()) return closedWriters.object(written);
      const { fields, end, weight } = written;
      const lines = fields.map(
        ({ before, source }, index) => `
        const part${index} = write${index}(${readingOf(source)}, counted);
        if (part${index} === undefined) return undefined;
        text += ${JSON.stringify(before)} + part${index};`,
      );
      return generate(
        `if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
        counted.cost += ${weight};
        let text = '';${lines.join('')}
        return text + ${JSON.stringify(end)};`,
        fields.map(({ write }) => write),
      );
    },

    list(write) {
      if (!hasRoom()) return closedWriters.list(write);
      return generate(
        `if (!Array.isArray(value)) return undefined;
        let text = '[';
        for (let index = 0; index < value.length; index += 1) {
          const part = write0(value[index], counted);
          if (part === undefined) return undefined;
          text += index === 0 ? part : ',' + part;
        }
        return text + ']';`,
        [write],
      );
    },

    nullable(write) {
      if (!hasRoom()) return closedWriters.nullable(write);
      return generate(
        `return value === null || value === undefined ? 'null' : write0(value, counted);`,
        [write],
      );
    },
  };

  function generate(body: string, writes: readonly WriteText[]): WriteText {
    generated += 1;
    const names = writes.map((_, index) => `write${index}`);
    // Without a text of its own V8 would take it for one that it has compiled before, with all that it has learned.
    const code = `'use strict'; /* ${generated} */ return (value, counted) => { ${body} };`;
    // Of nothing but the names of a schema and of an operation that is valid for it.
    // eslint-disable-next-line typescript/no-implied-eval
    const make = new Function(...names, code) as (...parts: readonly WriteText[]) => WriteText;
    return make(...writes);
  }
}

/** Names of GraphQL are words, and they are quoted as JSON does it: nothing of a client becomes code. */
function readingOf({ name, isInherited }: ResponseKey): string {
  const own = `value[${JSON.stringify(name)}]`;
  return isInherited ? `Object.hasOwn(value, ${JSON.stringify(name)}) ? ${own} : undefined` : own;
}
