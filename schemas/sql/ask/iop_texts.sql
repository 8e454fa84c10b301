-- What a person wrote for his programme: goal, tasks, deficits, self-rating, reflection.
-- :person!  person  whose; p07@2027 names the year
-- :year     year    the school year, by the year it ends in
-- :on       day     as it was on this day = today
SELECT f.block AS block,  -- word:goal|tasks|deficits|self_rating|reflection Block
       f.day   AS "on",   -- day     On
       f.words AS words   -- private Text
  FROM json_each('["goal", "tasks", "deficits", "self_rating", "reflection"]') b
 CROSS JOIN form f ON f.person = :person AND f.year = :year AND f.block = b.value AND f.day <= :on AND f.own = 1 AND f.words IS NOT NULL
 WHERE NOT EXISTS (SELECT 1 FROM form x WHERE x.person = f.person AND x.year = f.year AND x.block = f.block AND x.day <= :on
                      AND (x.lamport, x.by_, x.seq) > (f.lamport, f.by_, f.seq))
 ORDER BY b.key
