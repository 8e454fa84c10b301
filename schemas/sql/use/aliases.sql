-- Names of a kind to choose from.
SELECT DISTINCT key FROM alias WHERE edition IN (:programme, :rest) AND kind = :kind ORDER BY key
