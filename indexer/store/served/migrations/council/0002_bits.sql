-- The bits of this council in the table of all councils (migrations/shared/0004_across.sql).

CREATE TRIGGER bits_added AFTER INSERT ON passage_vectors REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION board_papers.bits_follow();
CREATE TRIGGER bits_changed AFTER UPDATE ON passage_vectors REFERENCING OLD TABLE AS gone NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION board_papers.bits_follow();
CREATE TRIGGER bits_removed AFTER DELETE ON passage_vectors REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION board_papers.bits_follow();
SELECT board_papers.bits_of(name, home) FROM board_papers.councils WHERE home = current_schema();
