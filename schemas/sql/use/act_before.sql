-- The link of the act that ends right before an entry.
SELECT a.link, a.last FROM act a WHERE a.origin = :origin AND a.seq < :seq ORDER BY a.seq DESC LIMIT 1
