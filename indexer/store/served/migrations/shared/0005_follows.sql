-- What people follow by feed or e-mail, with the columns of the file that one machine has (app/saved/follows.py). The role
-- that reads papers has no right to them.

CREATE TABLE follows (
    id text PRIMARY KEY, council text NOT NULL, kind text NOT NULL, name text NOT NULL, organisation text NOT NULL,
    body text NOT NULL, address text NOT NULL, email text NOT NULL, rhythm text NOT NULL, home text NOT NULL,
    made double precision NOT NULL, confirmed double precision NOT NULL, upto double precision NOT NULL,
    used double precision NOT NULL);
CREATE INDEX follows_by_email ON follows (email);
CREATE TABLE noticed (
    council text NOT NULL, id text NOT NULL, at double precision NOT NULL, PRIMARY KEY (council, id));
