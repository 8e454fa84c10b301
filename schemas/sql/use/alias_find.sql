-- What is called so in the definitions that hold.
SELECT thing FROM alias WHERE edition IN (:programme, :rest) AND kind = :kind AND key = :key LIMIT 1
