-- A backup is a copy of the database; the private file lies in it whole, where it may be read.
CREATE TABLE private_file (body BLOB NOT NULL, texts INTEGER NOT NULL) STRICT
