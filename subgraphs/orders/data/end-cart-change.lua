--[[
  Ends a change of a cart and writes the copy, unless another change is under way or was newer. After a
  flush nobody knows what others did in between: then it only deletes.

  KEYS[1] cart  hash, see read-cart-copy.lua

  ARGV[1] version of the cart after the change; 0 when it failed
  ARGV[2] how long a change may take (ms)
  ARGV[3] how long the copy lives (ms)
  ARGV[4...] fields and values, with #version; none when it failed
]]
local cart, version, pending_ms, copy_ms = KEYS[1], tonumber(ARGV[1]), ARGV[2], ARGV[3]

local writers = tonumber(redis.call('HGET', cart, '#writers') or 0) - 1
local newest = math.max(tonumber(redis.call('HGET', cart, '#newest') or 0), version)
redis.call('DEL', cart)
if writers > 0 then
  redis.call('HSET', cart, '#writers', writers, '#newest', newest)
  redis.call('PEXPIRE', cart, pending_ms)
elseif writers == 0 and version > 0 and version == newest then
  redis.call('HSET', cart, unpack(ARGV, 4))
  redis.call('PEXPIRE', cart, copy_ms)
end
