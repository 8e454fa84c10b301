-- The units of the programme that a request points to, by itself or through a competence.
SELECT u.unit
  FROM request r
 CROSS JOIN json_each(r.units) j
 CROSS JOIN code c ON c.kind = 'unit' AND c.code = j.value
 CROSS JOIN unit u ON u.edition = :programme AND u.unit = c.id
 WHERE r.seq = :seq AND r.by_ = :by
UNION
SELECT k.unit
  FROM request r
 CROSS JOIN json_each(r.competences) j
 CROSS JOIN code c ON c.kind = 'competence' AND c.code = j.value
 CROSS JOIN competence_unit k ON k.edition = :programme AND k.competence = c.id
 WHERE r.seq = :seq AND r.by_ = :by
