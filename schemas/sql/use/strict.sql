-- Does nobody check his own learner alone?
SELECT g.strict_check FROM programme g WHERE g.edition = :programme
