--[[
  Takes the copy of a cart and every lease away before the cart is changed.

  KEYS[1] cart  hash, see read-cart-copy.lua

  ARGV[1] how long a change may take (ms): a process that dies in it leaves nothing for longer
]]
local cart, pending_ms = KEYS[1], ARGV[1]

local writers = tonumber(redis.call('HGET', cart, '#writers') or 0)
local newest = redis.call('HGET', cart, '#newest') or 0
redis.call('DEL', cart)
redis.call('HSET', cart, '#writers', writers + 1, '#newest', newest)
redis.call('PEXPIRE', cart, pending_ms)
