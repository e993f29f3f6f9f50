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
import type { Supergraph } from '../supergraph/supergraph.ts';
import type { CostRules } from './cost/cost-rules.ts';
import { createCostTree, type CostNode } from './cost/cost-tree.ts';
import { findExcess, type OperationLimits } from './operation-limits.ts';
import { measureOperation } from './operation-size.ts';

/** An operation of a document that has passed every check which does not depend on who asks. */
export interface CheckedOperation {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  costTree: readonly CostNode[];
  isIntrospecting: boolean;
  /** What is over a limit, where limits are only reported. */
  excess: GraphQLError | undefined;
}

/** Documents of one supergraph by their text, each parsed, validated and measured once. */
export interface Documents {
  /** Whether this text has been checked already, so that it costs next to nothing to read. */
  has: (query: string) => boolean;
  /** Throws a GraphQLError with a code: the text is not a document, is not valid, or is too big. */
  read: (query: string, operationName: string | null | undefined) => CheckedOperation;
  /** Throws as `read` does, and keeps nothing. */
  verify: (query: string) => void;
}

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
    return { document, operations, byName: new Map() };
  }

  function operationOf(
    { document, operations, byName }: CheckedDocument,
    name: string | null | undefined,
  ): CheckedOperation {
    const prepared = byName.get(name ?? '');
    if (prepared !== undefined) return prepared;
    const operation = getOperationAST(document, name);
    const found = operations.find((each) => each.operation === operation);
    if (operation == null || found === undefined) {
      throw new GraphQLError('operationName must name one of the operations of the document', {
        extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
      });
    }
    const checked: CheckedOperation = {
      document,
      ...found,
      // A tree of something over its limits would be without bound.
      costTree:
        found.excess === undefined
          ? createCostTree({ schema: apiSchema, rules: costRules, document, operation })
          : [],
    };
    byName.set(name ?? '', checked);
    return checked;
  }
}

interface CheckedDocument {
  document: DocumentNode;
  operations: Pick<CheckedOperation, 'operation' | 'isIntrospecting' | 'excess'>[];
  byName: Map<string, CheckedOperation>;
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
