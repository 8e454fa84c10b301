-- The life of a quantum as an edition of the definitions has it: since which day it is tried, a sample, retired (99999:
-- not yet); sample: tried by its author, by two others, by one of them with success, and reviewed. Each needs those before it.
CREATE VIEW quantum_life AS
SELECT x.edition, x.quantum, x.described, x.tried, x.second, x.worked, x.reviewed,
       max(x.tried, x.second, x.worked, x.reviewed) AS sample,
       CASE WHEN x.retire < 99999 THEN max(x.tried, x.second, x.worked, x.reviewed, x.retire) ELSE 99999 END AS retired
  FROM (SELECT q.edition, q.quantum, q.missing = '' AS described,
               CASE WHEN q.missing = ''
                    THEN coalesce((SELECT min(t.day) FROM trial_of t WHERE t.edition = q.edition AND t.quantum = q.quantum AND NOT t.other), 99999)
                    ELSE 99999 END AS tried,
               coalesce((SELECT f.day
                           FROM (SELECT min(t.day) AS day FROM trial_of t
                                  WHERE t.edition = q.edition AND t.quantum = q.quantum AND t.other GROUP BY t.person) f
                          ORDER BY f.day LIMIT 1 OFFSET 1), 99999) AS second,
               coalesce((SELECT min(t.day) FROM trial_of t
                          WHERE t.edition = q.edition AND t.quantum = q.quantum AND t.other AND t.result = 'worked'), 99999) AS worked,
               coalesce((SELECT min(w.day) FROM quantum_word w
                          WHERE w.quantum = q.quantum AND w.verb = 'review' AND w.steps = q.steps), 99999) AS reviewed,
               coalesce((SELECT min(w.day) FROM quantum_word w
                          WHERE w.quantum = q.quantum AND w.verb = 'retire' AND w.steps = q.steps), 99999) AS retire
          FROM quantum q) x;
