--[[
  Publishes many messages, in their order.

  No KEYS: channels are nobody's slot.

  ARGV: for each message its channel and its text
]]
for i = 1, #ARGV, 2 do
  redis.call('PUBLISH', ARGV[i], ARGV[i + 1])
end
