-- An auditor asks by day and unit; rows of subjects at their own file are no part of that.
create index access_day_idx on disclosure.access (accessed_at, unit_code) where kind <> 'own-file';
