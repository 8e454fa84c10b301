-- Is this a JSON object?
SELECT CASE WHEN json_valid(:data) THEN json_type(:data) = 'object' ELSE 0 END
