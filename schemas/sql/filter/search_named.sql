-- a word of its titles, or of a name where names may be read, in any case
-- :value text
-- filter: named
instr(nsi_fold(q.search), nsi_fold(:value)) > 0
OR q.person_id IN (SELECT value FROM json_each(nsi_named(:value)))
