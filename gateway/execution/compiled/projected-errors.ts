import type { GraphQLError } from 'graphql';
import { MAX_ERRORS } from './run.ts';

/** An error met while an answer is shaped. Its path is put together on the way back up. */
export interface ProjectedError {
  message: string;
  /** Of a field that the viewer may not see. */
  denial?: GraphQLError;
  /** The innermost element first. */
  reversedPath: (string | number)[];
}

/** Where the projection of one answer notes what is wrong. */
export interface Projecting {
  errors: ProjectedError[];
  /** Denials that have been noted: each once, at the first place that would have had the field. */
  denied: Set<GraphQLError>;
  /** What `__schema` and `__type` answer, by name. */
  introspection: Readonly<Record<string, unknown>>;
}

/**
 * Makes a value of the answer from what subgraphs sent. `null` is a value without fault; `undefined`
 * stands for one that an error, noted already, has made null.
 */
export type Complete = (value: unknown, projecting: Projecting) => unknown;

export function noteError({ errors }: Projecting, message: string): void {
  if (errors.length < MAX_ERRORS) errors.push({ message, reversedPath: [] });
}

export function noteDenial({ errors, denied }: Projecting, denial: GraphQLError): void {
  if (denied.has(denial) || errors.length >= MAX_ERRORS) return;
  denied.add(denial);
  errors.push({ message: denial.message, denial, reversedPath: [] });
}

/** The errors since `before` were met below this element. */
export function extendPaths(
  { errors }: Projecting,
  before: number,
  element: string | number,
): void {
  for (let index = before; index < errors.length; index += 1) {
    errors[index]?.reversedPath.push(element);
  }
}
