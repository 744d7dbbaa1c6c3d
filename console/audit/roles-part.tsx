/** Audit, roles: who was given which role by whom, who approved it, and how it ended. */
import { Link } from 'react-router';
import { useUnitNames } from '../identity/use-unit-names.ts';
import { words as identityWords } from '../identity/words.ts';
import { lastDayBefore, writeInstant } from '../language/dates.ts';
import { useWords } from '../language/language.ts';
import { DataTable } from '../parts/data-table.tsx';
import { Pages, usePages } from '../parts/more-pages.tsx';
import type { RoleChangeAnswer } from './answers.ts';
import { words } from './words.ts';

/** The part, newest first. */
export function RolesPart() {
  const text = useWords(words);
  const { role: roles } = useWords(identityWords);
  const nameOfUnit = useUnitNames();
  const pages = usePages<RoleChangeAnswer>('/api/v1/audit/role-changes', { limit: 50 }, 'before');
  return (
    <>
      <p>
        <Link to="/approvals?state=decided">{text.approvals}</Link>
      </p>
      <Pages of={pages}>
        {(rows) => (
          <DataTable
            caption={text.roleChanges}
            showCaption
            rows={rows}
            rowKey={({ grantId, change }) => `${grantId} ${change}`}
            empty={text.noRoleChanges}
            columns={[
              { key: 'at', title: text.at, cell: ({ at }) => <time>{writeInstant(at)}</time> },
              {
                key: 'whose',
                title: text.whose,
                cell: ({ name, loginName, unit }) => (
                  <>
                    {name} <span className="code quiet">{loginName}</span>
                    <br />
                    <span className="quiet">{nameOfUnit(unit)}</span>
                  </>
                ),
              },
              {
                key: 'role',
                title: text.role,
                cell: ({ role, isDelegated }) => `${roles[role] ?? role}${isDelegated ? text.delegated : ''}`,
              },
              { key: 'change', title: text.change, cell: ({ change }) => text.changes[change] },
              {
                key: 'period',
                title: text.period,
                cell: ({ since, until }) => (
                  <time>{until === null ? text.onwards(since) : text.span(since, lastDayBefore(until))}</time>
                ),
              },
              {
                key: 'by',
                title: text.by,
                cell: ({ by }) => (by === 'installation' ? text.installation : by),
              },
              { key: 'approvedBy', title: text.approvedBy, cell: ({ approvedBy }) => approvedBy ?? '—' },
              { key: 'reason', title: text.reason, wide: true, cell: ({ reason }) => reason ?? '—' },
            ]}
          />
        )}
      </Pages>
    </>
  );
}
