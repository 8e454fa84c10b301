-- What a person chose: is it a module, its number (0: neither module nor unit of this edition), the word.
SELECT m.module IS NOT NULL, coalesce(m.module, u.unit, 0), j.value
  FROM trait t
 CROSS JOIN json_each(t.value) j
  LEFT JOIN module m ON m.edition = :programme
   AND m.module = (SELECT a.thing FROM alias a WHERE a.edition = :programme AND a.kind = 'module' AND a.key = nsi_fold(j.value) LIMIT 1)
  LEFT JOIN unit u ON u.edition = :programme
   AND u.unit = (SELECT a.thing FROM alias a WHERE a.edition = :programme AND a.kind = 'unit' AND a.key = nsi_fold(j.value) LIMIT 1)
 WHERE t.person = :person AND t.key = 'choice'
   AND (t.lamport, t.by_, t.seq) = (SELECT x.lamport, x.by_, x.seq FROM trait x
                                     WHERE x.person = :person AND x.key = 'choice'
                                     ORDER BY x.lamport DESC, x.by_ DESC, x.seq DESC LIMIT 1)
 ORDER BY j.key
