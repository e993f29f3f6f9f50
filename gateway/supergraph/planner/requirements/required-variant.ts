import type { ConstArgumentNode } from 'graphql';

/** A field with the arguments with which some other is said to require it, under a name of its own. */
export interface RequiredVariant {
  name: string;
  /** As the subgraph knows it. */
  field: string;
  arguments: readonly ConstArgumentNode[];
}

const VARIANT_MARK = '__given_';
const OWN_NAME = /__given_\d+$|^_internal_qp_alias_\d+$/;

export function variantName(field: string, number: number): string {
  return `${field}${VARIANT_MARK}${number}`;
}

/** Names that plans have for what a client does not ask for: none of them is free for what it does. */
export function isNameOfPlans(name: string): boolean {
  return OWN_NAME.test(name);
}

/** What the subgraph calls it. */
export function withoutVariant(name: string): string {
  return name.replace(/__given_\d+$/, '');
}
