-- How far the sync of each council is, written by the worker that does it.

CREATE TABLE progress (
    council text COLLATE "C" PRIMARY KEY, at timestamptz NOT NULL DEFAULT now(), worker text NOT NULL, step text NOT NULL,
    papers integer NOT NULL, of_papers integer NOT NULL, pages integer NOT NULL);
