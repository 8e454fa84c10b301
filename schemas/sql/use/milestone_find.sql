-- A milestone by its id.
SELECT id FROM item WHERE edition = :rest AND kind = 'milestone' AND nsi_fold(id) = :name
