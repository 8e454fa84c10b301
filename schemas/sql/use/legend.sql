-- The marks of the board, lowest first: the built-in ones, or what the definitions say instead.
WITH built_in (ord, state, mark, plain) AS (
  VALUES (1, 'open', '○', 'o'), (2, 'planned', '□', 'p'), (3, 'started', '•', '.'), (4, 'mastered', '+', '+'),
         (5, 'passed', '⊕', '*'), (6, 'credited', 'з', 'z'), (7, 'bearer', 'Н', 'H'))
SELECT b.state, coalesce(l.mark, b.mark) AS mark, coalesce(l.plain, b.plain) AS plain, l.word
  FROM built_in b
  LEFT JOIN legend l ON l.edition = (SELECT w.rest FROM edition_word w WHERE w.own = 1 AND w.day <= :on
                                         ORDER BY w.lamport DESC, w.by_ DESC, w.seq DESC LIMIT 1) AND l.state = b.state
 ORDER BY b.ord
