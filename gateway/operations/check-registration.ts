import {
  getArgumentValues,
  GraphQLError,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Supergraph } from '../supergraph/supergraph.ts';
import { InvalidDocument, type CheckedOperation, type Documents } from './documents.ts';
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
  { document, operation }: Pick<CheckedOperation, 'document' | 'operation'>,
  variables: Readonly<Record<string, unknown>>,
): void {
  if (operation.operation !== OperationTypeNode.MUTATION) return;
  const field = apiSchema.getMutationType()?.getFields()[REGISTER];
  if (field === undefined) return;
  for (const registration of findRegistrations(document, operation)) {
    const { input } = getArgumentValues(field, registration, variables);
    const faults = textsOf(input).flatMap((text, index) => faultOf(documents, text, index));
    if (faults.length > 0) throw refusal('BAD_USER_INPUT', faults.join('; '));
  }
}

/** Also those in fragments, each fragment once: the same field of the same text is the same registration. */
function findRegistrations(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly FieldNode[] {
  const found: FieldNode[] = [];
  const spread = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        if (selection.name.value === REGISTER) found.push(selection);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        collect(selection.selectionSet);
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        const fragment = document.definitions.find(
          (definition) =>
            definition.kind === Kind.FRAGMENT_DEFINITION &&
            definition.name.value === selection.name.value,
        );
        if (fragment?.kind === Kind.FRAGMENT_DEFINITION) collect(fragment.selectionSet);
      }
    }
  };
  collect(operation.selectionSet);
  return found;
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
