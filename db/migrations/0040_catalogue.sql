-- Editions of the catalogue and their items with the legal basis that activates them.
create schema catalogue;

create table catalogue.edition (
  edition_id text not null,
  title_zh text not null,
  title_en text not null,
  in_force_from date not null,
  in_force_until date,
  instrument_id text not null,
  constraint edition_pkey primary key (edition_id),
  constraint edition_instrument_fkey foreign key (instrument_id) references law.instrument (instrument_id)
);

-- C1: no item without a basis (not null, foreign key); a draft is not active.
create table catalogue.item (
  item text not null,
  edition_id text not null,
  name_zh text not null,
  name_en text not null,
  category text not null,
  adverse boolean not null,
  openness text not null,
  natural_person boolean not null,
  publicity text not null,
  basis_instrument text not null,
  basis_article text not null,
  state text not null,
  definition jsonb not null,
  constraint item_pkey primary key (item, edition_id),
  constraint item_edition_fkey foreign key (edition_id) references catalogue.edition (edition_id),
  constraint item_basis_fkey foreign key (basis_instrument, basis_article) references law.article (instrument_id, article),
  constraint item_openness_check check (openness in ('open', 'onRequest', 'sharedOnly')),
  constraint item_publicity_check check (publicity in ('adverse', 'while-valid', 'while-registered', 'none')),
  constraint item_state_check check (state in ('draft', 'active', 'superseded')),
  constraint item_natural_person_check check (not natural_person or openness <> 'open')
);

create table catalogue.item_unit (
  item text not null,
  unit_code text not null,
  constraint item_unit_pkey primary key (item, unit_code)
);

-- Items of the edition in force whose basis, or its successor, is in force today.
create view catalogue.item_now as
select i.*
from catalogue.item i
join catalogue.edition e on e.edition_id = i.edition_id
join law.instrument_now b on b.instrument_id = i.basis_instrument
where i.state = 'active' and e.in_force_from <= platform.today()
  and (e.in_force_until is null or e.in_force_until > platform.today());

grant usage on schema catalogue to gx_app;
grant select, insert, update, delete on all tables in schema catalogue to gx_app;
