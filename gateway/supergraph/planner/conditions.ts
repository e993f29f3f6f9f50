import { visit, type DocumentNode } from 'graphql';

/** Whether anything in it depends on `@skip` or `@include`. */
export function hasConditions(document: DocumentNode): boolean {
  let isFound = false;
  visit(document, {
    Directive({ name }) {
      isFound ||= name.value === 'skip' || name.value === 'include';
    },
  });
  return isFound;
}
