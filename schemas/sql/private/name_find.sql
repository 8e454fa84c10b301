-- Names whose surname begins so, and is it the whole surname.
SELECT hash, family = :from FROM name WHERE family >= :from AND family < :to ORDER BY family, hash
