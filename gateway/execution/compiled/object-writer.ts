import { isResponseObject, readKey, type ResponseKey } from './response-object.ts';
import type { WriteText } from './write-text.ts';

export interface WrittenField {
  /** All that stands before the value. */
  before: string;
  source: ResponseKey;
  write: WriteText;
}

/** What an object of the answer is written from. */
export interface WrittenObject {
  fields: readonly WrittenField[];
  /** All that stands behind the last value. */
  end: string;
  /** Of the object, and of the arguments of its fields. */
  weight: number;
}

/** Makes what writes a value: as closures, or as code of its own. */
export interface WriterFactory {
  /** Whether objects are to be made before one is met. */
  isEager: () => boolean;
  object: (written: WrittenObject) => WriteText;
  list: (write: WriteText) => WriteText;
  nullable: (write: WriteText) => WriteText;
}

/** There at once, and shared by all operations. */
export const closedWriters: WriterFactory = {
  isEager: () => false,

  object({ fields, end, weight }) {
    return (value, counted) => {
      if (!isResponseObject(value)) return undefined;
      counted.cost += weight;
      let text = '';
      for (const field of fields) {
        const part = field.write(readKey(value, field.source), counted);
        if (part === undefined) return undefined;
        text += field.before + part;
      }
      return text + end;
    };
  },

  list(write) {
    return (value, counted) => {
      if (!Array.isArray(value)) return undefined;
      let text = '[';
      for (let index = 0; index < value.length; index += 1) {
        const part = write(value[index], counted);
        if (part === undefined) return undefined;
        text += index === 0 ? part : `,${part}`;
      }
      return `${text}]`;
    };
  },

  nullable(write) {
    return (value, counted) =>
      value === null || value === undefined ? 'null' : write(value, counted);
  },
};
