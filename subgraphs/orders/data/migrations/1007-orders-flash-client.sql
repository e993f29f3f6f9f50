-- Where a purchase that waits comes from: the order that it becomes has it too.
alter table flash_request add column client_ip inet;
