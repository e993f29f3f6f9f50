--[[
  Counts points that were used without asking, and takes others, when within the last window no more than `limit` of
  them are used with these.

  KEYS[1] hash  slot of time to points used in it

  ARGV[1] points, at most `limit`
  ARGV[2] limit
  ARGV[3] width of a slot (ms)
  ARGV[4] slots of a window
  ARGV[5] points that were used already

  Returns 0 when they are taken, else the milliseconds after which there is room for them; and what is used then. The oldest slot
  reaches into the window with a part only and counts as a whole: no window of any beginning has more than
  `limit`. The clock is the server's, which all callers share.
]]
local key = KEYS[1]
local points, limit = tonumber(ARGV[1]), tonumber(ARGV[2])
local width, slots, spent = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local slot = math.floor(now / width)

local function count(more)
  if more == 0 then return end
  redis.call('HINCRBY', key, slot, more)
  redis.call('PEXPIRE', key, (slots + 1) * width)
end
count(spent)

local used, kept = 0, {}
local all = redis.call('HGETALL', key)
for at = 1, #all, 2 do
  local each = tonumber(all[at])
  if each < slot - slots then
    redis.call('HDEL', key, all[at])
  else
    used = used + tonumber(all[at + 1])
    kept[#kept + 1] = { each, tonumber(all[at + 1]) }
  end
end

if used + points <= limit then
  count(points)
  return { 0, used + points }
end

-- At most `slots + 1` of them.
table.sort(kept, function(one, other) return one[1] < other[1] end)
local missing = used + points - limit
for _, each in ipairs(kept) do
  missing = missing - each[2]
  if missing <= 0 then return { (each[1] + slots + 1) * width - now, used } end
end
return { (slots + 1) * width, used }
