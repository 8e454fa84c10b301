-- Units of a module, in its order.
SELECT c.code FROM unit u CROSS JOIN code c ON c.id = u.unit WHERE u.edition = :programme AND u.module = :module ORDER BY u.ord
