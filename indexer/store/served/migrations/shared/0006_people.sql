-- The audit log and the reports of readers of each council, with the columns of the files that one machine has
-- (app/people/audit.py, app/saved/reports.py). The role that reads papers has no right to them.

CREATE TABLE audit_entries (
    id bigserial PRIMARY KEY, council text NOT NULL DEFAULT current_setting('board_papers.council'),
    at double precision NOT NULL, who text NOT NULL, name text NOT NULL, role text NOT NULL, deed text NOT NULL,
    words text NOT NULL, papers text NOT NULL, restricted text NOT NULL);
CREATE INDEX audit_entries_by_time ON audit_entries (council, at);
CREATE INDEX audit_entries_by_person ON audit_entries (council, who);
CREATE TABLE audit_people (
    council text NOT NULL DEFAULT current_setting('board_papers.council'), who text NOT NULL, name text NOT NULL,
    role text NOT NULL, last double precision NOT NULL, PRIMARY KEY (council, who));

CREATE FUNCTION only_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'entries of the audit log are never changed';
END $$;
CREATE TRIGGER only_added BEFORE UPDATE OF id, council, at, role, deed, papers, restricted ON audit_entries
    FOR EACH STATEMENT EXECUTE FUNCTION only_added();

-- What a connection that names its council has of them.
CREATE VIEW entries AS SELECT id, at, who, name, role, deed, words, papers, restricted FROM audit_entries
    WHERE council = current_setting('board_papers.council');
CREATE VIEW people AS SELECT who, name, role, last FROM audit_people
    WHERE council = current_setting('board_papers.council');

CREATE TABLE reports (
    id bigserial PRIMARY KEY, council text NOT NULL DEFAULT current_setting('board_papers.council'), at text NOT NULL,
    verdict text NOT NULL, comment text NOT NULL, question text NOT NULL, answer text NOT NULL, citations text NOT NULL,
    written_by text NOT NULL);
