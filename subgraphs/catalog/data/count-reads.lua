--[[
  Adds weighted reads to the popularity of products, and keeps no more than the most popular of them.

  KEYS[1] popularity  sorted set of product ids

  ARGV[1] most products that are ranked
  ARGV[2] how many more there may be until the least popular are removed
  ARGV[3..] product id, weight, product id, weight...
]]
for at = 3, #ARGV, 2 do
  redis.call('ZINCRBY', KEYS[1], ARGV[at + 1], ARGV[at])
end

local most = tonumber(ARGV[1])
local excess = redis.call('ZCARD', KEYS[1]) - most
if excess > tonumber(ARGV[2]) then
  redis.call('ZREMRANGEBYRANK', KEYS[1], 0, excess - 1)
end
return redis.status_reply('OK')
