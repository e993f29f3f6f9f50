import { GraphQLError, type ExecutionResult } from 'graphql';
import type { Project } from './projection.ts';
import type { ProjectedError, Projecting } from './projected-errors.ts';
import type { Run } from './run.ts';

type Path = readonly (string | number)[];

export interface AnswerParts {
  introspection: Readonly<Record<string, unknown>>;
  accessErrors: readonly GraphQLError[];
  /** From names that only the plan has to the client's. */
  names: ReadonlyMap<string, string>;
}

/** The answer to a client: the data in the shape that it selected, and every error once. */
export function answerOf(
  run: Run,
  project: Project,
  { introspection, accessErrors, names }: AnswerParts,
): ExecutionResult {
  const projecting: Projecting = { errors: [], denied: new Set(), introspection };
  const data = project(run.data, projecting) ?? null;
  if (projecting.errors.length === 0 && run.errors.length === 0 && accessErrors.length === 0) {
    return { data };
  }
  const fetchErrors = run.errors.map((error) => withClientNames(error, names));
  const denials = accessErrors.map((error) => located(error, projecting.errors));
  const nulls = projecting.errors
    .filter(({ denial }) => denial === undefined)
    .map(invalidError)
    .filter(({ path }) => !isExplained(nulledPart(data, path ?? []), fetchErrors));
  const errors = [...fetchErrors, ...denials, ...nulls];
  return errors.length === 0 ? { data } : { errors, data };
}

function withClientNames(error: GraphQLError, names: ReadonlyMap<string, string>): GraphQLError {
  const { path, message, originalError, extensions } = error;
  if (names.size === 0 || path === undefined) return error;
  return new GraphQLError(message, {
    path: path.map((element) => names.get(String(element)) ?? element),
    originalError: originalError ?? null,
    extensions,
  });
}

function located(error: GraphQLError, found: readonly ProjectedError[]): GraphQLError {
  const place = found.find(({ denial }) => denial === error);
  if (place === undefined) return error;
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    path: place.reversedPath.toReversed(),
    extensions: error.extensions,
  });
}

function invalidError({ message, reversedPath }: ProjectedError): GraphQLError {
  return new GraphQLError(message, {
    path: reversedPath.toReversed(),
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
}

/** A subgraph's error around a null is why it is null: a second error would say less. */
function isExplained(nulled: Path, errors: readonly GraphQLError[]): boolean {
  return errors.some(({ path }) => path === undefined || areRelated(path, nulled));
}

function areRelated(path: Path, other: Path): boolean {
  const shorter = Math.min(path.length, other.length);
  for (let index = 0; index < shorter; index += 1) {
    if (path[index] !== other[index]) return false;
  }
  return true;
}

/** The part of a path that is still in the answer: its end is null. */
function nulledPart(data: unknown, path: Path): Path {
  let value = data;
  for (const [index, element] of path.entries()) {
    if (value === null || typeof value !== 'object') return path.slice(0, index);
    value = (value as Record<string | number, unknown>)[element];
  }
  return path;
}
