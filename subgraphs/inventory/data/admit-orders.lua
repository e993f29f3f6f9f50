--[[
  Sets units of one product aside for orders that PostgreSQL has yet to decide, first come first served.

  KEYS[1] stock     hash  available, version: PostgreSQL's last known truth
  KEYS[2] inflight  hash  order id to units set aside; '*' to their sum
  KEYS[3] expiries  zset  order id scored by when its units are no longer set aside (ms)

  ARGV[1] now (ms)
  ARGV[2] expiry of what is set aside now (ms)
  ARGV[3] how long the stock outlives its last use (ms)
  ARGV[4..] order id, units, order id, units...

  Returns one integer an order: -1 when its units are set aside (or were already), else the free units,
  fewer than it wants. Returns an empty list when the stock is not known here.
]]
local stock, inflight, expiries = KEYS[1], KEYS[2], KEYS[3]
local now, expiry, stock_ttl = ARGV[1], ARGV[2], ARGV[3]
local MAX_EXPIRED = 500

local available = tonumber(redis.call('HGET', stock, 'available'))
if not available then return {} end

-- An eviction may have taken one of the two keys: half of the truth is none.
local orders = redis.call('HLEN', inflight)
if orders > 0 and redis.call('ZCARD', expiries) ~= orders - 1 then
  redis.call('DEL', inflight, expiries)
end

-- The limit bounds how long other commands wait; what is left over goes with the next call.
local total = tonumber(redis.call('HGET', inflight, '*') or 0)
for _, order in ipairs(redis.call('ZRANGE', expiries, '-inf', now, 'BYSCORE', 'LIMIT', 0, MAX_EXPIRED)) do
  total = total - tonumber(redis.call('HGET', inflight, order) or 0)
  redis.call('HDEL', inflight, order)
  redis.call('ZREM', expiries, order)
end

local answers = {}
for i = 4, #ARGV, 2 do
  local order, units = ARGV[i], tonumber(ARGV[i + 1])
  local before = tonumber(redis.call('HGET', inflight, order) or 0)
  local free = available - total + before
  if units <= before then
    answers[#answers + 1] = -1
  elseif units <= free then
    redis.call('HSET', inflight, order, units)
    redis.call('ZADD', expiries, expiry, order)
    total = total - before + units
    answers[#answers + 1] = -1
  else
    answers[#answers + 1] = math.max(free, 0)
  end
end

if redis.call('ZCARD', expiries) > 0 then
  local hold_ttl = tonumber(expiry) - tonumber(now)
  redis.call('HSET', inflight, '*', total)
  redis.call('PEXPIRE', inflight, hold_ttl)
  redis.call('PEXPIRE', expiries, hold_ttl)
else
  redis.call('DEL', inflight)
end
redis.call('PEXPIRE', stock, stock_ttl)
return answers
