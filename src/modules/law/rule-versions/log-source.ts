/** The versions of rules as a source of the transparency log. */
import { type LogSource, stateSource } from '../../transparency/index.ts';
import { stateOfRuleVersions } from '../queries/rule-versions.ts';

/** The founding, and every version that is or was in force, with the digest of its content. */
export const ruleVersionSource: LogSource = stateSource('law.rule_version', stateOfRuleVersions);
