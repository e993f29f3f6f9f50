import {
  getNamedType,
  GraphQLError,
  isScalarType,
  Kind,
  valueFromASTUntyped,
  type ASTVisitor,
  type GraphQLSchema,
  type ValidationContext,
  type ValueNode,
} from 'graphql';
import { DateTime } from '../../platform/graphql/scalars.ts';

/** Scalars that all subgraphs of the product read in the same way, and an example of each. */
const KNOWN = new Map([['DateTime', { scalar: DateTime, example: '"2026-01-31T12:00:00Z"' }]]);

const checked = new WeakSet<GraphQLSchema>();

/**
 * Lets the gateway refuse a value of these scalars, by the name of its field or argument, before a subgraph is
 * asked. Values go on as they came. Not for a supergraph of others, whose `DateTime` may be another.
 */
export function checkKnownScalars(schema: GraphQLSchema): void {
  checked.add(schema);
  for (const [name, { scalar }] of KNOWN) {
    const type = schema.getType(name);
    if (!isScalarType(type)) continue;
    type.parseValue = (value) => {
      scalar.parseValue(value);
      return value;
    };
  }
}

/** A rule of validation: values that are written in the document. Those in variables are checked when they are read. */
export function KnownScalarsRule(context: ValidationContext): ASTVisitor {
  if (!checked.has(context.getSchema())) return {};
  const check = ({ name, value }: { name: { value: string }; value: ValueNode }): void => {
    const known = KNOWN.get(getNamedType(context.getInputType())?.name ?? '');
    if (known === undefined) return;
    for (const literal of value.kind === Kind.LIST ? value.values : [value]) {
      if (literal.kind === Kind.VARIABLE || literal.kind === Kind.NULL) continue;
      if (isValid(known.scalar, literal)) continue;
      const found = valueFromASTUntyped(literal);
      context.reportError(
        new GraphQLError(
          `${name.value}: expected a ${known.scalar.name} such as ${known.example}, found ${JSON.stringify(found)}`,
          { nodes: literal },
        ),
      );
    }
  };
  return { Argument: check, ObjectField: check };
}

function isValid(scalar: typeof DateTime, literal: ValueNode): boolean {
  try {
    scalar.parseLiteral(literal);
    return true;
  } catch {
    return false;
  }
}
