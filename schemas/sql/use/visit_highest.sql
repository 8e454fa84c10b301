-- The highest number that a visit has or had here, taken back or not.
SELECT coalesce(max(CAST(substr(c.code, 2) AS INTEGER)), 0) FROM code c WHERE c.kind = 'visit'
