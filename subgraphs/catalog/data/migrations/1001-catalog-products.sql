create extension if not exists pg_trgm;
create extension if not exists fuzzystrmatch;

create table category (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  image_url text not null
);

create table product (
  id uuid primary key,
  sku text not null constraint product_sku_key unique,
  name text not null,
  description text not null,
  price_cents integer not null check (price_cents > 0),
  currency char(3) not null,
  category_id uuid not null references category (id),
  image_url text not null,
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'ARCHIVED')),
  -- What inventory last told, and the version of that message.
  is_in_stock boolean not null default false,
  stock_version bigint not null default -1,
  -- Counts an editor's changes: what optimistic concurrency compares.
  version integer not null default 1,
  -- Counts all changes, those of the stock too: what the cache compares.
  revision integer not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  search tsvector not null generated always as (
    setweight(to_tsvector('english', name), 'A')
    || setweight(to_tsvector('english', regexp_replace(sku, '[^[:alnum:]]+', ' ', 'g')), 'A')
    || setweight(to_tsvector('english', description), 'C')
  ) stored
  -- Changes of the stock touch no indexed column: room on the page keeps them out of the indexes.
) with (fillfactor = 85);

create index product_search on product using gin (search);

-- One index an order of the shop's lists, ending in the id that breaks ties ...
create index product_newest on product (created_at, id) where status = 'ACTIVE';
create index product_price on product (price_cents, id) where status = 'ACTIVE';
create index product_name on product (lower(name), id) where status = 'ACTIVE';
-- ... the same inside one category ...
create index product_category_newest on product (category_id, created_at, id) where status = 'ACTIVE';
create index product_category_price on product (category_id, price_cents, id) where status = 'ACTIVE';
create index product_category_name on product (category_id, lower(name), id) where status = 'ACTIVE';
-- ... and what administrators see.
create index product_all_newest on product (created_at, id);
create index product_archived on product (created_at, id) where status = 'ARCHIVED';

-- The words that products use: where a search with a typing error finds what was meant.
-- Byte order, so that a range of the first letter is a range of the index.
create table search_word (
  word text collate "C" primary key
);
create index search_word_trigram on search_word using gin (word gin_trgm_ops);
