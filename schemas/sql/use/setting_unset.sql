-- Forget a setting.
DELETE FROM setting WHERE key = :key
