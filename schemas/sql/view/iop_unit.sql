-- The units of the plans, each since the day its plan was said until the next plan.
CREATE VIEW iop_unit AS
SELECT u.person, u.year, u.unit, u.ord, u.due, u.minutes, u.why, u.needed, u.way, i.edition, i.since, i.until
  FROM plan_unit u
 CROSS JOIN iop i ON i.person = u.person AND i.year = u.year AND i.origin = u.origin AND i.seq = u.seq;
