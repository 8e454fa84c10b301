-- a word of its titles, in any case
-- :value text
-- filter: search
instr(nsi_fold(q.search), nsi_fold(:value)) > 0
