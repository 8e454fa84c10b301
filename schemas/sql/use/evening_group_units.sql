-- The units for which a group exists.
SELECT u.unit FROM grp_unit u WHERE u.edition = :rest AND u.grp = :group ORDER BY u.ord
