import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** One setting: an environment variable, what it means, and what it is when nobody sets it. */
export interface Setting<Value> {
  meaning: string;
  /** Reads the variable's text. */
  schema: z.ZodType<Value, string | undefined>;
  /** As text, for the table of settings; undefined when there is none. */
  default: string | undefined;
  /** Never printed. */
  isSecret: boolean;
}

export type SettingsTable = Readonly<Record<string, Setting<unknown>>>;

export type SettingsOf<Table extends SettingsTable> = {
  readonly [Name in keyof Table]: Table[Name] extends Setting<infer Value> ? Value : never;
};

/** Every mistake of the environment at once, so that one restart mends them all. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** Part of every secret that is made for development; a secret with it is refused in production. */
export const DEVELOPMENT_MARK = 'development-only';

/**
 * Reads a table of settings from the environment. An empty variable counts as not set. A secret that is
 * not set is read from the file that `<NAME>_FILE` names, as Docker and Kubernetes mount them.
 */
export function readSettings<Table extends SettingsTable>(
  table: Table,
  env: Readonly<Record<string, string | undefined>>,
): SettingsOf<Table> {
  const values: Record<string, unknown> = {};
  const mistakes: string[] = [];

  for (const [name, setting] of Object.entries(table)) {
    const found = findText(name, setting, env);
    if ('mistake' in found) {
      mistakes.push(found.mistake);
      continue;
    }
    const { text } = found;
    const result = setting.schema.safeParse(text ?? setting.default);
    if (result.success) values[name] = result.data;
    else mistakes.push(describeMistake(name, setting, text, result.error));
  }

  if (mistakes.length > 0) {
    const title =
      mistakes.length === 1 ? 'A setting is wrong' : `${mistakes.length} settings are wrong`;
    throw new SettingsError([`${title}:`, ...mistakes].join('\n  '));
  }
  return values as SettingsOf<Table>;
}

function findText(
  name: string,
  { isSecret, meaning }: Setting<unknown>,
  env: Readonly<Record<string, string | undefined>>,
): { text: string | undefined } | { mistake: string } {
  const set = env[name] === '' ? undefined : env[name];
  if (!isSecret) return { text: set };

  const file = env[`${name}_FILE`];
  const isFileNamed = set === undefined && file !== undefined && file !== '';
  const text = isFileNamed ? readSecret(file) : set;
  if (isFileNamed && text === undefined) {
    return { mistake: `${name}_FILE is ${JSON.stringify(file)}: cannot be read (${meaning})` };
  }
  if (env['PLAZA_ENV'] === 'production' && text?.includes(DEVELOPMENT_MARK) === true) {
    return { mistake: `${name} is made for development: production needs its own (${meaning})` };
  }
  return { text };
}

/** Without the line break that editors and shells leave at the end; undefined when it cannot be read. */
function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trimEnd();
  } catch {
    return undefined;
  }
}

function describeMistake(
  name: string,
  setting: Setting<unknown>,
  text: string | undefined,
  error: z.ZodError,
): string {
  const expected = error.issues.map(({ message }) => message).join('; ');
  const given = setting.isSecret ? 'the given value' : JSON.stringify(text);
  return text === undefined
    ? `${name} is required (${setting.meaning})`
    : `${name} is ${given}: ${expected} (${setting.meaning})`;
}

interface Options {
  default?: string;
  isSecret?: boolean;
}

function define<Value>(
  meaning: string,
  schema: z.ZodType<Value, string | undefined>,
  options: Options,
): Setting<Value> {
  return { meaning, schema, default: options.default, isSecret: options.isSecret ?? false };
}

/** Text that must be there. */
export const text = (
  meaning: string,
  { minLength = 1, ...options }: Options & { minLength?: number } = {},
): Setting<string> =>
  define(
    meaning,
    z.string().min(minLength, `expected at least ${minLength} characters`) as z.ZodType<
      string,
      string | undefined
    >,
    options,
  );

/** Text that may be absent. */
export const optionalText = (meaning: string, options: Options = {}): Setting<string | undefined> =>
  define(meaning, z.string().optional(), options);

/** A whole number between two bounds. */
export const integer = (
  meaning: string,
  bounds: { min: number; max: number },
  options: Options = {},
): Setting<number> =>
  define(
    meaning,
    z.coerce
      .number(`expected a whole number from ${bounds.min} to ${bounds.max}`)
      .int()
      .min(bounds.min)
      .max(bounds.max) as unknown as z.ZodType<number, string | undefined>,
    options,
  );

/** A number from 0 to 1. */
export const fraction = (meaning: string, options: Options = {}): Setting<number> =>
  define(
    meaning,
    z.coerce.number('expected a number from 0 to 1').min(0).max(1) as unknown as z.ZodType<
      number,
      string | undefined
    >,
    options,
  );

/** `true` or `false`. */
export const flag = (meaning: string, options: Options = {}): Setting<boolean> =>
  define(
    meaning,
    z
      .enum(['true', 'false'], 'expected true or false')
      .transform((value) => value === 'true') as unknown as z.ZodType<boolean, string | undefined>,
    options,
  );

/** One of a few words. */
export const choice = <const Word extends string>(
  meaning: string,
  words: readonly [Word, ...Word[]],
  options: Options = {},
): Setting<Word> =>
  define(
    meaning,
    z.enum(words, `expected one of ${words.join(', ')}`) as unknown as z.ZodType<
      Word,
      string | undefined
    >,
    options,
  );

/** Words separated by commas. */
export const list = (meaning: string, options: Options = {}): Setting<readonly string[]> =>
  define(
    meaning,
    z.string().transform((value) =>
      value
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    ) as unknown as z.ZodType<readonly string[], string | undefined>,
    options,
  );

/** A Markdown table of settings, sorted by name. */
export function describeSettings(table: SettingsTable): string {
  const rows = Object.entries(table)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([name, { meaning, default: value, isSecret }]) => {
      const shown = isSecret ? 'secret' : value === undefined ? '' : `\`${value}\``;
      return `| \`${name}\` | ${shown} | ${meaning} |`;
    });
  return ['| setting | default | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}
