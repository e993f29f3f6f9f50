import {
  Kind,
  OperationTypeNode,
  parse,
  parseType,
  print,
  visit,
  type DocumentNode,
  type FieldNode,
  type GraphQLArgument,
  type OperationDefinitionNode,
  type SelectionNode,
  type ValueNode,
} from 'graphql';
import type { FetchNode } from '../supergraph/planner/plan.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import { resumeRulesOf, type ResumeRule } from './resume-rules.ts';

/** What is asked of a subgraph so that its stream can be opened again behind what has been delivered. */
export interface ResumeText {
  /** The plan's own text, with the argument as a variable, and with the fields that tell where an event stands. */
  query: string;
  rule: ResumeRule;
  /** What the client gave, in the plan's own document. */
  given: ValueNode;
  operation: OperationDefinitionNode;
  argument: GraphQLArgument;
  /** The variable that takes where to begin, and those of the client that are still used. */
  variable: string;
  otherVariables: readonly string[];
  /** Names in an event: of the field, and in it of the place and its lane. */
  names: { field: string; position: string; lane: string };
}

/** As long as a plan is kept. */
const textOfFetch = new WeakMap<FetchNode, ResumeText | null>();

/** Undefined when the field cannot be resumed, or the operation does not say where to begin. */
export function resumeTextOf(supergraph: Supergraph, primary: FetchNode): ResumeText | undefined {
  const known = textOfFetch.get(primary);
  if (known !== undefined) return known ?? undefined;
  const text = rewrite(supergraph, primary);
  textOfFetch.set(primary, text ?? null);
  return text;
}

function rewrite(supergraph: Supergraph, { operation: text }: FetchNode): ResumeText | undefined {
  const rules = resumeRulesOf(supergraph);
  if (rules.size === 0) return undefined;
  const document = parse(text, { noLocation: true });
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return undefined;
  const [root] = operation.selectionSet.selections;
  const rule = root?.kind === Kind.FIELD ? rules.get(root.name.value) : undefined;
  if (root?.kind !== Kind.FIELD || rule === undefined) return undefined;

  const given = root.arguments?.find((each) => each.name.value === rule.argument);
  const fields = supergraph.fullSchema.getSubscriptionType()?.getFields() ?? {};
  const argument = fields[root.name.value]?.args.find(({ name }) => name === rule.argument);
  if (given === undefined || argument === undefined) return undefined;

  const free = (name: string): string => (text.includes(name) ? free(`${name}_`) : name);
  const variable = free('resumeAfter');
  const names = {
    field: (root.alias ?? root.name).value,
    position: free('resumePosition'),
    lane: free('resumeLane'),
  };
  const resumed: FieldNode = {
    ...root,
    arguments: [
      ...(root.arguments ?? []).filter((each) => each !== given),
      { ...given, value: variableNode(variable) },
    ],
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: [
        ...(root.selectionSet?.selections ?? []),
        aliased(names.position, rule.position),
        ...(rule.lane === undefined ? [] : [aliased(names.lane, rule.lane)]),
      ],
    },
  };
  const selectionSet = { ...operation.selectionSet, selections: [resumed] };
  const rewritten = { ...operation, selectionSet };
  const others = document.definitions.filter((each) => each !== operation);
  const used = variablesOf({ ...document, definitions: [rewritten, ...others] });
  const definitions = (operation.variableDefinitions ?? []).filter((each) =>
    used.has(each.variable.name.value),
  );
  const query = print({
    ...document,
    definitions: [
      {
        ...rewritten,
        variableDefinitions: [
          ...definitions,
          {
            kind: Kind.VARIABLE_DEFINITION,
            variable: variableNode(variable),
            type: parseType(argument.type.toString()),
          },
        ],
      },
      ...others,
    ],
  });
  const otherVariables = definitions.map((each) => each.variable.name.value);
  return { query, rule, given: given.value, operation, argument, variable, otherVariables, names };
}

/** Names of the variables that selections use. */
function variablesOf(document: DocumentNode): Set<string> {
  const names = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void names.add(name.value),
  });
  return names;
}

const nameNode = (value: string) => ({ kind: Kind.NAME, value }) as const;
const variableNode = (name: string) => ({ kind: Kind.VARIABLE, name: nameNode(name) }) as const;

const aliased = (alias: string, name: string): SelectionNode => ({
  kind: Kind.FIELD,
  alias: nameNode(alias),
  name: nameNode(name),
});
