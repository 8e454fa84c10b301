-- The highest number of a code pNN that was ever given, in any organisation.
SELECT max(CAST(substr(code, instr(code, '/') + 2) AS INTEGER))
  FROM code
 WHERE kind = 'person' AND substr(code, instr(code, '/') + 1, 1) = 'p' AND substr(code, instr(code, '/') + 2) NOT GLOB '*[^0-9]*'
   AND length(code) - instr(code, '/') BETWEEN 2 AND 10
