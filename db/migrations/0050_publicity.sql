-- Dated rules for how long an adverse record is public, and the class a kind of penalty falls in.
create schema publicity;
create extension if not exists btree_gist;

create table publicity.rule (
  rule_id text not null,
  kind text not null,
  misconduct_class text not null,
  in_force_from date not null,
  in_force_until date,
  published boolean not null,
  min_months integer,
  max_months integer,
  clock text not null,
  instrument_id text not null,
  article text not null,
  confidence text not null,
  constraint rule_pkey primary key (rule_id, misconduct_class),
  constraint rule_article_fkey foreign key (instrument_id, article) references law.article (instrument_id, article),
  constraint rule_class_check check (misconduct_class in ('slight', 'general', 'serious')),
  constraint rule_months_check check (not published or (max_months is not null and min_months <= max_months)),
  -- One rule a date and kind: overlaps are refused on load.
  constraint rule_overlap_excl exclude using gist (kind with =, misconduct_class with =,
    daterange(in_force_from, in_force_until, '[)') with &&)
);

-- The class assumed from the kind of penalty where the deciding unit states none; silent kinds wait for the unit.
create table publicity.penalty_kind_class (
  penalty_kind text not null,
  misconduct_class text not null,
  in_force_from date not null,
  in_force_until date,
  instrument_id text not null,
  article text not null,
  confidence text not null,
  constraint penalty_kind_class_pkey primary key (penalty_kind, in_force_from),
  constraint penalty_kind_class_article_fkey foreign key (instrument_id, article) references law.article (instrument_id, article)
);

-- A law's own period of publicity for an item (and, where it says so, a sector), which prevails over the rules.
create table publicity.own_period (
  own_period_id text not null,
  item text not null,
  sector text,
  misconduct_class text,
  months integer not null,
  in_force_from date not null,
  in_force_until date,
  instrument_id text not null,
  article text not null,
  constraint own_period_pkey primary key (own_period_id),
  constraint own_period_article_fkey foreign key (instrument_id, article) references law.article (instrument_id, article)
);

grant usage on schema publicity to gx_app;
grant select, insert, update, delete on all tables in schema publicity to gx_app;
