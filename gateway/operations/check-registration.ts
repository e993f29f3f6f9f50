import {
  getArgumentValues,
  GraphQLError,
  Kind,
  OperationTypeNode,
  type OperationDefinitionNode,
} from 'graphql';
import type { Supergraph } from '../supergraph/supergraph.ts';
import { InvalidDocument, type Documents } from './documents.ts';
import { refusal } from './refusals.ts';

/** As the subgraph that keeps registered operations declares it: `registerOperations(input: { texts: [...] })`. */
const REGISTER = 'registerOperations';

/**
 * Refuses to register what could not run: the subgraph that keeps the texts does not have the whole schema, the
 * gateway does. Throws BAD_USER_INPUT that names each wrong text and what is wrong with it.
 */
export function checkRegistration(
  { apiSchema }: Supergraph,
  documents: Documents,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  if (operation.operation !== OperationTypeNode.MUTATION) return;
  const field = apiSchema.getMutationType()?.getFields()[REGISTER];
  if (field === undefined) return;
  for (const selection of operation.selectionSet.selections) {
    if (selection.kind !== Kind.FIELD || selection.name.value !== REGISTER) continue;
    const { input } = getArgumentValues(field, selection, variables);
    const faults = textsOf(input).flatMap((text, index) => faultOf(documents, text, index));
    if (faults.length > 0) throw refusal('BAD_USER_INPUT', faults.join('; '));
  }
}

function textsOf(input: unknown): string[] {
  const texts = (input as { texts?: unknown } | undefined)?.texts;
  return Array.isArray(texts) ? texts.filter((text) => typeof text === 'string') : [];
}

function faultOf(documents: Documents, text: string, index: number): string[] {
  try {
    documents.verify(text);
    return [];
  } catch (error) {
    if (!(error instanceof GraphQLError) && !(error instanceof InvalidDocument)) throw error;
    return [`input.texts[${index}] cannot run here: ${error.message}`];
  }
}
