/** Relations whose name is passed in: a staged table that another module made. */
import { raw, type Sql } from '../../../platform/db/index.ts';

/**
 * The relation of that name as part of a statement. It must be written `schema.table` in lower case, as code makes it:
 * nothing that came from outside can pass.
 * @throws TypeError for any other text
 */
export function relation(name: string): Sql {
  if (!/^[a-z_][a-z0-9_]{0,62}\.[a-z_][a-z0-9_]{0,62}$/.test(name)) {
    throw new TypeError('not the name of a staged relation');
  }
  return raw(name);
}
