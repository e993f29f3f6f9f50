import type { Supergraph } from '../supergraph/supergraph.ts';
import { linkedDirectives } from './linked-directives.ts';

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

/** None when the supergraph does not link the specification. */
export function readResumeRules(supergraphSdl: string, subscription: string): ResumeRules {
  const rules = new Map<string, ResumeRule>();
  for (const { type, field, argumentOf } of linkedDirectives(
    supergraphSdl,
    RESUME_SPEC,
    DIRECTIVE,
  )) {
    const [argument, position, lane] = ['argument', 'position', 'lane'].map(argumentOf);
    if (type !== subscription || typeof argument !== 'string' || typeof position !== 'string') {
      continue;
    }
    rules.set(field, { argument, position, lane: typeof lane === 'string' ? lane : undefined });
  }
  return rules;
}
