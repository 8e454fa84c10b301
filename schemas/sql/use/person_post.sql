-- Post and subject of a person, as the newest word has them.
SELECT post, subject FROM enrol WHERE person = :person ORDER BY day DESC, lamport DESC, by_ DESC, seq DESC LIMIT 1
