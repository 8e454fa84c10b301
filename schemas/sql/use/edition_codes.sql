-- Local numbers for everything that an edition names.
INSERT INTO code (kind, code)
SELECT i.kind, i.id FROM item i
 WHERE i.edition = :edition AND i.kind IN ('technology', 'module', 'unit', 'competence', 'org', 'group', 'quantum', 'technique')
UNION ALL
SELECT 'part', i.id || '.' || (j.value ->> '$.id')
  FROM item i
 CROSS JOIN json_each(i.body, '$.parts') j
 WHERE i.edition = :edition AND i.kind = 'unit'
    ON CONFLICT DO NOTHING
