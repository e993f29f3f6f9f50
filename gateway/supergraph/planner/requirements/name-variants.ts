import type { ConstArgumentNode, FieldNode, SelectionSetNode } from 'graphql';
import { argumentsText, eachField } from './requirement-sets.ts';
import { variantName, type RequiredVariant } from './required-variant.ts';

/** Finds the variant that a required field means. */
export type VariantOf = (field: FieldNode) => RequiredVariant | undefined;

/**
 * Names for fields that are required with these arguments here and with others, or without, there. Of which type they
 * are is not looked at: one name more does no harm. Undefined where there are none.
 */
export function nameVariants(requirements: readonly SelectionSetNode[]): VariantOf | undefined {
  const meanings = new Map<string, Map<string, FieldNode>>();
  for (const set of requirements) {
    eachField(set, (field) => {
      const known = meanings.get(field.name.value) ?? new Map<string, FieldNode>();
      meanings.set(field.name.value, known.set(argumentsText(field), field));
    });
  }
  const variants = new Map<string, RequiredVariant>();
  for (const [field, byText] of meanings) {
    if (byText.size < 2) continue;
    for (const [text, node] of byText) {
      // Without arguments it keeps its name.
      if (text === '') continue;
      // What is required is known when the subgraph is composed: there are no variables.
      const given = (node.arguments ?? []) as readonly ConstArgumentNode[];
      const name = variantName(field, variants.size);
      variants.set(`${field} ${text}`, { name, field, arguments: given });
    }
  }
  if (variants.size === 0) return undefined;
  return (field) => variants.get(`${field.name.value} ${argumentsText(field)}`);
}
