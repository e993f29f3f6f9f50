--[[
  Counts the events of a topic that a group has not handled: not read yet, or read and not acknowledged.

  KEYS[1..] streams, one a partition

  ARGV[1] group
  ARGV[2] most entries to count one by one in a stream; of more, Redis's own number is good enough

  Redis's own number counts what was read since the group was made. After a crash, a replay of the append-only
  file leaves it too low for good: a group that had read everything was seen to lag by a thousand entries.

  Returns the sum.
]]
local group, most = ARGV[1], tonumber(ARGV[2])

local function lag(stream)
  if redis.call('EXISTS', stream) == 0 then return 0 end
  for _, fields in ipairs(redis.call('XINFO', 'GROUPS', stream)) do
    local info = {}
    for i = 1, #fields, 2 do info[fields[i]] = fields[i + 1] end
    if info['name'] == group then
      local unread = #redis.call('XRANGE', stream, '(' .. info['last-delivered-id'], '+', 'COUNT', most)
      -- Redis answers nil when deletions keep it from knowing.
      if unread == most and info['lag'] then unread = math.max(unread, info['lag']) end
      return unread + info['pending']
    end
  end
  return redis.call('XLEN', stream)
end

local sum = 0
for _, stream in ipairs(KEYS) do sum = sum + lag(stream) end
return sum
