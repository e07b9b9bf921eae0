"""The frontier's tables, and the statements that are too long to stand in a line.

The constraints are promises: a row is done when it has an outcome, and no answer is done without its policy record.
"""

from crawl.outcomes import OUTCOMES

SCHEMA = f"""
CREATE TABLE IF NOT EXISTS crawls (
    number INTEGER PRIMARY KEY, archive TEXT NOT NULL, is_finished INTEGER NOT NULL DEFAULT 0,
    n_continued INTEGER NOT NULL DEFAULT 0, n_again INTEGER NOT NULL DEFAULT 0, n_cut_off INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS requests (
    id INTEGER PRIMARY KEY, crawl INTEGER NOT NULL REFERENCES crawls, key BLOB NOT NULL,
    parent INTEGER REFERENCES requests, outlet TEXT NOT NULL, kind TEXT NOT NULL, site TEXT NOT NULL,
    url TEXT NOT NULL, packed TEXT NOT NULL, priority INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'in flight', 'done')),
    outcome TEXT CHECK (outcome IN ({", ".join(f"'{name}'" for name in OUTCOMES)})), reason TEXT,
    raw_ref TEXT, rights TEXT, etag TEXT, last_modified TEXT, sha256 TEXT,
    CHECK ((state = 'done') = (outcome IS NOT NULL)),
    CHECK (outcome NOT IN ('page', 'unchanged', 'source') OR rights IS NOT NULL),
    UNIQUE (key, crawl));
CREATE INDEX IF NOT EXISTS queue ON requests (crawl, site, priority DESC, id) WHERE state = 'queued';
CREATE TABLE IF NOT EXISTS passed_over (
    crawl INTEGER NOT NULL REFERENCES crawls, outlet TEXT NOT NULL, url TEXT NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (crawl, url, reason)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS policies (
    crawl INTEGER NOT NULL REFERENCES crawls, site TEXT NOT NULL, record TEXT NOT NULL,
    PRIMARY KEY (crawl, site)) WITHOUT ROWID;
"""
CLAIM = """
UPDATE requests SET state = 'in flight' WHERE id IN (
    SELECT id FROM requests WHERE crawl = ? AND site = ? AND state = 'queued' ORDER BY priority DESC, id LIMIT ?)
RETURNING id, url, outlet, kind, packed, priority, key
"""
FINISH = """
UPDATE requests SET state = 'done', outcome = ?, reason = ?, raw_ref = ?, rights = ?, etag = ?, last_modified = ?,
    sha256 = ? WHERE id = ? AND state = 'in flight'
"""
ADD = """
INSERT OR IGNORE INTO requests (crawl, key, parent, outlet, kind, site, url, packed, priority)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
