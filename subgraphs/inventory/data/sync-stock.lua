--[[
  Tells admission what PostgreSQL has decided: the free units of one product as of a version, and orders
  that count as in flight no more. Calls may arrive in any order.

  KEYS[1] stock     hash  available, version
  KEYS[2] inflight  hash  order id to units set aside; '*' to their sum
  KEYS[3] expiries  zset  order id scored by expiry

  ARGV[1] free units, or -1 when only orders are told
  ARGV[2] version of that truth
  ARGV[3] how long the stock outlives its last use (ms)
  ARGV[4..] order ids

  Returns 1 when the stock was written; 0 when the same or a later version is known.
]]
local stock, inflight, expiries = KEYS[1], KEYS[2], KEYS[3]
local available, version, ttl = tonumber(ARGV[1]), tonumber(ARGV[2]), ARGV[3]

local freed = 0
for i = 4, #ARGV do
  local units = redis.call('HGET', inflight, ARGV[i])
  if units then
    freed = freed + tonumber(units)
    redis.call('HDEL', inflight, ARGV[i])
    redis.call('ZREM', expiries, ARGV[i])
  end
end
if freed > 0 then
  if redis.call('ZCARD', expiries) == 0 then
    redis.call('DEL', inflight)
  else
    redis.call('HINCRBY', inflight, '*', -freed)
  end
end

if available < 0 then return 0 end
local known = tonumber(redis.call('HGET', stock, 'version'))
if known and known >= version then return 0 end
redis.call('HSET', stock, 'available', ARGV[1], 'version', ARGV[2])
redis.call('PEXPIRE', stock, ttl)
return 1
