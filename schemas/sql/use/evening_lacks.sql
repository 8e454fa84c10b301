-- Units of a person's newest programme of a year; of a closed one, which takes no marks, none. Is all that they rest on
-- outside of the units looked at (a JSON list; null: all are looked at) held?
SELECT i.unit,
       :units IS NULL OR NOT EXISTS (
         SELECT 1 FROM need n
          WHERE n.edition = :programme AND n.unit = i.unit AND n.need NOT IN (SELECT value FROM json_each(:units))
            AND NOT EXISTS (SELECT 1 FROM holds h WHERE h.person = i.person AND h.unit = n.need AND h.part = 0
                               AND h.since <= :on AND :on < h.until))
  FROM iop_unit i
 WHERE i.person = :person AND i.year = :year AND i.until = 99999
   AND 'closed' IS NOT (SELECT w.state FROM iop_word w WHERE w.person = i.person AND w.year = i.year
                         ORDER BY w.lamport DESC, w.by_ DESC, w.seq DESC LIMIT 1)
