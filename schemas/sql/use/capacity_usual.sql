-- Hours a year of whoever has none of his own.
SELECT g.capacity / 60.0 FROM programme g WHERE g.edition = :programme
