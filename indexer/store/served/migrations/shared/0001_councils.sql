-- The schema board_papers: what all councils share. Every council has a schema with its own tables beside it.

CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public;

CREATE TABLE councils (
    name text COLLATE "C" PRIMARY KEY,
    home text NOT NULL,            -- the schema of its store in use; a rebuild makes another one and switches to it
    version integer NOT NULL,      -- of its tables: the number of the last file in migrations/council
    stamp text NOT NULL,
    restrictions text              -- what is remembered as restricted (JSON), NULL where nothing ever was
);

-- Who reads may see only rows under the labels that its transaction names; without any it sees none.
CREATE FUNCTION allowed() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(nullif(current_setting('board_papers.labels', true), ''), '{}')::text[]
$$;

-- The words of SQLite that the shared SQL uses.
CREATE FUNCTION json_each(list text) RETURNS TABLE (value text) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT jsonb_array_elements_text(list::jsonb)
$$;
-- `IN (SELECT value FROM json_each(...))` becomes `= ANY (texts_of(...))`, which is worked out while a query is planned.
CREATE FUNCTION texts_of(list text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(value), '{}') FROM jsonb_array_elements_text(list::jsonb) AS one (value)
$$;
CREATE FUNCTION numbers_of(list text) RETURNS bigint[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(value::bigint), '{}') FROM jsonb_array_elements_text(list::jsonb) AS one (value)
$$;
CREATE FUNCTION json_extract(object text, path text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT object::jsonb #>> string_to_array(substr(path, 3), '.')
$$;
CREATE FUNCTION iif(condition boolean, yes text, no text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN condition THEN yes ELSE no END
$$;
CREATE FUNCTION iif(condition boolean, yes integer, no integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN condition THEN yes ELSE no END
$$;

-- A search over many councils reads these two; each council's own table is a partition of them.
CREATE TABLE vectors_of_all (
    council text NOT NULL, passage bigint NOT NULL, section bigint NOT NULL,
    paper_access text NOT NULL, section_access text NOT NULL, vector halfvec(384) NOT NULL
) PARTITION BY LIST (council);
ALTER TABLE vectors_of_all ALTER vector SET STORAGE PLAIN;

CREATE TABLE words_of_all (
    council text NOT NULL, passage bigint NOT NULL, section bigint NOT NULL,
    paper_access text NOT NULL, section_access text NOT NULL,
    size integer NOT NULL, words tsvector NOT NULL, stems bigint[] NOT NULL, counts bigint[] NOT NULL
) PARTITION BY LIST (council);

-- How often each stem stands in the passages of a council, and how many passages and words there are.
CREATE TABLE stems_of_all (
    council text NOT NULL, kind text NOT NULL, term text COLLATE "C" NOT NULL, doc integer NOT NULL
) PARTITION BY LIST (council);

CREATE TABLE totals_of_all (
    council text NOT NULL, kind text NOT NULL, entries bigint NOT NULL, tokens bigint NOT NULL
) PARTITION BY LIST (council);

DO $$
DECLARE name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['vectors_of_all', 'words_of_all'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format(
            'CREATE POLICY seen ON %I FOR SELECT USING (paper_access = ANY ((SELECT board_papers.allowed())::text[]) '
            'AND section_access = ANY ((SELECT board_papers.allowed())::text[]))', name);
    END LOOP;
END $$;

-- As found_passages of one council: of some councils, or of all where `those` is NULL.
CREATE FUNCTION found_of_all(query tsquery, those text[]) RETURNS SETOF words_of_all LANGUAGE sql STABLE SECURITY DEFINER
BEGIN ATOMIC
    SELECT * FROM words_of_all WHERE words @@ query AND (those IS NULL OR council = ANY (those))
        AND paper_access = ANY ((SELECT allowed())::text[]) AND section_access = ANY ((SELECT allowed())::text[]);
END;

-- The number of times that a phrase stands in a text, by the place where it stands: A, B, C and D in 16 bits each.
CREATE FUNCTION phrase_hits(words tsvector, phrase text[]) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    WITH standing AS (
        SELECT array_position(phrase, lexeme) AS nth, position, weight
        FROM unnest(words) AS one (lexeme, positions, weights), unnest(positions, weights) AS at (position, weight)
        WHERE lexeme = ANY (phrase)
    ), starts AS (
        SELECT first.weight FROM standing AS first WHERE first.nth = 1 AND NOT EXISTS (
            SELECT 1 FROM generate_subscripts(phrase, 1) AS other WHERE NOT EXISTS (
                SELECT 1 FROM standing WHERE phrase[standing.nth] = phrase[other]
                AND standing.position = first.position + other - 1))
    )
    SELECT coalesce(sum(1::bigint << (16 * (ascii(weight) - ascii('A')))), 0)::bigint FROM starts
$$;

-- Such a number, each place with its weight.
CREATE FUNCTION weighed(hits bigint, a float8, b float8, c float8, d float8) RETURNS float8
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce((hits & 65535) * a + ((hits >> 16) & 65535) * b + ((hits >> 32) & 65535) * c
        + ((hits >> 48) & 65535) * d, 0)
$$;

GRANT USAGE ON SCHEMA board_papers TO board_papers_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA board_papers TO board_papers_reader;
