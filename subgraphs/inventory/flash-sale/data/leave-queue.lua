--[[
  Takes orders out of the queue of a flash sale, and out of the units that they were promised. What does not wait stays
  as it is: it is PostgreSQL's to decide, or is decided.

  KEYS as in claim-units.lua.

  ARGV orders

  Returns how many left.
]]
local sale, claims, buyers, keys = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local expiries, queue = KEYS[5], KEYS[6]
if redis.call('HEXISTS', sale, 'version') == 0 then return 0 end

local left = 0
for _, order in ipairs(ARGV) do
  local user, units, state, key = string.match(redis.call('HGET', claims, order) or '', '^(.-)|(.-)|(.-)|(.*)$')
  if state == 'Q' then
    left = left + 1
    redis.call('HINCRBY', sale, 'pending', -units)
    redis.call('HDEL', claims, order)
    redis.call('HDEL', keys, user .. ':' .. key)
    if redis.call('HINCRBY', buyers, user, -units) <= 0 then redis.call('HDEL', buyers, user) end
    redis.call('ZREM', expiries, order)
    redis.call('ZREM', queue, order)
  end
end
return left
