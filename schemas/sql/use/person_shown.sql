-- A person as he is printed, see view shown; one statement of its own: it is asked once a row.
SELECT CASE WHEN (SELECT min(e.person) < max(e.person) FROM enrol e WHERE e.bare = substr(p.code, instr(p.code, '/') + 1))
            THEN p.code ELSE substr(p.code, instr(p.code, '/') + 1) END
  FROM code p
 WHERE p.id = :id
