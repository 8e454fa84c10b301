-- Acts that are undone: the newest word about them says so.
CREATE VIEW undone AS
SELECT u.target, u.target_seq
  FROM undoing u
 WHERE u.back = 1
   AND NOT EXISTS (SELECT 1 FROM undoing v
                    WHERE v.target = u.target AND v.target_seq = u.target_seq
                      AND (v.lamport, v.by_, v.seq) > (u.lamport, u.by_, u.seq));
