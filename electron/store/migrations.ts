/**
 * The steps that bring a connection's database from one version to the next; `user_version` counts those that are done.
 * A step that has been released is never edited: what comes later is a new step at the end.
 *
 * People and accounts carry a generation: what a reader brings is written beside what is there, in small transactions
 * that leave the event loop free, and becomes current by one single-row update. A crash in between changes nothing.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE kept (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE person_ids (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE people (
    generation INTEGER NOT NULL,
    id INTEGER NOT NULL REFERENCES person_ids (id),
    person TEXT NOT NULL,
    PRIMARY KEY (generation, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE problems (
    generation INTEGER NOT NULL, id INTEGER NOT NULL, problem TEXT NOT NULL, PRIMARY KEY (generation, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE accounts (
    n INTEGER PRIMARY KEY,
    generation INTEGER NOT NULL,
    id TEXT NOT NULL,
    user_name TEXT NOT NULL,
    external_id TEXT,
    name TEXT NOT NULL,
    email TEXT,
    active INTEGER NOT NULL,
    read_at INTEGER NOT NULL,
    resource TEXT NOT NULL,
    UNIQUE (generation, id)
  ) STRICT;

  CREATE TABLE links (
    person INTEGER PRIMARY KEY REFERENCES person_ids (id), account TEXT NOT NULL, at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE plans (
    id TEXT PRIMARY KEY,
    content_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    frozen_at INTEGER NOT NULL,
    summary TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE plan_changes (
    n INTEGER PRIMARY KEY,
    plan TEXT NOT NULL,
    id INTEGER NOT NULL,
    pass INTEGER NOT NULL,
    kind TEXT NOT NULL,
    person INTEGER,
    account TEXT,
    left_out INTEGER NOT NULL,
    warnings TEXT NOT NULL,
    search TEXT NOT NULL,
    change TEXT NOT NULL,
    manager INTEGER,
    UNIQUE (plan, id)
  ) STRICT;

  CREATE TABLE runs (
    id TEXT PRIMARY KEY REFERENCES plans (id),
    plan_hash TEXT NOT NULL,
    status TEXT NOT NULL,
    admin TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    total INTEGER NOT NULL,
    kinds TEXT NOT NULL,
    undoes TEXT,
    undone_by TEXT,
    verified TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE run_changes (
    run TEXT NOT NULL,
    id INTEGER NOT NULL,
    person INTEGER,
    outcome TEXT NOT NULL,
    intent_at INTEGER,
    account TEXT,
    status INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    duration INTEGER,
    note TEXT,
    failure TEXT,
    offer TEXT,
    drift TEXT,
    before TEXT,
    PRIMARY KEY (run, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX run_changes_by_person ON run_changes (person) WHERE person IS NOT NULL;
  CREATE INDEX run_changes_by_outcome ON run_changes (run, outcome);
  CREATE TABLE exchanges (
    n INTEGER PRIMARY KEY,
    run TEXT NOT NULL REFERENCES runs (id),
    change INTEGER NOT NULL,
    exchange TEXT NOT NULL
  ) STRICT;
  CREATE INDEX exchanges_by_change ON exchanges (run, change);
  `,
  // The roster looks keys up in memory (known-people.ts): every new key landed on another page of the index, and writing
  // those pages took longer than all the rest of storing people. The references to the table stay; they hold again at the end.
  `
  PRAGMA defer_foreign_keys = ON;
  CREATE TABLE person_ids_in_order (id INTEGER PRIMARY KEY, key TEXT NOT NULL) STRICT;
  INSERT INTO person_ids_in_order SELECT id, key FROM person_ids ORDER BY id;
  DROP TABLE person_ids;
  ALTER TABLE person_ids_in_order RENAME TO person_ids;
  `,
]
