import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Viewer } from '../../platform/identity/viewer.ts';

/**
 * Whether a policy of `@policy` (https://specs.apollo.dev/policy/v0.1) holds for a viewer. Called for each
 * request: it answers at once, from what the viewer's token says. A policy that it does not know does not hold.
 */
export type EvaluatePolicy = (policy: string, viewer: Viewer) => boolean;

const ROLE = 'role:';

/** `role:ADMIN` holds for users of this role; nothing else does. */
export const evaluateRolePolicy: EvaluatePolicy = (policy, viewer) =>
  policy.startsWith(ROLE) &&
  viewer.kind === 'user' &&
  viewer.roles.includes(policy.slice(ROLE.length));

/** Reads `evaluatePolicy` from a module of whoever runs the gateway. Anything but `true` means that a policy does not hold. */
export async function loadPolicies(file: string | undefined): Promise<EvaluatePolicy> {
  if (file === undefined) return evaluateRolePolicy;
  const module = (await import(pathToFileURL(resolve(file)).href)) as Record<string, unknown>;
  const { evaluatePolicy } = module;
  if (typeof evaluatePolicy !== 'function') {
    throw new Error(`GATEWAY_POLICY_MODULE: ${file} exports no function evaluatePolicy`);
  }
  return (policy, viewer) => evaluatePolicy(policy, viewer) === true;
}
