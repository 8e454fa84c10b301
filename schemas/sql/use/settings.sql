-- All settings.
SELECT key, value FROM setting
