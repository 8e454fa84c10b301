-- Entries that name what is not in the dictionary.
-- scans: entry every entry is looked at
SELECT o.code || ':' || e.seq
  FROM entry e
 CROSS JOIN origin o ON o.id = e.origin
 WHERE EXISTS (SELECT 1 FROM json_each(json_array(e.person, e.unit, e.part, e.peer, e.checker, e.session, e.quantum)) j
                WHERE j.value IS NOT NULL AND NOT EXISTS (SELECT 1 FROM code c WHERE c.id = j.value))
