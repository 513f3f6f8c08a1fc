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
  // those pages took longer than all the rest of storing people. What refers to the table is made anew before it, since
  // dropping a table that is referred to looks for each of its rows in all of those.
  `
  CREATE TABLE known_people (id INTEGER PRIMARY KEY, key TEXT NOT NULL) STRICT;
  INSERT INTO known_people SELECT id, key FROM person_ids ORDER BY id;

  CREATE TABLE people_alone (
    generation INTEGER NOT NULL, id INTEGER NOT NULL, person TEXT NOT NULL, PRIMARY KEY (generation, id)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO people_alone SELECT generation, id, person FROM people ORDER BY generation, id;
  DROP TABLE people;
  ALTER TABLE people_alone RENAME TO people;

  CREATE TABLE known_links (
    person INTEGER PRIMARY KEY REFERENCES known_people (id), account TEXT NOT NULL, at INTEGER NOT NULL
  ) STRICT;
  INSERT INTO known_links SELECT person, account, at FROM links ORDER BY person;
  DROP TABLE links;
  ALTER TABLE known_links RENAME TO links;

  DROP TABLE person_ids;
  ALTER TABLE known_people RENAME TO person_ids;
  `,
  // Groups. The list is short, so it is brought up to date in place: each row is true by itself.
  `
  CREATE TABLE k2_groups (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, read_at INTEGER NOT NULL, cut INTEGER NOT NULL,
    resource TEXT NOT NULL
  ) STRICT;
  CREATE TABLE added_members (
    k2_group TEXT NOT NULL, account TEXT NOT NULL, PRIMARY KEY (k2_group, account)
  ) STRICT, WITHOUT ROWID;
  `,
  // Searching every run by name reads this index alone: a few bytes a change, where the change itself takes a thousand. It
  // grows at its end, since changes come in order. The other two hold what is rare.
  `
  CREATE INDEX plan_changes_search ON plan_changes (plan, id, left_out, search);
  CREATE INDEX plan_changes_warned ON plan_changes (plan, id) WHERE warnings <> '';
  CREATE INDEX run_changes_drifted ON run_changes (run, id) WHERE drift IS NOT NULL AND drift <> '[]';
  `,
  `
  CREATE TABLE decisions (
    person INTEGER PRIMARY KEY REFERENCES person_ids (id),
    kind TEXT NOT NULL,
    account TEXT,
    not_theirs TEXT NOT NULL,
    name TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX decisions_by_account ON decisions (account);
  `,
  // Who is new, changed or gone since the reading before the last. 'first' marks a reading that had none before it; so is
  // every reading that an earlier version made.
  `
  CREATE TABLE people_since (
    generation INTEGER NOT NULL, id INTEGER NOT NULL, since TEXT NOT NULL, PRIMARY KEY (generation, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE people_gone (
    generation INTEGER NOT NULL, id INTEGER NOT NULL, name TEXT NOT NULL, user_name TEXT, PRIMARY KEY (generation, id)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO people_since (generation, id, since)
    SELECT json_extract(value, '$.generation'), 0, 'first' FROM kept WHERE name = 'source';
  `,
  // Saved selections. The people of a list stand under the list's number, so that another list takes its place at once.
  `
  CREATE TABLE selections (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE, rule TEXT, list INTEGER NOT NULL UNIQUE,
    saved_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE selection_people (
    list INTEGER NOT NULL, person INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (list, person)
  ) STRICT, WITHOUT ROWID;
  `,
]
