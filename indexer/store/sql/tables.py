"""The tables of the SQLite file; served/migrations/council/ has those of PostgreSQL, with the same columns."""

TOKENIZE = "porter unicode61 remove_diacritics 2 separators '⁰¹²³⁴⁵⁶⁷⁸⁹'"
"""How a text becomes stems; served/tokens.py has PostgreSQL find the same ones."""

TABLES = f"""
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE papers (
    id INTEGER PRIMARY KEY, file TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL UNIQUE, size INTEGER NOT NULL,
    modified_ns INTEGER NOT NULL, access TEXT NOT NULL, title TEXT NOT NULL, problem TEXT NOT NULL,
    page_count INTEGER NOT NULL, indexed_at TEXT NOT NULL, labels TEXT NOT NULL,
    wording TEXT NOT NULL) STRICT;  -- the same for two papers that say the same, '' where that cannot be told

CREATE TABLE places (
    file TEXT PRIMARY KEY, paper INTEGER NOT NULL REFERENCES papers ON DELETE CASCADE, position INTEGER NOT NULL,
    size INTEGER NOT NULL, modified_ns INTEGER NOT NULL,
    sha256 TEXT NOT NULL) STRICT;  -- of this file: that of its paper, or another one where it is a copy in other bytes
CREATE INDEX places_paper ON places (paper, position);

CREATE TABLE pages (
    paper INTEGER NOT NULL REFERENCES papers ON DELETE CASCADE, position INTEGER NOT NULL, number INTEGER,
    label TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('text', 'ocr', 'empty', 'unreadable')),
    reason TEXT NOT NULL, text TEXT NOT NULL, checksum INTEGER NOT NULL,
    PRIMARY KEY (paper, position)) STRICT, WITHOUT ROWID;

CREATE TABLE sections (
    id INTEGER PRIMARY KEY, paper INTEGER NOT NULL REFERENCES papers ON DELETE CASCADE, position INTEGER NOT NULL,
    kind TEXT NOT NULL, organisation TEXT NOT NULL, body TEXT NOT NULL, held_on TEXT, time TEXT NOT NULL,
    venue TEXT NOT NULL, chair TEXT NOT NULL, title TEXT NOT NULL, item TEXT NOT NULL, page INTEGER, page_end INTEGER,
    access TEXT NOT NULL, mark TEXT NOT NULL, reason TEXT NOT NULL,
    base INTEGER REFERENCES sections ON DELETE CASCADE,  -- what this was cut from by a label on its pages
    given TEXT NOT NULL,  -- access, page, page_end and title as they were indexed
    said TEXT NOT NULL) STRICT;  -- meeting, item and agenda as the section itself has them, before it was settled
CREATE INDEX sections_paper ON sections (paper, position);
CREATE INDEX sections_meeting ON sections (organisation, body, held_on);

CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,  -- an id is never given twice: a reader may still hold a removed one
    section INTEGER NOT NULL REFERENCES sections ON DELETE CASCADE, ordinal INTEGER NOT NULL, page INTEGER,
    page_end INTEGER, printed_page TEXT NOT NULL, item TEXT NOT NULL, title TEXT NOT NULL, heading TEXT NOT NULL,
    text TEXT NOT NULL, text_to_embed TEXT NOT NULL, context TEXT NOT NULL,
    checksum INTEGER NOT NULL) STRICT;
CREATE INDEX passages_section ON passages (section, ordinal);

CREATE TABLE embeddings (
    passage INTEGER PRIMARY KEY REFERENCES passages ON DELETE CASCADE, digest BLOB NOT NULL, vector BLOB NOT NULL,
    signs BLOB NOT NULL, checksum INTEGER NOT NULL) STRICT;
CREATE INDEX embeddings_digest ON embeddings (digest);

CREATE TABLE decisions (
    id INTEGER PRIMARY KEY, section INTEGER NOT NULL REFERENCES sections ON DELETE CASCADE, position INTEGER NOT NULL,
    page INTEGER, item TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, outcome TEXT NOT NULL,
    votes TEXT NOT NULL, mover TEXT NOT NULL, seconder TEXT NOT NULL, delegated_to TEXT NOT NULL,
    amendment INTEGER NOT NULL, result TEXT NOT NULL, motion TEXT NOT NULL, proposal TEXT NOT NULL,
    kind TEXT NOT NULL, paragraph INTEGER NOT NULL, checksum INTEGER NOT NULL) STRICT;
CREATE INDEX decisions_section ON decisions (section, position);

CREATE TABLE events (
    id INTEGER PRIMARY KEY, section INTEGER NOT NULL REFERENCES sections ON DELETE CASCADE, position INTEGER NOT NULL,
    page INTEGER, item TEXT NOT NULL, title TEXT NOT NULL, paragraph INTEGER NOT NULL, kind TEXT NOT NULL,
    proposal TEXT NOT NULL, limbs TEXT NOT NULL, outcome TEXT NOT NULL, result TEXT NOT NULL, mover TEXT NOT NULL,
    seconder TEXT NOT NULL, votes TEXT NOT NULL, ayes TEXT NOT NULL, noes TEXT NOT NULL,
    abstained TEXT NOT NULL, amends INTEGER, checksum INTEGER NOT NULL) STRICT;
CREATE INDEX events_section ON events (section, position);

CREATE TABLE attendance (
    id INTEGER PRIMARY KEY, section INTEGER NOT NULL REFERENCES sections ON DELETE CASCADE, position INTEGER NOT NULL,
    name TEXT NOT NULL, capacity TEXT NOT NULL, role TEXT NOT NULL, chair INTEGER NOT NULL, page INTEGER,
    checksum INTEGER NOT NULL) STRICT;
CREATE INDEX attendance_section ON attendance (section, position);

CREATE TABLE interests (
    id INTEGER PRIMARY KEY, section INTEGER NOT NULL REFERENCES sections ON DELETE CASCADE, position INTEGER NOT NULL,
    member TEXT NOT NULL, text TEXT NOT NULL, about TEXT NOT NULL, kind TEXT NOT NULL, leaving TEXT NOT NULL,
    item TEXT NOT NULL, page INTEGER, checksum INTEGER NOT NULL) STRICT;
CREATE INDEX interests_section ON interests (section, position);

CREATE TABLE actions (
    id INTEGER PRIMARY KEY, section INTEGER NOT NULL REFERENCES sections ON DELETE CASCADE, position INTEGER NOT NULL,
    text TEXT NOT NULL, owner TEXT NOT NULL, deadline TEXT NOT NULL, item TEXT NOT NULL, page INTEGER,
    status TEXT NOT NULL, promise INTEGER NOT NULL, checksum INTEGER NOT NULL) STRICT;
CREATE INDEX actions_section ON actions (section, position);

CREATE TABLE recommendations (
    id INTEGER PRIMARY KEY, section INTEGER NOT NULL REFERENCES sections ON DELETE CASCADE, position INTEGER NOT NULL,
    number TEXT NOT NULL, text TEXT NOT NULL, page INTEGER, checksum INTEGER NOT NULL) STRICT;
CREATE INDEX recommendations_section ON recommendations (section, position);

CREATE TABLE acronyms (
    id INTEGER PRIMARY KEY, section INTEGER NOT NULL REFERENCES sections ON DELETE CASCADE, position INTEGER NOT NULL,
    short TEXT NOT NULL, long TEXT NOT NULL, page INTEGER, checksum INTEGER NOT NULL) STRICT;
CREATE INDEX acronyms_section ON acronyms (section, position);

CREATE TABLE matter_items (
    id INTEGER PRIMARY KEY, section INTEGER NOT NULL REFERENCES sections ON DELETE CASCADE, position INTEGER NOT NULL,
    kind TEXT NOT NULL,  -- '' for a section in which nothing came up: it only notes that it was looked at
    item TEXT NOT NULL, title TEXT NOT NULL, page INTEGER,
    label TEXT NOT NULL,  -- of paper and section when it was linked
    told TEXT NOT NULL,  -- references, minutes and names in its title and decisions
    said TEXT NOT NULL, vector BLOB NOT NULL,  -- stems of its opening, mean vector in half precision
    address TEXT NOT NULL,  -- what it is called in the address of a page
    matter TEXT NOT NULL) STRICT;  -- the address of the first item of its matter, '' for none
CREATE INDEX matter_items_section ON matter_items (section, position);
CREATE INDEX matter_items_matter ON matter_items (matter);
CREATE INDEX matter_items_address ON matter_items (address);

CREATE TABLE linked (organisation TEXT PRIMARY KEY, items INTEGER NOT NULL) STRICT, WITHOUT ROWID;  -- when last linked

CREATE TABLE table_rows (
    id INTEGER PRIMARY KEY, section INTEGER NOT NULL REFERENCES sections ON DELETE CASCADE, position INTEGER NOT NULL,
    page INTEGER, number INTEGER NOT NULL, caption TEXT NOT NULL, period TEXT NOT NULL, unit TEXT NOT NULL,
    heading TEXT NOT NULL, label TEXT NOT NULL, columns TEXT NOT NULL, entries TEXT NOT NULL, units TEXT NOT NULL,
    text TEXT NOT NULL, checksum INTEGER NOT NULL) STRICT;
CREATE INDEX table_rows_section ON table_rows (section, position);

CREATE VIRTUAL TABLE row_words USING fts5 (
    caption, heading, label, columns, text, content='table_rows', content_rowid='id',
    tokenize="{TOKENIZE}");
CREATE TRIGGER table_rows_added AFTER INSERT ON table_rows BEGIN
    INSERT INTO row_words (rowid, caption, heading, label, columns, text)
    VALUES (new.id, new.caption, new.heading, new.label, new.columns, new.text);
END;
CREATE TRIGGER table_rows_removed AFTER DELETE ON table_rows BEGIN
    INSERT INTO row_words (row_words, rowid, caption, heading, label, columns, text)
    VALUES ('delete', old.id, old.caption, old.heading, old.label, old.columns, old.text);
END;

CREATE VIRTUAL TABLE words USING fts5 (
    context, title, heading, text, content='passages', content_rowid='id',
    tokenize="{TOKENIZE}");
CREATE VIRTUAL TABLE stems USING fts5vocab(words, row);
CREATE TRIGGER passages_added AFTER INSERT ON passages BEGIN
    INSERT INTO words (rowid, context, title, heading, text)
    VALUES (new.id, new.context, new.title, new.heading, new.text);
END;
CREATE TRIGGER passages_removed AFTER DELETE ON passages BEGIN
    INSERT INTO words (words, rowid, context, title, heading, text)
    VALUES ('delete', old.id, old.context, old.title, old.heading, old.text);
END;
"""
