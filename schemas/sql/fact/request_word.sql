-- What became of a request: answered, perhaps several times, or closed.
CREATE TABLE request_word (
  about_seq INTEGER NOT NULL,
  about     TEXT    NOT NULL,
  day       INTEGER NOT NULL,
  lamport   INTEGER NOT NULL,
  by_       TEXT    NOT NULL,
  seq       INTEGER NOT NULL,
  verb      TEXT    NOT NULL,          -- answer, settle
  actor     TEXT    NOT NULL,
  offered   TEXT    NOT NULL,          -- JSON: ids of units, modules, people
  words     TEXT,                      -- hash of what else was offered, or of the reason
  own       INTEGER NOT NULL,
  origin    INTEGER NOT NULL,
  PRIMARY KEY (about_seq, about, day, lamport, by_, seq)
) STRICT, WITHOUT ROWID;
SELECT about_seq, about, coalesce(day, 0) AS day, lamport, origin_code AS by_, seq, verb, actor,
       CASE json_type(data, '$.offered') WHEN 'array' THEN data -> '$.offered' ELSE '[]' END AS offered,
       CAST(coalesce(data ->> '$.offer', data ->> '$.reason') AS TEXT) AS words, own, origin
  FROM fresh
 WHERE verb IN ('answer', 'settle') AND about IS NOT NULL AND about_seq IS NOT NULL;
