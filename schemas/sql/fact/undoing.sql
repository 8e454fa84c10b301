-- Each word that takes an act back or gives it again; the newest holds (view undone).
CREATE TABLE undoing (
  target     TEXT    NOT NULL,         -- code of the act's origin
  target_seq INTEGER NOT NULL,
  lamport    INTEGER NOT NULL,
  by_        TEXT    NOT NULL,         -- code of the origin that says it: the same order everywhere
  seq        INTEGER NOT NULL,
  back       INTEGER NOT NULL,         -- 1 undo, 0 redo
  origin     INTEGER NOT NULL,
  PRIMARY KEY (target, target_seq, lamport, by_, seq)
) STRICT, WITHOUT ROWID;
SELECT about AS target, about_seq AS target_seq, lamport, origin_code AS by_, seq, verb = 'undo' AS back, origin
  FROM fresh
 WHERE verb IN ('undo', 'redo') AND about IS NOT NULL AND about_seq IS NOT NULL;
