-- No edition is being read.
DELETE FROM loading
