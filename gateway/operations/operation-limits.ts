import { GraphQLError } from 'graphql';
import type { OperationSize } from './operation-size.ts';

/** The most that an operation may have of each. */
export type OperationLimits = Readonly<Record<Limit, number>>;

export type Limit = Exclude<keyof OperationSize, 'isIntrospecting'>;

const WORDS: Readonly<Record<Limit, string>> = {
  depth: 'levels of fields',
  fields: 'fields with its fragments spread out',
  rootFields: 'root fields',
  aliases: 'aliases',
  directives: 'directives',
  repeats: 'fields of one name beside each other',
};

/** What is too big, or undefined: an error that names the limit, its value and what the operation has. */
export function findExcess(size: OperationSize, limits: OperationLimits): GraphQLError | undefined {
  for (const [limit, words] of Object.entries(WORDS) as [Limit, string][]) {
    const allowed = limits[limit];
    if (size[limit] <= allowed) continue;
    return new GraphQLError(
      `the operation has ${size[limit]} ${words}; at most ${allowed} are allowed`,
      { extensions: { code: 'OPERATION_TOO_LARGE', limit, allowed, actual: size[limit] } },
    );
  }
  return undefined;
}
