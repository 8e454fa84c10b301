-- Nothing is being read.
DELETE FROM span
