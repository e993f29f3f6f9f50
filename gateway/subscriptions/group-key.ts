import { createHash } from 'node:crypto';
import type { DocumentNode } from 'graphql';
import { ANONYMOUS, type Viewer } from '../../platform/identity/viewer.ts';
import type { OperationRequest, PreparedOperation } from '../execution/operation.ts';
import type { Sharing } from './public-fields.ts';

/** On whose behalf a group asks the subgraphs, and with what. */
export type GroupRequest = Pick<OperationRequest, 'variables' | 'viewer' | 'headers'>;

const documentIds = new WeakMap<DocumentNode, number>();
let nextDocumentId = 0;

/**
 * Members with the same key receive the same bytes. A group across viewers asks as nobody, so that it can
 * never hold what belongs to one of them; otherwise the key holds all that a subgraph or an access rule
 * can read of a viewer. The expiry of a token is not part of it: each member leaves when its own expires.
 */
export function groupScopeOf(
  operation: PreparedOperation,
  { variables, viewer, headers }: GroupRequest,
  sharing: Sharing,
): { key: string; request: GroupRequest } {
  const isShared = sharing !== 'viewer';
  const request: GroupRequest = isShared
    ? { variables, viewer: ANONYMOUS }
    : { variables, viewer, ...(headers !== undefined && { headers }) };
  const parts = [
    operation.supergraph.id,
    documentId(operation.document),
    operation.operation.name?.value ?? '',
    variablesKey(operation, variables),
    viewerKey(request.viewer),
    request.headers === undefined ? '' : JSON.stringify(request.headers),
  ];
  return { key: parts.join(' '), request };
}

export function viewerKey(viewer: Viewer): string {
  switch (viewer.kind) {
    case 'anonymous':
      return 'anonymous';
    case 'service':
      return JSON.stringify(['service', viewer.name]);
    case 'partner':
      return JSON.stringify(['partner', viewer.partnerKeyId, viewer.scopes]);
    case 'user':
      return JSON.stringify(['user', viewer.userId, viewer.sessionId, viewer.roles, viewer.scopes]);
  }
}

/** The same text gives the same document, for as long as it is kept: see `admit-operation.ts`. */
function documentId(document: DocumentNode): number {
  const known = documentIds.get(document);
  if (known !== undefined) return known;
  nextDocumentId += 1;
  documentIds.set(document, nextDocumentId);
  return nextDocumentId;
}

/** Only variables that the operation declares; the order in which a client sends them means nothing. */
function variablesKey(
  { operation }: PreparedOperation,
  variables: Readonly<Record<string, unknown>>,
): string {
  const names = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  const given = names.filter((name) => Object.hasOwn(variables, name)).toSorted();
  if (given.length === 0) return '';
  const text = JSON.stringify(given.map((name) => [name, sorted(variables[name])]));
  return createHash('sha256').update(text).digest('base64url');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}
