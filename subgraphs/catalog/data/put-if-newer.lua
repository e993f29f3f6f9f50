--[[
  Stores a product in the cache unless it holds the same or a later revision of it, so that a slow reader
  cannot put back what it read before a change. The same revision gets a longer life, never a shorter one.

  KEYS[1] product  string  "<revision> <JSON>"

  ARGV[1] revision
  ARGV[2] JSON
  ARGV[3] time to live (s)

  Returns 1 when it stored, else 0.
]]
local cached = redis.call('GET', KEYS[1])
local known = cached and tonumber(string.match(cached, '^%d+'))
local given = tonumber(ARGV[1])
if known and known >= given then
  local left = redis.call('TTL', KEYS[1])
  if known == given and left >= 0 and left < tonumber(ARGV[3]) then
    redis.call('EXPIRE', KEYS[1], ARGV[3])
  end
  return 0
end

redis.call('SET', KEYS[1], ARGV[1] .. ' ' .. ARGV[2], 'EX', ARGV[3])
return 1
