import { Kind, parse, type ConstDirectiveNode, type DefinitionNode } from 'graphql';
import type { Supergraph } from '../supergraph/supergraph.ts';

/**
 * A subgraph links this specification, composes its directive, and so says that a field of its
 * Subscription can go on behind an event that the client has:
 *
 *     extend schema
 *       @link(url: "https://specs.plaza.example/resume/v1.0", import: ["@resumable"])
 *       @composeDirective(name: "@resumable")
 *     directive @resumable(argument: String!, position: String!, lane: String) on FIELD_DEFINITION
 *
 * `position` names the field of an event that tells where it stands, and `argument` the argument that takes
 * such a value. Where events stand in several orders, `lane` names the field that tells in which, and
 * the argument takes a list of objects with both fields: a lane that is left out begins at its beginning.
 */
const RESUME_SPEC = 'https://specs.plaza.example/resume/v1.';
const DIRECTIVE = 'resumable';

/** How one field of Subscription is resumed. */
export interface ResumeRule {
  argument: string;
  position: string;
  lane: string | undefined;
}

type ResumeRules = ReadonlyMap<string, ResumeRule>;

const NONE: ResumeRules = new Map();
const rulesOfSupergraph = new WeakMap<Supergraph, ResumeRules>();

/** By name of the field. */
export function resumeRulesOf(supergraph: Supergraph): ResumeRules {
  const known = rulesOfSupergraph.get(supergraph);
  if (known !== undefined) return known;
  const rules = readResumeRules(
    supergraph.sdl,
    supergraph.fullSchema.getSubscriptionType()?.name ?? '',
  );
  rulesOfSupergraph.set(supergraph, rules);
  return rules;
}

/** None when the supergraph does not link the specification: another `@resumable` means something else. */
export function readResumeRules(supergraphSdl: string, subscription: string): ResumeRules {
  const { definitions } = parse(supergraphSdl, { noLocation: true });
  if (!definitions.some(linksSpec)) return NONE;
  const rules = new Map<string, ResumeRule>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    if (definition.name.value !== subscription) continue;
    for (const { name, directives = [] } of definition.fields ?? []) {
      const directive = directives.find((each) => each.name.value === DIRECTIVE);
      const argument = directive && textOf(directive, 'argument');
      const position = directive && textOf(directive, 'position');
      if (directive === undefined || argument === undefined || position === undefined) continue;
      rules.set(name.value, { argument, position, lane: textOf(directive, 'lane') });
    }
  }
  return rules;
}

function linksSpec(definition: DefinitionNode): boolean {
  if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) {
    return false;
  }
  return (definition.directives ?? []).some(
    (directive) =>
      directive.name.value === 'link' && textOf(directive, 'url')?.startsWith(RESUME_SPEC) === true,
  );
}

function textOf(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((each) => each.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
