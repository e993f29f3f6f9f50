import { Kind, parse, visit } from 'graphql';

/**
 * Which fields have moved already, of those that move step by step: `@override(from: "old", label: "percent(25)")` for a part of
 * all operations, `label: "blue"` where the gateway is told so.
 */
export interface ActiveOverrides {
  labels: readonly string[];
  /** `percent(n)` holds where n is greater. */
  percentage: number;
}

/** Nothing has moved: above every percentage. */
export const NO_OVERRIDES: ActiveOverrides = { labels: [], percentage: 100 };

const PERCENT = /^percent\((\d+(?:\.\d+)?)\)$/;

/** All labels of a supergraph (https://specs.apollo.dev/join/v0.4). */
export function readOverrideLabels(sdl: string): readonly string[] {
  const labels = new Set<string>();
  if (!/overrideLabel:\s*"/.test(sdl)) return [];
  visit(parse(sdl, { noLocation: true }), {
    Argument({ name, value }) {
      if (name.value === 'overrideLabel' && value.kind === Kind.STRING) labels.add(value.value);
    },
  });
  return [...labels];
}

export function isActive(label: string, { labels, percentage }: ActiveOverrides): boolean {
  const percent = percentOf(label);
  return percent === undefined ? labels.includes(label) : percent > percentage;
}

/**
 * What holds for one operation. As few different answers as there are steps of percentages, and one: each has plans of its own.
 */
export function createChooseOverrides(
  sdl: string,
  activeLabels: readonly string[],
  random: () => number,
): () => ActiveOverrides {
  const known = readOverrideLabels(sdl);
  const labels = known.filter((label) => activeLabels.includes(label));
  const steps = known.flatMap((label) => percentOf(label) ?? []).toSorted((a, b) => a - b);
  if (steps.length === 0) return () => ({ ...NO_OVERRIDES, labels });
  return () => {
    const drawn = random() * 100;
    // The last step that is not above what was drawn stands for all that is between it and the next.
    return { labels, percentage: steps.findLast((step) => step <= drawn) ?? 0 };
  };
}

function percentOf(label: string): number | undefined {
  const percent = PERCENT.exec(label)?.[1];
  return percent === undefined ? undefined : Number(percent);
}
