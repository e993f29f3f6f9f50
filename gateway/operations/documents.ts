import {
  getOperationAST,
  GraphQLError,
  Kind,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { KnownScalarsRule } from '../supergraph/check-scalars.ts';
import { conditionVariables, decideConditions } from '../supergraph/planner/conditions.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import type { CostRules } from './cost/cost-rules.ts';
import { createCostTree, type CostNode } from './cost/cost-tree.ts';
import { findExcess, type OperationLimits } from './operation-limits.ts';
import { measureOperation } from './operation-size.ts';

/** An operation of a document that has passed every check which does not depend on who asks. */
export interface CheckedOperation {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** The variables that its `@skip` and `@include` read; undefined where it has neither. */
  conditions: readonly string[] | undefined;
  isIntrospecting: boolean;
  /** What is over a limit, where limits are only reported. */
  excess: GraphQLError | undefined;
}

/** An operation as it is for some values of its conditions: one operation of its own, planned and compiled so. */
export interface DecidedOperation {
  /** Has no `@skip` and no `@include`. */
  document: DocumentNode;
  operation: OperationDefinitionNode;
  costTree: readonly CostNode[];
}

/** Documents of one supergraph by their text, each parsed, validated and measured once. */
export interface Documents {
  /** Whether this text has been checked already, so that it costs next to nothing to read. */
  has: (query: string) => boolean;
  /** Throws a GraphQLError with a code: the text is not a document, is not valid, or is too big. */
  read: (query: string, operationName: string | null | undefined) => CheckedOperation;
  /** Whether these values have decided this operation already, so that there is nothing to plan. */
  isDecided: (checked: CheckedOperation, variables: Variables) => boolean;
  /** Throws a GraphQLError when a condition is neither true nor false. */
  decide: (checked: CheckedOperation, variables: Variables) => DecidedOperation;
  /** Throws as `read` does, and keeps nothing. */
  verify: (query: string) => void;
}

type Variables = Readonly<Record<string, unknown>>;

export interface DocumentsOptions {
  supergraph: Supergraph;
  costRules: CostRules;
  limits: OperationLimits;
  maxTokens: number;
  /** Lets operations over a limit through, with their `excess`. */
  isReportOnly: boolean;
  onRead?: (isHit: boolean) => void;
}

const MAX_DOCUMENTS = 2_000;
/** Characters of all texts together: a text that is kept holds some twenty times its size as a tree. */
const MAX_TEXTS_LENGTH = 4_000_000;
/** Of all operations together: one with ten conditions could be a thousand. */
const MAX_DECIDED = 2_000;
const MAX_VALIDATION_ERRORS = 10;
const RULES = [...specifiedRules, KnownScalarsRule];

export function createDocuments(options: DocumentsOptions): Documents {
  const { supergraph, costRules, limits, maxTokens, isReportOnly, onRead } = options;
  const { apiSchema } = supergraph;
  const known = new LRUCache<string, CheckedDocument>({
    max: MAX_DOCUMENTS,
    maxSize: MAX_TEXTS_LENGTH,
    sizeCalculation: (_document, text) => text.length + 1,
  });
  const decided = new LRUCache<string, SizedOperation>({
    max: MAX_DECIDED,
    maxSize: MAX_TEXTS_LENGTH,
    sizeCalculation: ({ size }) => size + 1,
  });
  let nextId = 0;

  return {
    has: (query) => known.has(query),
    verify: (query) => void (known.get(query) ?? checkNested(query)),

    read(query, operationName) {
      const found = known.get(query);
      onRead?.(found !== undefined);
      const checked = found ?? checkNested(query);
      if (found === undefined) known.set(query, checked);
      return operationOf(checked, operationName);
    },

    isDecided(checked, variables) {
      const own = checked as OwnOperation;
      return own.conditions === undefined
        ? own.whole !== undefined
        : decided.has(decidedKey(own, own.conditions, variables));
    },

    decide(checked, variables) {
      const own = checked as OwnOperation;
      const { conditions } = own;
      if (conditions === undefined) return (own.whole ??= withCosts(own, own.document));
      const key = decidedKey(own, conditions, variables);
      const kept = decided.get(key);
      if (kept !== undefined) return kept;
      const document = decideConditions(own.document, variables);
      const operation = { ...withCosts(own, document), size: own.size };
      decided.set(key, operation);
      return operation;
    },
  };

  function checkNested(query: string): CheckedDocument {
    try {
      return check(query);
    } catch (error) {
      // The parser calls itself for each level: some thousands of them are more than its stack holds.
      if (!(error instanceof RangeError)) throw error;
      throw new GraphQLError('the operation is nested too deeply', {
        extensions: { code: 'OPERATION_TOO_LARGE', limit: 'depth', allowed: limits.depth },
      });
    }
  }

  function check(query: string): CheckedDocument {
    const document = parseText(query, maxTokens);
    const operations: CheckedDocument['operations'] = [];
    for (const operation of operationsOf(document)) {
      const { isIntrospecting, ...size } = measureOperation(document, operation);
      const excess = findExcess({ ...size, isIntrospecting }, limits);
      // Validation takes time that grows with these numbers: it comes after them.
      if (excess !== undefined && !isReportOnly) throw excess;
      operations.push({ operation, isIntrospecting, excess });
    }

    const errors = validate(apiSchema, document, RULES, {
      maxErrors: MAX_VALIDATION_ERRORS,
    });
    if (errors.length > 0) throw new InvalidDocument(errors.map(asValidationError));
    return { document, size: query.length, operations, byName: new Map() };
  }

  function operationOf(checked: CheckedDocument, name: string | null | undefined): OwnOperation {
    const { document, size, operations, byName } = checked;
    const before = byName.get(name ?? '');
    if (before !== undefined) return before;
    const operation = getOperationAST(document, name);
    const found = operations.find((each) => each.operation === operation);
    if (found === undefined) {
      throw new GraphQLError('operationName must name one of the operations of the document', {
        extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
      });
    }
    const part = ownPart(document, found.operation);
    const conditions = conditionVariables(part);
    const own = { ...found, id: nextId++, size, document: part, conditions, whole: undefined };
    byName.set(name ?? '', own);
    return own;
  }

  function withCosts({ excess }: OwnOperation, document: DocumentNode): DecidedOperation {
    const operation = getOperationAST(document);
    if (operation == null) throw new Error('expected a document with one operation');
    // A tree of something over its limits would be without bound.
    const costTree =
      excess === undefined
        ? createCostTree({ schema: apiSchema, rules: costRules, document, operation })
        : [];
    return { document, operation, costTree };
  }
}

/** What `read` returns. */
interface OwnOperation extends CheckedOperation {
  id: number;
  /** Characters of its text. */
  size: number;
  /** The one that it is, where it has no conditions. */
  whole: DecidedOperation | undefined;
}

interface SizedOperation extends DecidedOperation {
  size: number;
}

interface CheckedDocument {
  document: DocumentNode;
  size: number;
  operations: Pick<CheckedOperation, 'operation' | 'isIntrospecting' | 'excess'>[];
  byName: Map<string, OwnOperation>;
}

function decidedKey(
  { id }: OwnOperation,
  conditions: readonly string[],
  variables: Variables,
): string {
  let key = `${id} `;
  for (const name of conditions) key += variables[name] === true ? '1' : '0';
  return key;
}

/** Without the other operations of the document. */
function ownPart(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const definitions = document.definitions.filter(
    (definition) => definition.kind !== Kind.OPERATION_DEFINITION || definition === operation,
  );
  return definitions.length === document.definitions.length
    ? document
    : { ...document, definitions };
}

/** Several errors of one document. */
export class InvalidDocument extends Error {
  override name = 'InvalidDocument';
  readonly errors: readonly GraphQLError[];

  constructor(errors: readonly GraphQLError[]) {
    super(errors[0]?.message);
    this.errors = errors;
  }
}

function parseText(query: string, maxTokens: number): DocumentNode {
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw withCode(error, 'GRAPHQL_PARSE_FAILED');
  }
}

const asValidationError = (error: GraphQLError): GraphQLError =>
  withCode(error, 'GRAPHQL_VALIDATION_FAILED');

/** The tree that the nodes belong to is not kept: only where the fault lies. */
function withCode(error: GraphQLError, code: string): GraphQLError {
  const { message, source, positions } = error;
  return new GraphQLError(message, { source, positions, extensions: { code } });
}

function operationsOf(document: DocumentNode): OperationDefinitionNode[] {
  return document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
}
