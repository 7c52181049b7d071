-- One inbound message the plain way, a transaction and a round trip for each statement: keep the
-- event unless it is known, lock and read the conversation, write it, put the answer. This is what
-- Tapflow's throughput is compared with.
\set r random(1, 9000000000000000000)
\set w 5511900000000 + random(0, 99999)
BEGIN;
INSERT INTO inbound_event(message_id, wa_id, payload) VALUES ('wamid.HBgNNTUxMTk5OTk5OTk5ORUCABIYFDNB' || :r::text, :w::bigint, '{"from":"5511999999999","id":"wamid.HBgNNTUxMTk5OTk5OTk5ORUCABIYFDNB","timestamp":"1790000000","type":"interactive","context":{"from":"15550001111","id":"wamid.HBgNNTUxMTk5OTk5OTk5ORUCABEYEjQw"},"interactive":{"type":"list_reply","list_reply":{"id":"orders.status","title":"Order status","description":"Where is my order"}}}') ON CONFLICT DO NOTHING;
SELECT flow, step, vars, version FROM conversation WHERE wa_id = :w::bigint FOR UPDATE;
UPDATE conversation SET step = 'orders', vars = '{"name":"Ana Souza","lang":"pt_BR","visits":4,"last_choice":"orders.status"}', version = version + 1, updated_at = now() WHERE wa_id = :w::bigint;
INSERT INTO outbox(wa_id, payload) VALUES (:w::bigint, '{"messaging_product":"whatsapp","to":"5511999999999","type":"interactive","interactive":{"type":"list","header":{"type":"text","text":"Orders"},"body":{"text":"What do you want to know about your order?"},"action":{"button":"Choose","sections":[{"title":"Orders","rows":[{"id":"orders.status","title":"Order status"},{"id":"orders.cancel","title":"Cancel"},{"id":"orders.invoice","title":"Invoice"}]}]}}}');
COMMIT;
