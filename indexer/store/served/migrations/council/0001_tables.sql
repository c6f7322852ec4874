-- The tables of one council, in its own schema, with the columns of the SQLite file (indexer/store/sql/tables.py).
-- What is compared or put in order has the collation "C", which orders by bytes as SQLite does.

CREATE TABLE meta (key text PRIMARY KEY, value text NOT NULL);

CREATE TABLE papers (
    id bigserial PRIMARY KEY, file text COLLATE "C" NOT NULL UNIQUE, sha256 text NOT NULL UNIQUE, size bigint NOT NULL,
    modified_ns bigint NOT NULL, access text NOT NULL, title text NOT NULL, problem text NOT NULL,
    page_count integer NOT NULL, indexed_at text NOT NULL, labels text NOT NULL,
    wording text NOT NULL);  -- the same for two papers that say the same, '' where that cannot be told

CREATE TABLE places (
    file text COLLATE "C" PRIMARY KEY, paper bigint NOT NULL REFERENCES papers ON DELETE CASCADE, position integer NOT NULL,
    size bigint NOT NULL, modified_ns bigint NOT NULL,
    sha256 text NOT NULL);  -- of this file: that of its paper, or another one where it is a copy in other bytes
CREATE INDEX places_paper ON places (paper, position);

CREATE TABLE pages (
    paper bigint NOT NULL REFERENCES papers ON DELETE CASCADE, position integer NOT NULL, number integer,
    label text NOT NULL, state text NOT NULL CHECK (state IN ('text', 'ocr', 'empty', 'unreadable')),
    reason text NOT NULL, text text NOT NULL, checksum bigint NOT NULL,
    PRIMARY KEY (paper, position));

CREATE TABLE sections (
    id bigserial PRIMARY KEY, paper bigint NOT NULL REFERENCES papers ON DELETE CASCADE, position integer NOT NULL,
    kind text NOT NULL, organisation text COLLATE "C" NOT NULL, body text COLLATE "C" NOT NULL, held_on text COLLATE "C", time text NOT NULL,
    venue text NOT NULL, chair text NOT NULL, title text NOT NULL, item text NOT NULL, page integer, page_end integer,
    access text NOT NULL, mark text NOT NULL, reason text NOT NULL,
    base bigint REFERENCES sections ON DELETE CASCADE,  -- what this was cut from by a label on its pages
    given text NOT NULL,  -- access, page, page_end and title as they were indexed
    said text NOT NULL,  -- meeting, item and agenda as the section itself has them, before it was settled
    paper_access text NOT NULL DEFAULT '');  -- the label of its paper, so that a policy need not look it up
CREATE INDEX sections_paper ON sections (paper, position);
CREATE INDEX sections_base ON sections (base) WHERE base IS NOT NULL;
CREATE INDEX sections_meeting ON sections (organisation, body, held_on);

CREATE TABLE passages (
    id bigserial PRIMARY KEY,  -- an id is never given twice: a reader may still hold a removed one
    section bigint NOT NULL REFERENCES sections ON DELETE CASCADE, ordinal integer NOT NULL, page integer,
    page_end integer, printed_page text NOT NULL, item text NOT NULL, title text NOT NULL, heading text NOT NULL,
    text text NOT NULL, text_to_embed text NOT NULL, context text NOT NULL,
    checksum bigint NOT NULL);
CREATE INDEX passages_section ON passages (section, ordinal);

CREATE TABLE embeddings (
    passage bigint PRIMARY KEY REFERENCES passages ON DELETE CASCADE, digest bytea NOT NULL, vector bytea NOT NULL,
    checksum bigint NOT NULL);  -- the sum of the vector and of the signs, which have a table of their own

CREATE TABLE signs (passage bigint PRIMARY KEY REFERENCES passages ON DELETE CASCADE, signs bytea NOT NULL);
ALTER TABLE signs ALTER signs SET STORAGE EXTERNAL;  -- bits of vectors do not get smaller
CREATE INDEX embeddings_digest ON embeddings (digest);

CREATE TABLE decisions (
    id bigserial PRIMARY KEY, section bigint NOT NULL REFERENCES sections ON DELETE CASCADE, position integer NOT NULL,
    page integer, item text NOT NULL, title text NOT NULL, text text NOT NULL, outcome text NOT NULL,
    votes text NOT NULL, mover text NOT NULL, seconder text NOT NULL, delegated_to text NOT NULL,
    amendment boolean NOT NULL, result text NOT NULL, motion text NOT NULL, proposal text NOT NULL,
    kind text NOT NULL, paragraph integer NOT NULL, checksum bigint NOT NULL);
CREATE INDEX decisions_section ON decisions (section, position);

CREATE TABLE events (
    id bigserial PRIMARY KEY, section bigint NOT NULL REFERENCES sections ON DELETE CASCADE, position integer NOT NULL,
    page integer, item text NOT NULL, title text NOT NULL, paragraph integer NOT NULL, kind text NOT NULL,
    proposal text NOT NULL, limbs text NOT NULL, outcome text NOT NULL, result text NOT NULL, mover text NOT NULL,
    seconder text NOT NULL, votes text NOT NULL, ayes text NOT NULL, noes text NOT NULL,
    abstained text NOT NULL, amends integer, checksum bigint NOT NULL);
CREATE INDEX events_section ON events (section, position);

CREATE TABLE attendance (
    id bigserial PRIMARY KEY, section bigint NOT NULL REFERENCES sections ON DELETE CASCADE, position integer NOT NULL,
    name text NOT NULL, capacity text NOT NULL, role text NOT NULL, chair boolean NOT NULL, page integer,
    checksum bigint NOT NULL);
CREATE INDEX attendance_section ON attendance (section, position);

CREATE TABLE interests (
    id bigserial PRIMARY KEY, section bigint NOT NULL REFERENCES sections ON DELETE CASCADE, position integer NOT NULL,
    member text NOT NULL, text text NOT NULL, about text NOT NULL, kind text NOT NULL, leaving text NOT NULL,
    item text NOT NULL, page integer, checksum bigint NOT NULL);
CREATE INDEX interests_section ON interests (section, position);

CREATE TABLE actions (
    id bigserial PRIMARY KEY, section bigint NOT NULL REFERENCES sections ON DELETE CASCADE, position integer NOT NULL,
    text text NOT NULL, owner text NOT NULL, deadline text NOT NULL, item text NOT NULL, page integer,
    status text NOT NULL, promise boolean NOT NULL, checksum bigint NOT NULL);
CREATE INDEX actions_section ON actions (section, position);

CREATE TABLE recommendations (
    id bigserial PRIMARY KEY, section bigint NOT NULL REFERENCES sections ON DELETE CASCADE, position integer NOT NULL,
    number text NOT NULL, text text NOT NULL, page integer, checksum bigint NOT NULL);
CREATE INDEX recommendations_section ON recommendations (section, position);

CREATE TABLE acronyms (
    id bigserial PRIMARY KEY, section bigint NOT NULL REFERENCES sections ON DELETE CASCADE, position integer NOT NULL,
    short text NOT NULL, long text NOT NULL, page integer, checksum bigint NOT NULL);
CREATE INDEX acronyms_section ON acronyms (section, position);

CREATE TABLE matter_items (
    id bigserial PRIMARY KEY, section bigint NOT NULL REFERENCES sections ON DELETE CASCADE, position integer NOT NULL,
    kind text NOT NULL,  -- '' for a section in which nothing came up: it only notes that it was looked at
    item text NOT NULL, title text NOT NULL, page integer,
    label text NOT NULL,  -- of paper and section when it was linked
    told text NOT NULL,  -- references, minutes and names in its title and decisions
    said text NOT NULL, vector bytea NOT NULL,  -- stems of its opening, mean vector in half precision
    address text NOT NULL,  -- what it is called in the address of a page
    matter text NOT NULL);  -- the address of the first item of its matter, '' for none
CREATE INDEX matter_items_section ON matter_items (section, position);
CREATE INDEX matter_items_matter ON matter_items (matter);
CREATE INDEX matter_items_address ON matter_items (address);

CREATE TABLE linked (organisation text COLLATE "C" PRIMARY KEY, items integer NOT NULL);  -- when last linked

CREATE TABLE table_rows (
    id bigserial PRIMARY KEY, section bigint NOT NULL REFERENCES sections ON DELETE CASCADE, position integer NOT NULL,
    page integer, number integer NOT NULL, caption text NOT NULL, period text NOT NULL, unit text NOT NULL,
    heading text NOT NULL, label text NOT NULL, columns text NOT NULL, entries text NOT NULL, units text NOT NULL,
    text text NOT NULL, checksum bigint NOT NULL);
CREATE INDEX table_rows_section ON table_rows (section, position);

-- What is searched: vectors in half precision, and words. Both bear the labels of their paper and section, so that they
-- can be asked without joining anything. They are partitions of the tables of all councils.

CREATE TABLE passage_vectors (
    council text NOT NULL DEFAULT current_setting('board_papers.council'),
    passage bigint PRIMARY KEY REFERENCES passages ON DELETE CASCADE, section bigint NOT NULL,
    paper_access text NOT NULL, section_access text NOT NULL, vector halfvec(384) NOT NULL);
ALTER TABLE passage_vectors ALTER vector SET STORAGE PLAIN;

CREATE TABLE passage_words (
    council text NOT NULL DEFAULT current_setting('board_papers.council'),
    passage bigint PRIMARY KEY REFERENCES passages ON DELETE CASCADE, section bigint NOT NULL,
    paper_access text NOT NULL, section_access text NOT NULL,
    size integer NOT NULL,  -- how many words
    words tsvector NOT NULL,  -- A: of the context, B: of the title, C: of the headings, D: of the text
    stems bigint[] NOT NULL, counts bigint[] NOT NULL);  -- each stem as a number; how often it stands in A, B, C, D
ALTER TABLE passage_words ALTER stems SET STORAGE MAIN, ALTER counts SET STORAGE MAIN;
CREATE INDEX passage_words_words ON passage_words USING gin (words) WITH (fastupdate = off);

CREATE TABLE row_words (
    entry bigint PRIMARY KEY REFERENCES table_rows ON DELETE CASCADE, size integer NOT NULL,
    words tsvector NOT NULL,  -- A: of the caption and the row, B: of the heading, C: of the label, D: of the columns
    stems bigint[] NOT NULL, counts bigint[] NOT NULL);
CREATE INDEX row_words_words ON row_words USING gin (words) WITH (fastupdate = off);

CREATE TABLE word_counts (
    council text NOT NULL DEFAULT current_setting('board_papers.council'),
    kind text NOT NULL,  -- passage or row
    term text COLLATE "C" NOT NULL, doc integer NOT NULL, PRIMARY KEY (kind, term));
CREATE TABLE word_totals (
    council text NOT NULL DEFAULT current_setting('board_papers.council'),
    kind text PRIMARY KEY, entries bigint NOT NULL, tokens bigint NOT NULL);
INSERT INTO word_totals (kind, entries, tokens) VALUES ('passage', 0, 0), ('row', 0, 0);
CREATE VIEW stems AS SELECT term, doc FROM word_counts WHERE kind = 'passage' AND doc > 0;

CREATE FUNCTION words_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO word_counts (kind, term, doc)
        SELECT TG_ARGV[0], lexeme, count(*) FROM fresh, unnest(tsvector_to_array(words)) AS lexeme GROUP BY lexeme
        ON CONFLICT (kind, term) DO UPDATE SET doc = word_counts.doc + excluded.doc;
    UPDATE word_totals SET entries = entries + n, tokens = tokens + sizes
        FROM (SELECT count(*) AS n, coalesce(sum(size), 0) AS sizes FROM fresh) AS sums WHERE kind = TG_ARGV[0];
    RETURN NULL;
END $$;
CREATE FUNCTION words_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE word_counts SET doc = word_counts.doc - gone.doc FROM (
        SELECT lexeme, count(*) AS doc FROM old_rows, unnest(tsvector_to_array(words)) AS lexeme GROUP BY lexeme
    ) AS gone WHERE kind = TG_ARGV[0] AND term = lexeme;
    UPDATE word_totals SET entries = entries - n, tokens = tokens - sizes
        FROM (SELECT count(*) AS n, coalesce(sum(size), 0) AS sizes FROM old_rows) AS sums WHERE kind = TG_ARGV[0];
    RETURN NULL;
END $$;
CREATE TRIGGER added AFTER INSERT ON passage_words REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION words_added('passage');
CREATE TRIGGER removed AFTER DELETE ON passage_words REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION words_removed('passage');
CREATE TRIGGER added AFTER INSERT ON row_words REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION words_added('row');
CREATE TRIGGER removed AFTER DELETE ON row_words REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION words_removed('row');

-- The labels follow those of the paper and the section.

CREATE FUNCTION labels_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'papers' THEN
        UPDATE sections SET paper_access = NEW.access WHERE paper = NEW.id;
        UPDATE passage_vectors SET paper_access = NEW.access FROM sections
            WHERE sections.id = section AND sections.paper = NEW.id;
        UPDATE passage_words SET paper_access = NEW.access FROM sections
            WHERE sections.id = section AND sections.paper = NEW.id;
    ELSIF TG_TABLE_NAME = 'sections' THEN
        UPDATE passage_vectors SET section_access = NEW.access WHERE section = NEW.id;
        UPDATE passage_words SET section_access = NEW.access WHERE section = NEW.id;
    ELSE
        UPDATE passage_vectors SET section = NEW.section, section_access = sections.access FROM sections
            WHERE passage = NEW.id AND sections.id = NEW.section;
        UPDATE passage_words SET section = NEW.section, section_access = sections.access FROM sections
            WHERE passage = NEW.id AND sections.id = NEW.section;
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION label_of_paper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.paper_access := (SELECT access FROM papers WHERE id = NEW.paper);
    RETURN NEW;
END $$;
CREATE TRIGGER label_of_paper BEFORE INSERT ON sections FOR EACH ROW EXECUTE FUNCTION label_of_paper();
CREATE INDEX passage_vectors_section ON passage_vectors (section);
CREATE INDEX passage_words_section ON passage_words (section);
CREATE TRIGGER labels_follow AFTER UPDATE OF access ON papers FOR EACH ROW WHEN (OLD.access <> NEW.access)
    EXECUTE FUNCTION labels_follow();
CREATE TRIGGER labels_follow AFTER UPDATE OF access ON sections FOR EACH ROW WHEN (OLD.access <> NEW.access)
    EXECUTE FUNCTION labels_follow();
CREATE TRIGGER labels_follow AFTER UPDATE OF section ON passages FOR EACH ROW WHEN (OLD.section <> NEW.section)
    EXECUTE FUNCTION labels_follow();

-- Which label stands where, without any words: whether a page may be seen depends on sections that may not.
CREATE VIEW labelled AS SELECT id, paper, page, page_end, access FROM sections;

-- How many passages, or rows of tables, have a phrase; all are counted, as SQLite's full text does.
CREATE FUNCTION standing(kind text, phrase tsquery) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER
BEGIN ATOMIC
    SELECT CASE kind WHEN 'passage' THEN (SELECT count(*) FROM passage_words WHERE words @@ phrase)
        ELSE (SELECT count(*) FROM row_words WHERE words @@ phrase) END;
END;

-- Searches by words. Row-level security lets no index be used for `@@`, since that operator is not leakproof; so these look
-- as the owner of the tables, and ask for the labels themselves.
CREATE FUNCTION found_passages(query tsquery) RETURNS SETOF passage_words LANGUAGE sql STABLE SECURITY DEFINER
BEGIN ATOMIC
    SELECT * FROM passage_words WHERE words @@ query
        AND paper_access = ANY ((SELECT board_papers.allowed())::text[])
        AND section_access = ANY ((SELECT board_papers.allowed())::text[]);
END;
CREATE FUNCTION found_rows(query tsquery) RETURNS SETOF row_words LANGUAGE sql STABLE SECURITY DEFINER
BEGIN ATOMIC
    SELECT * FROM row_words WHERE words @@ query AND entry IN (
        SELECT table_rows.id FROM table_rows JOIN sections ON sections.id = table_rows.section
        WHERE sections.paper_access = ANY ((SELECT board_papers.allowed())::text[])
        AND sections.access = ANY ((SELECT board_papers.allowed())::text[]));
END;
CREATE FUNCTION counted_passages(query tsquery, most bigint) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER
BEGIN ATOMIC
    SELECT count(*) FROM (
        SELECT 1 FROM passage_words WHERE words @@ query
        AND paper_access = ANY ((SELECT board_papers.allowed())::text[])
        AND section_access = ANY ((SELECT board_papers.allowed())::text[]) LIMIT most) AS found;
END;
CREATE FUNCTION labels_in_use() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER
BEGIN ATOMIC
    SELECT access FROM papers UNION SELECT access FROM sections;
END;

-- Row-level security: whoever reads sees rows under the labels of its transaction alone, whatever a query forgets.

CREATE POLICY seen ON papers FOR SELECT USING (
    access = ANY ((SELECT board_papers.allowed())::text[]) AND (
        NOT EXISTS (SELECT 1 FROM labelled WHERE labelled.paper = papers.id) OR EXISTS (
            SELECT 1 FROM labelled WHERE labelled.paper = papers.id
            AND labelled.access = ANY ((SELECT board_papers.allowed())::text[]))));
CREATE POLICY seen ON sections FOR SELECT USING (
    access = ANY ((SELECT board_papers.allowed())::text[])
    AND paper_access = ANY ((SELECT board_papers.allowed())::text[]));
CREATE POLICY seen ON places FOR SELECT USING (EXISTS (SELECT 1 FROM papers WHERE papers.id = places.paper));
CREATE POLICY seen ON pages FOR SELECT USING (
    EXISTS (SELECT 1 FROM papers WHERE papers.id = pages.paper) AND NOT EXISTS (
        SELECT 1 FROM labelled WHERE labelled.paper = pages.paper
        AND labelled.access <> ALL ((SELECT board_papers.allowed())::text[]) AND (
            labelled.page IS NULL OR pages.number IS NULL
            OR pages.number BETWEEN labelled.page AND coalesce(labelled.page_end, labelled.page)
            OR NOT EXISTS (
                SELECT 1 FROM labelled AS other WHERE other.paper = pages.paper
                AND pages.number BETWEEN other.page AND coalesce(other.page_end, other.page)))));
CREATE POLICY seen ON passage_vectors FOR SELECT USING (
    paper_access = ANY ((SELECT board_papers.allowed())::text[])
    AND section_access = ANY ((SELECT board_papers.allowed())::text[]));
CREATE POLICY seen ON passage_words FOR SELECT USING (
    paper_access = ANY ((SELECT board_papers.allowed())::text[])
    AND section_access = ANY ((SELECT board_papers.allowed())::text[]));
CREATE POLICY seen ON embeddings FOR SELECT USING (EXISTS (SELECT 1 FROM passages WHERE id = embeddings.passage));
CREATE POLICY seen ON signs FOR SELECT USING (EXISTS (SELECT 1 FROM passages WHERE id = signs.passage));
CREATE POLICY seen ON row_words FOR SELECT USING (EXISTS (SELECT 1 FROM table_rows WHERE id = row_words.entry));

DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['passages', 'decisions', 'events', 'attendance', 'interests', 'actions',
                                'recommendations', 'acronyms', 'matter_items', 'table_rows'] LOOP
        EXECUTE format('CREATE POLICY seen ON %I FOR SELECT USING '
                       '(EXISTS (SELECT 1 FROM sections WHERE sections.id = %I.section))', name, name);
    END LOOP;
    FOREACH name IN ARRAY ARRAY['papers', 'sections', 'places', 'pages', 'passage_vectors', 'passage_words',
                                'embeddings', 'signs', 'row_words', 'passages', 'decisions', 'events', 'attendance',
                                'interests', 'actions', 'recommendations', 'acronyms', 'matter_items',
                                'table_rows'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    END LOOP;
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO board_papers_reader', current_schema());
    EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO board_papers_reader', current_schema());
END $$;
