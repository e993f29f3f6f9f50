--[[
  Tells the figures of a gateway's sockets, until they expire.

  KEYS[1] string      what this gateway tells
  KEYS[2] sorted set  gateways by when they last told (ms)

  ARGV[1] the gateway
  ARGV[2] its figures
  ARGV[3] after how many milliseconds they are forgotten
  ARGV[4] most gateways that are remembered; those that told least lately are forgotten

  The clock is the server's, which all gateways share.
]]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local keep = tonumber(ARGV[3])

redis.call('SET', KEYS[1], ARGV[2], 'PX', keep)
redis.call('ZADD', KEYS[2], now, ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now - keep)
redis.call('ZREMRANGEBYRANK', KEYS[2], 0, -1 - tonumber(ARGV[4]))
redis.call('PEXPIRE', KEYS[2], keep)
