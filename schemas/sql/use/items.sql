-- The objects of an edition.
SELECT kind, ord, body FROM item WHERE edition = :edition ORDER BY kind, ord, id
