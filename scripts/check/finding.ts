// The shape in which every check says what is wrong and how to mend it.

/** One thing that is wrong. `where` is `path` or `path:line`, relative to the repository. */
export interface CheckFinding {
  where: string;
  what: string;
}

/** What one check has to say: nothing found, or findings and one remedy for all of them. */
export interface CheckResult {
  findings: CheckFinding[];
  /** A few words on what was looked at, shown when all is well. */
  seen: string;
}

/** A file as the checks see it, so that tests can hand in a tree that was never written. */
export interface SourceFile {
  path: string;
  text: string;
}
