-- Which unit goes on where one was merged into another; a unit that was merely ended has no row.
create table identity.unit_successor (
  unit_code text not null,
  successor text not null,
  since date not null,
  constraint unit_successor_pkey primary key (unit_code),
  constraint unit_successor_unit_fkey foreign key (unit_code) references identity.unit (unit_code),
  constraint unit_successor_successor_fkey foreign key (successor) references identity.unit (unit_code),
  constraint unit_successor_other_check check (successor <> unit_code)
);

grant select, insert on identity.unit_successor to gx_app;
