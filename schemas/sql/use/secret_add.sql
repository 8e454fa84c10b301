-- Which private texts the entries name; :keys are those of data that hold a hash.
INSERT INTO secret (hash, origin, seq)
SELECT e.data ->> ('$.' || k.value), e.origin, e.seq
  FROM entry e
 CROSS JOIN json_each(:keys) k
 WHERE e.origin = :origin AND e.seq BETWEEN :first AND :last AND e.data ->> ('$.' || k.value) IS NOT NULL
    ON CONFLICT DO NOTHING
