-- A technique by its id: how long a meeting is.
SELECT t.minutes FROM technique t WHERE t.edition = :programme AND t.id = :technique
