-- Was anybody ever enrolled?
-- scans: enrol the first row that comes is enough
SELECT EXISTS (SELECT 1 FROM enrol)
