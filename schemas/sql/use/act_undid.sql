-- What an act took back besides saying something new.
SELECT e.about, e.about_seq
  FROM entry e
 WHERE e.origin = :origin AND e.seq > :act AND e.act = :act AND e.verb = 'undo'
   AND e.seq <= (SELECT a.last FROM act a WHERE a.origin = :origin AND a.seq = :act)
   AND NOT EXISTS (SELECT 1 FROM entry f WHERE f.origin = e.origin AND f.seq = :act AND f.verb IN ('undo', 'redo'))
