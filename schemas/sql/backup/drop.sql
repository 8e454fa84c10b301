-- A restored database has its private file beside it again.
DROP TABLE private_file
