--[[
  Counts the events of a topic that a group has not handled.

  KEYS[1]   positions  hash  partition to '<id of the last entry done> <how many are done> <when it was made>'
  KEYS[2..] streams, one a partition, in order

  ARGV[1] most entries to count one by one in a stream; of more, those added less those done is good enough: it
          also counts entries that were deleted

  Returns the sum.
]]
local most = tonumber(ARGV[1])

local function added(stream)
  local told = redis.call('XINFO', 'STREAM', stream)
  for i = 1, #told, 2 do
    if told[i] == 'entries-added' then return told[i + 1] end
  end
end

local sum = 0
for i = 2, #KEYS do
  local stream = KEYS[i]
  if redis.call('EXISTS', stream) == 1 then
    local length = redis.call('XLEN', stream)
    local stored = redis.call('HGET', KEYS[1], i - 2)
    local unread = length
    if stored then
      local at, done = string.match(stored, '^(%S+) (%d+)')
      unread = #redis.call('XRANGE', stream, '(' .. at, '+', 'COUNT', most)
      if unread == most then
        unread = math.max(most, math.min(length, added(stream) - done))
      end
    end
    sum = sum + unread
  end
end
return sum
