-- What a list said of somebody, by column, as JSON.
SELECT j.key, :says -> ('$.' || j.key) FROM json_each(:says) j
