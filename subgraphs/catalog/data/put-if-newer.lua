--[[
  Stores products in the cache unless it holds the same or a later revision of them, so that a slow
  reader cannot put back what it read before a change. All keys belong to one product.

  KEYS[1] product  string  "<revision> <JSON>"

  ARGV[1] revision
  ARGV[2] JSON
  ARGV[3] time to live (s)

  Returns 1 when it stored, else 0.
]]
local cached = redis.call('GET', KEYS[1])
if cached and tonumber(string.match(cached, '^%d+')) >= tonumber(ARGV[1]) then return 0 end

redis.call('SET', KEYS[1], ARGV[1] .. ' ' .. ARGV[2], 'EX', ARGV[3])
return 1
