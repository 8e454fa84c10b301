-- The acts of an origin that are read, from an entry on.
SELECT a.seq
  FROM act a
 CROSS JOIN origin o ON o.id = a.origin
 WHERE a.origin = :origin AND a.seq >= :first AND a.last <= o.read
 ORDER BY a.seq
