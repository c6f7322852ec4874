-- A search over all councils compares bits: the signs of the vectors of what everybody may see, in one table of narrow rows
-- (100 bytes, so a million are compared in a fraction of a second). The best are then compared by their whole vectors.

CREATE TABLE bits_of_all (
    council text COLLATE "C" NOT NULL REFERENCES councils ON DELETE CASCADE, passage bigint NOT NULL,
    bits bit(384) NOT NULL, PRIMARY KEY (council, passage));
ALTER TABLE bits_of_all ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON bits_of_all FOR SELECT USING ('public' = ANY ((SELECT allowed())::text[]));
GRANT SELECT ON bits_of_all TO board_papers_reader;

-- Keeps the bits of a council in step with the vectors of its store in use; those of one that a rebuild fills come with it.
CREATE FUNCTION bits_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    mine text := (SELECT name FROM board_papers.councils WHERE home = TG_TABLE_SCHEMA);
BEGIN
    IF mine IS NULL THEN
        RETURN NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM board_papers.bits_of_all WHERE council = mine AND passage IN (SELECT passage FROM gone);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO board_papers.bits_of_all SELECT mine, passage, binary_quantize(vector)::bit(384) FROM fresh
            WHERE paper_access = 'public' AND section_access = 'public';
    END IF;
    RETURN NULL;
END $$;

-- The same for all passages of a store that is put into use.
CREATE FUNCTION bits_of(mine text, its text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM board_papers.bits_of_all WHERE council = mine;
    IF to_regclass(format('%I.passage_vectors', its)) IS NULL THEN
        RETURN;
    END IF;
    EXECUTE format('INSERT INTO board_papers.bits_of_all SELECT %L, passage, binary_quantize(vector)::bit(384) '
                   'FROM %I.passage_vectors WHERE paper_access = ''public'' AND section_access = ''public''', mine, its);
END $$;
CREATE FUNCTION bits_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM board_papers.bits_of(NEW.name, NEW.home);
    RETURN NULL;
END $$;
CREATE TRIGGER bits_again AFTER INSERT OR UPDATE OF home ON councils FOR EACH ROW EXECUTE FUNCTION bits_again();

-- How near each of these passages (two lists, side by side) is to what is asked; one that may not be seen is left out.
CREATE FUNCTION compared(asked halfvec, of_councils text[], passages bigint[])
RETURNS TABLE (council text, passage bigint, score float8) LANGUAGE plpgsql STABLE AS $$
DECLARE
    one record;
BEGIN
    FOR one IN SELECT name, home, array_agg(number) AS numbers FROM unnest(of_councils, passages) AS near (of, number)
               JOIN board_papers.councils ON name = of GROUP BY name, home LOOP
        RETURN QUERY EXECUTE format('SELECT $1, passage, -(vector <#> $2) FROM %I.passage_vectors '
                                    'WHERE passage = ANY ($3)', one.home) USING one.name, asked, one.numbers;
    END LOOP;
END $$;

-- What follows asks hundreds of partitions: planning that anew would take longer than doing it, so the plan is kept.

CREATE FUNCTION totals_over(those text[]) RETURNS TABLE (entries numeric, tokens numeric) LANGUAGE plpgsql STABLE
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN QUERY SELECT sum(one.entries), sum(one.tokens) FROM board_papers.totals_of_all AS one
        WHERE kind = 'passage' AND (those IS NULL OR council = ANY (those));
END $$;

CREATE FUNCTION stems_over(terms text[], those text[]) RETURNS TABLE (term text, doc bigint) LANGUAGE plpgsql STABLE
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN QUERY SELECT one.term, sum(one.doc) FROM board_papers.stems_of_all AS one
        WHERE kind = 'passage' AND one.term = ANY (terms) AND (those IS NULL OR council = ANY (those)) GROUP BY one.term;
END $$;

-- The first passages that a query finds, no more than `most`: of some councils, or of all where `those` is NULL.
CREATE FUNCTION found_over(query tsquery, those text[], most bigint) RETURNS SETOF words_of_all
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = board_papers, public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN QUERY SELECT * FROM words_of_all WHERE words @@ query AND (those IS NULL OR council = ANY (those))
        AND paper_access = ANY ((SELECT allowed())::text[]) AND section_access = ANY ((SELECT allowed())::text[])
        LIMIT most;
END $$;
