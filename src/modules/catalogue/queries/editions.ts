/** Statements about editions as everybody may read them. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/** Editions of this platform, the oldest first. */
export const selectEditions = (): Sql => sql`
  select edition_id as id, jsonb_build_object('zh', title_zh, 'en', title_en) as title, legislature as level, under,
    in_force_from as "from", in_force_until as until
  from published.edition order by in_force_from, edition_id`;

/** The items of an edition, by code. */
export const selectEditionItems = (edition: string): Sql => sql`
  select definition from published.item where edition_id = ${edition} order by item`;

/** Versions that an item has had, the newest first, each with the one before it. */
export const selectItemVersions = (key: string): Sql => sql`
  select version_id as "versionId", origin, state, active_since as "activeSince", ended_at as "endedAt", founding, content,
    lag(content) over (order by active_since, version_id) as before
  from published.rule_version where kind = 'catalogue.item' and key = ${key}
  order by active_since desc, version_id desc`;
