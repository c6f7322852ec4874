-- Conversations of visitors, with the columns of the file that one machine has (app/saved/conversations.py). The role that
-- reads papers has no right to them.

CREATE TABLE conversations (
    id text PRIMARY KEY, owner text NOT NULL, title text NOT NULL, changed double precision NOT NULL,
    deleted double precision);
CREATE INDEX conversations_owned ON conversations (owner, changed);
CREATE TABLE turns (
    id bigserial PRIMARY KEY, conversation text NOT NULL REFERENCES conversations ON DELETE CASCADE,
    question text NOT NULL, filters text NOT NULL, answer text NOT NULL, problem text NOT NULL);
CREATE INDEX turns_within ON turns (conversation);
