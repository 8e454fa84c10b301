-- The tally is kept no more.
DELETE FROM tally
