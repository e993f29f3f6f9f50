--[[
  Counts the events of a topic that a group has not handled: not read yet, or read and not acknowledged.

  KEYS[1..] streams, one a partition

  ARGV[1] group
  ARGV[2] most entries to count one by one in a stream, which is needed only after entries were deleted

  Returns the sum.
]]
local group, most = ARGV[1], ARGV[2]

local function lag(stream)
  if redis.call('EXISTS', stream) == 0 then return 0 end
  for _, fields in ipairs(redis.call('XINFO', 'GROUPS', stream)) do
    local info = {}
    for i = 1, #fields, 2 do info[fields[i]] = fields[i + 1] end
    if info['name'] == group then
      local unread = info['lag']
      -- Redis answers nil when deletions keep it from knowing.
      if not unread then
        unread = #redis.call('XRANGE', stream, '(' .. info['last-delivered-id'], '+', 'COUNT', most)
      end
      return unread + info['pending']
    end
  end
  return redis.call('XLEN', stream)
end

local sum = 0
for _, stream in ipairs(KEYS) do sum = sum + lag(stream) end
return sum
