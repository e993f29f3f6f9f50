--[[
  Keeps the text of an automatic persisted query for all gateways; the one that was used least lately makes room.

  KEYS[1] texts  hash  SHA-256 to text
  KEYS[2] uses   zset  SHA-256 scored by its last use (ms)

  ARGV[1] SHA-256   ARGV[2] text   ARGV[3] now (ms)   ARGV[4] how long one outlives its last use (ms)
  ARGV[5] most texts
]]
local texts, uses = KEYS[1], KEYS[2]
local hash, text, now, ttl, max = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local MAX_REMOVED = 100

redis.call('HSET', texts, hash, text)
redis.call('ZADD', uses, now, hash)

local old = redis.call('ZRANGEBYSCORE', uses, '-inf', '(' .. (now - ttl), 'LIMIT', 0, MAX_REMOVED)
local over = math.min(redis.call('ZCARD', uses) - #old - max, MAX_REMOVED)
if over > 0 then old = redis.call('ZRANGE', uses, 0, #old + over - 1) end
for _, each in ipairs(old) do
  redis.call('HDEL', texts, each)
  redis.call('ZREM', uses, each)
end
redis.call('PEXPIRE', texts, ttl)
redis.call('PEXPIRE', uses, ttl)
