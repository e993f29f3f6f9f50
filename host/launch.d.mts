/** With which Node runs the whole product in one process. */
export const NODE_FLAGS: readonly string[];
export function runPinnedNode(
  script: string,
  args: readonly string[],
  env?: NodeJS.ProcessEnv,
  clearUp?: () => Promise<void>,
): Promise<number>;
