-- The dictionary gets every code that the data of entries in the spans names: facts join it.
WITH e AS MATERIALIZED (
  SELECT e.verb, e.data
    FROM span s
   CROSS JOIN entry e
   WHERE e.origin = s.origin AND e.seq BETWEEN s.first AND s.last AND e.data IS NOT NULL
), named (kind, code, type) AS (
  SELECT 'edition', data ->> '$.edition', json_type(data, '$.edition') FROM e WHERE verb = 'plan'
  UNION
  SELECT 'edition', data ->> '$.programme', json_type(data, '$.programme') FROM e WHERE verb = 'edition'
  UNION
  SELECT 'edition', data ->> '$.rest', json_type(data, '$.rest') FROM e WHERE verb = 'edition'
  UNION
  SELECT 'org', data ->> '$.org', json_type(data, '$.org') FROM e WHERE verb IN ('enrol', 'transfer')
  UNION
  SELECT 'group', data ->> '$.group', json_type(data, '$.group') FROM e WHERE verb IN ('member', 'request', 'dissolve')
  UNION
  SELECT 'visit', data ->> '$.number', json_type(data, '$.number') FROM e WHERE verb = 'visit'
  UNION
  SELECT 'person', data ->> '$.taken_by', json_type(data, '$.taken_by') FROM e WHERE verb = 'request'
  UNION
  SELECT 'person', j.value, j.type FROM e CROSS JOIN json_each(e.data, '$.beside') j WHERE e.verb IN ('start', 'master')
  UNION
  SELECT 'person', data ->> '$.author', json_type(data, '$.author') FROM e WHERE verb = 'retire'
  UNION
  SELECT 'person', j.value, j.type FROM e CROSS JOIN json_tree(e.data, '$.rows') j WHERE e.verb = 'pair' AND j.key IN ('a', 'b', 'c')
  UNION
  SELECT 'unit', substr(j.value, 1, instr(j.value || '.', '.') - 1), j.type
    FROM e CROSS JOIN json_tree(e.data, '$.rows') j
   WHERE e.verb = 'pair' AND j.key IN ('a_gives', 'b_gives', 'c_gives') AND j.value NOT LIKE 'q:%'
  UNION
  SELECT 'part', j.value, j.type
    FROM e CROSS JOIN json_tree(e.data, '$.rows') j
   WHERE e.verb = 'pair' AND j.key IN ('a_gives', 'b_gives', 'c_gives') AND j.value LIKE '%.%' AND j.value NOT LIKE 'q:%'
  UNION
  SELECT 'unit', j.value, j.type
    FROM e CROSS JOIN json_tree(e.data, '$.units') j
   WHERE e.verb = 'plan' AND j.key IN ('unit', 'needed')
)
INSERT INTO code (kind, code)
SELECT kind, code FROM named WHERE type = 'text' ORDER BY kind, code
    ON CONFLICT DO NOTHING
