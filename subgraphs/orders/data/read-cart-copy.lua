--[[
  Reads the copy of a cart, or leases the right to fill it.

  KEYS[1] cart  hash  product id to 'position:quantity', and the fields
                      #version  of the cart that was copied
                      #writers  changes that are under way
                      #lease    of the reader that fills the copy

  ARGV[1] lease, a text that nobody else uses
  ARGV[2] how long a lease or a change may take (ms)

  Returns {'COPY', field, value, ...}, {'LEASED'}, or {'BUSY'} while somebody changes the cart.
]]
local cart, lease, pending_ms = KEYS[1], ARGV[1], ARGV[2]

if redis.call('HEXISTS', cart, '#writers') == 1 then return { 'BUSY' } end
if redis.call('HEXISTS', cart, '#version') == 1 then
  local answer = redis.call('HGETALL', cart)
  table.insert(answer, 1, 'COPY')
  return answer
end
redis.call('HSET', cart, '#lease', lease)
redis.call('PEXPIRE', cart, pending_ms)
return { 'LEASED' }
