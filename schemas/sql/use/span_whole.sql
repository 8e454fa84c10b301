-- Each span ends where its act ends.
UPDATE span SET last = (SELECT a.last FROM act a WHERE a.origin = span.origin AND a.seq = span.first)
