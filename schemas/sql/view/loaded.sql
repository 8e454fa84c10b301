-- The objects of the editions being read: the only door into the tables of definitions.
CREATE VIEW loaded AS
SELECT i.edition, i.kind, i.id, i.ord, i.body
  FROM loading l
 CROSS JOIN item i ON i.edition = l.edition;
