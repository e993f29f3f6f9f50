import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** The path of the first of these programs in PATH; `alsoIn` names folders to look into as well. */
export async function findProgram(
  names: readonly string[],
  alsoIn: readonly string[] = [],
): Promise<string | undefined> {
  const inPath = (process.env['PATH'] ?? '').split(delimiter).filter((each) => each !== '');
  const folders = [...inPath, ...alsoIn];
  for (const path of names.flatMap((name) => folders.map((folder) => join(folder, name)))) {
    const isProgram = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isProgram) return path;
  }
  return undefined;
}
