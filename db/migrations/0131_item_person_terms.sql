-- An item of organisations may take rows about natural persons on terms of its own, which are never open (charter C3).
alter table catalogue.item drop constraint item_natural_person_check;

alter table catalogue.item add constraint item_natural_person_check check (
  case when definition ? 'persons' then natural_person and definition -> 'persons' ->> 'openness' in ('onRequest', 'sharedOnly')
    else not natural_person or openness <> 'open' end
);
