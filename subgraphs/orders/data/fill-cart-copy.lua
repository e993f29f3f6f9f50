--[[
  Fills the copy of a cart for a reader that leased it. A change in between, a later lease or a flush takes
  the lease away: then what the reader has read may be old, and nothing is written.

  KEYS[1] cart  hash, see read-cart-copy.lua

  ARGV[1] lease
  ARGV[2] how long the copy lives (ms)
  ARGV[3...] fields and values, with #version

  Returns 1 when it was filled.
]]
local cart, lease, copy_ms = KEYS[1], ARGV[1], ARGV[2]

if redis.call('HGET', cart, '#lease') ~= lease then return 0 end
redis.call('DEL', cart)
redis.call('HSET', cart, unpack(ARGV, 3))
redis.call('PEXPIRE', cart, copy_ms)
return 1
