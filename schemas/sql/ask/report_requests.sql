-- What is asked of the methodical service: what the requests point to, what became of them.
-- :on    day    as it was on this day = today
-- :from  since  only those of this day or later
-- :to    day    only those up to this day
-- filter: search unit_id
-- empty: nothing was asked
-- scans: request every request is counted, once a report
--
-- A row a unit, competence or theme; a request that points to two things counts in both, one that points to nothing stands
-- under "text". "late": open for longer than the programme's answer_days; "days": to the first answer, on the average.
WITH asked AS MATERIALIZED (
  SELECT r.seq, r.by_, r.day, r.theme, r.units, r.competences,
         (SELECT min(w.day) FROM request_word w WHERE w.about_seq = r.seq AND w.about = r.by_ AND w.verb = 'answer' AND w.day <= :on) AS answered,
         EXISTS (SELECT 1 FROM request_word w WHERE w.about_seq = r.seq AND w.about = r.by_ AND w.verb = 'settle' AND w.day <= :on) AS closed
    FROM request r
   WHERE r.day <= :on AND (:from IS NULL OR r.day >= :from) AND (:to IS NULL OR r.day <= :to)
), pointed (seq, by_, kind, thing) AS (
  SELECT a.seq, a.by_, 'unit', j.value FROM asked a CROSS JOIN json_each(a.units) j
  UNION
  SELECT a.seq, a.by_, 'competence', j.value FROM asked a CROSS JOIN json_each(a.competences) j
  UNION
  SELECT a.seq, a.by_, 'theme', a.theme FROM asked a WHERE a.theme IS NOT NULL
  UNION
  SELECT a.seq, a.by_, 'text', NULL FROM asked a
   WHERE a.theme IS NULL AND json_array_length(a.units) = 0 AND json_array_length(a.competences) = 0
)
SELECT q.kind      AS kind,      -- word:unit|competence|theme|text Kind
       q.thing     AS thing,     -- text  What for
       q.requests  AS requests,  -- int   Requests
       q.open      AS open,      -- int   Open
       q.answered  AS answered,  -- int   With an answer
       q.closed    AS closed,    -- int   Closed by now
       q.late      AS late,      -- int   Late
       q.days      AS days,      -- real  Days
       q.search    AS search,    -- key
       q.unit_id   AS unit_id    -- key
  FROM (SELECT p.kind, p.thing, count(*) AS requests,
               sum(NOT a.closed AND a.answered IS NULL) AS open,
               sum(NOT a.closed AND a.answered IS NOT NULL) AS answered,
               sum(a.closed) AS closed,
               sum(NOT a.closed AND a.answered IS NULL
                   AND :on - a.day > coalesce((SELECT r.answer_days FROM programme r WHERE r.edition = :programme), 5)) AS late,
               round(avg(a.answered - a.day), 1) AS days, c.id AS unit_id,
               coalesce(p.thing, '') || ' ' || coalesce((SELECT u.label || ' ' || u.title FROM unit u
                                                          WHERE u.edition = :programme AND u.unit = c.id), '') AS search
          FROM pointed p
         CROSS JOIN asked a ON a.seq = p.seq AND a.by_ = p.by_
          LEFT JOIN code c ON p.kind = 'unit' AND c.kind = 'unit' AND c.code = p.thing
         GROUP BY p.kind, p.thing) q
 WHERE true /* filters */
 ORDER BY q.open DESC, q.requests DESC, q.kind, q.thing
