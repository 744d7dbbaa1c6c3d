-- How often an address asked for pages that must not be harvested: digests of address and day, never the address.
create unlogged table platform.rate_limit (
  key varchar(255) not null,
  points integer not null default 0,
  expire bigint,
  constraint rate_limit_pkey primary key (key)
);

comment on table platform.rate_limit is 'Counts of the rate limiter in its own shape; unlogged, since a crash may forget them.';

grant select, insert, update, delete on platform.rate_limit to gx_app;
