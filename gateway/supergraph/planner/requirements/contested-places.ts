import type { RequiredSelection } from '../plan.ts';
import type { RequiredPath } from './distinct-requirements.ts';
import { withoutVariant } from './required-variant.ts';

/** What a representation holds at its contested places; more than one name only where types tell them apart. */
export type Choice = Map<string, ReadonlySet<string>>;

/** Places for which two names are required, whatever the types around them: types may overlap. */
export function contestedPlaces(requires: readonly RequiredSelection[]): Set<string> {
  const names = new Map<string, string>();
  const contested = new Set<string>();
  see(requires, '');
  return contested;

  function see(selections: readonly RequiredSelection[], place: string): void {
    for (const selection of selections) {
      if (selection.kind === 'InlineFragment') see(selection.selections, place);
      else {
        const path = pathOf(selection.name, place);
        if ((names.get(path) ?? selection.name) !== selection.name) contested.add(path);
        names.set(path, selection.name);
        see(selection.selections ?? [], `${path}.`);
      }
    }
  }
}

/** Adds what a field needs to the first choice that it agrees with, or to a new one. */
export function choose(
  choices: Choice[],
  contested: ReadonlySet<string>,
  required: readonly RequiredPath[],
): Choice {
  const needs: Choice = new Map();
  for (const { path, name } of required) {
    if (contested.has(path)) needs.set(path, new Set(needs.get(path)).add(name));
  }
  let choice = choices.find((each) =>
    [...needs].every(([path, names]) => {
      const chosen = each.get(path) ?? names;
      return chosen.symmetricDifference(names).size === 0;
    }),
  );
  if (choice === undefined) choices.push((choice = new Map()));
  for (const [path, names] of needs) choice.set(path, names);
  return choice;
}

/** What is required, with what was chosen at contested places. */
export function keepChosen(
  selections: readonly RequiredSelection[],
  contested: ReadonlySet<string>,
  choice: Choice,
  place = '',
): RequiredSelection[] {
  return selections.flatMap((selection): RequiredSelection[] => {
    const inner = (path: string) => keepChosen(selection.selections ?? [], contested, choice, path);
    if (selection.kind === 'InlineFragment') return [{ ...selection, selections: inner(place) }];
    const path = pathOf(selection.name, place);
    if (contested.has(path) && choice.get(path)?.has(selection.name) !== true) return [];
    return [
      selection.selections === undefined
        ? selection
        : { ...selection, selections: inner(`${path}.`) },
    ];
  });
}

const pathOf = (name: string, place: string): string => `${place}${withoutVariant(name)}`;
