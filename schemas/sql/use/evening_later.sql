-- What a person holds only since a later moment than that in which a session begins: unit, part (0: the whole), step.
SELECT m.unit, m.part, m.step
  FROM mark m
 WHERE m.person = :person AND m.step >= 3 AND (m.day > :on OR m.day = :on AND m.tm >= :tm)
