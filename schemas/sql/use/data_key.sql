-- One value of an entry's data; a list as its words.
SELECT CASE json_type(:data, '$.' || :key) WHEN 'array' THEN
            (SELECT group_concat(value, ', ') FROM json_each(:data, '$.' || :key))
            ELSE :data ->> ('$.' || :key) END
